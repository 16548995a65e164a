/** The dates that hang on a meeting, and the calendar file of them. */
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { dayHere } from '../../../shared/day-here.ts';
import { usualSteps } from '../../../shared/pack/deadlines/count-back.ts';
import { writeCalendar } from '../../../shared/pack/deadlines/icalendar.ts';
import { explainNotice } from '../../../shared/pack/deadlines/notice-words.ts';
import { eventsOf, type TimetableSettings, timetableOf } from '../../../shared/pack/deadlines/timetable.ts';
import { noHolidayChanges } from '../../../shared/pack/deadlines/working-days.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import type { Tables } from '../db/store.ts';
import { writeTarget } from '../export/target.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { findMeeting } from './meeting-handlers.ts';

/** Those of its committee, also of one in the bin: the meeting's dates do not change with that. */
function settingsOf({ committees }: Tables, { committeeId }: Meeting): TimetableSettings {
  const committee = committeeId === null ? undefined : committees.find(committeeId)?.committee;
  return {
    required: committee?.noticeDays ?? null,
    changes: committee?.bankHolidays ?? noHolidayChanges,
    steps: committee?.steps ?? usualSteps,
  };
}

export function dateHandlers({
  store,
  grants,
  now,
}: Services): FeatureHandlers<'meetings.deadlines' | 'meetings.exportCalendar'> {
  const dated = (meetingId: string) =>
    store().read((tables) => {
      const { meeting } = findMeeting(tables, meetingId);
      return {
        meeting,
        timetable: timetableOf(meeting, { ...settingsOf(tables, meeting), today: dayHere(now()) }),
      };
    });

  return {
    'meetings.deadlines': async ({ meetingId }) => {
      const { deadlines, notice, faults } = dated(meetingId).timetable;
      return {
        deadlines: deadlines.map(({ id, name, date, explanation }) => ({ id, name, date, explanation })),
        notice: notice && {
          clearDays: notice.clearDays,
          required: notice.required,
          lawful: notice.lawful,
          reason: explainNotice(notice),
          lastPublication: notice.lastPublication,
          earliestMeeting: notice.earliestMeeting,
        },
        faults: [...faults],
      };
    },

    'meetings.exportCalendar': async ({ meetingId, grant }) => {
      const target = grants.fileOf(grant, 'write');
      const { meeting, timetable } = dated(meetingId);
      const [reason = 'the meeting has no date yet'] = timetable.faults;
      const events = timetable.faults.length > 0 ? [] : eventsOf(meeting, timetable.deadlines);
      if (events.length === 0) throw new DespatchError('meeting.incomplete', { reason });
      const bytes = new TextEncoder().encode(
        writeCalendar(events, meeting.committee, meeting.contact, now().toISOString()),
      );
      await writeTarget(target, bytes);
      return { fileName: path.basename(target), bytes: bytes.length };
    },
  };
}
