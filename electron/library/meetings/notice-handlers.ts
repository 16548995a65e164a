/** The notices of an executive before it meets, as documents to go on with. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { NoticeAsked } from '../../../shared/contract/notice-calls.ts';
import type { Mint } from '../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { faultOfDate } from '../../../shared/pack/deadlines/dates.ts';
import {
  writeFurtherNotice,
  writeKeyDecisions,
  writePrivateNotice,
} from '../../../shared/pack/deadlines/notice-documents.ts';
import { type HolidayChanges, noHolidayChanges } from '../../../shared/pack/deadlines/working-days.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { insertDocument } from '../insert-document.ts';
import { findMeeting } from './meeting-handlers.ts';

function wrong(reason: string): DespatchError {
  return new DespatchError('meeting.invalid', { reason });
}

function check(meeting: Meeting): void {
  if (meeting.body !== 'executive' || meeting.country !== 'England') {
    throw wrong('these notices are those of an executive in England');
  }
  if (meeting.date === '') throw wrong('the meeting has no date yet');
  const fault = faultOfDate(meeting.date);
  if (fault !== null) throw wrong(`its date, ${meeting.date}, ${fault}`);
}

function write(
  meeting: Meeting,
  asked: NoticeAsked,
  changes: HolidayChanges,
  mint: Mint,
): DespatchDocument | null {
  switch (asked.notice) {
    case 'private':
      return writePrivateNotice(meeting, changes, mint);
    case 'further': {
      const fault = faultOfDate(asked.firstNotice);
      if (fault !== null) throw wrong(`the day of the first notice, ${asked.firstNotice}, ${fault}`);
      return writeFurtherNotice(meeting, asked, mint);
    }
    case 'keyDecisions':
      return writeKeyDecisions(meeting, asked.decisions, asked.authority, mint);
  }
}

export function noticeHandlers({
  store,
  mint,
  now,
  version,
}: Services): FeatureHandlers<'meetings.draftNotice'> {
  return {
    'meetings.draftNotice': async ({ meetingId, asked }) => {
      const time = now().toISOString();
      return store().write((tables) => {
        const { meeting } = findMeeting(tables, meetingId);
        check(meeting);
        const { committeeId } = meeting;
        const committee = committeeId === null ? undefined : tables.committees.find(committeeId)?.committee;
        const document = write(meeting, asked, committee?.bankHolidays ?? noHolidayChanges, mint);
        if (document === null) {
          throw wrong(
            asked.notice === 'keyDecisions'
              ? 'none of these items is on the agenda any more'
              : 'no item of its agenda is exempt, so that nothing is taken in private',
          );
        }
        insertDocument(tables, document, [], { version, time });
        return { documentId: document.id };
      });
    },
  };
}
