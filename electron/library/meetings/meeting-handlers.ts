/** Meetings: listing, making, cloning, opening, saving and binning them, and where documents are used in them. */

import { DespatchError } from '../../../shared/contract/errors.ts';
import type { meetingCalls } from '../../../shared/contract/meeting-calls.ts';
import { cloneMeeting } from '../../../shared/pack/clone.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { meetingOf, singleMeeting } from '../../../shared/pack/new-meeting.ts';
import { itemsOf, papersOf } from '../../../shared/pack/papers-of.ts';
import type { MeetingRow } from '../db/meetings-repository.ts';
import type { Tables } from '../db/store.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { findCommittee } from './committee-handlers.ts';
import { paperStates } from './paper-states.ts';
import { takenOver } from './taken-over.ts';
import { refuseTwice } from './valid-meeting.ts';

/** @throws DespatchError `meeting.notFound`, also for one in the bin. */
export function findMeeting({ meetings }: Tables, meetingId: string): MeetingRow {
  const row = meetings.find(meetingId);
  if (!row || row.deletedAt !== null) throw new DespatchError('meeting.notFound', { meetingId });
  return row;
}

/** Served by `paper-handlers.ts`, `paper-facts.ts`, `date-handlers.ts` and `record-handlers.ts`. */
type OtherCall =
  | 'meetings.deadlines'
  | 'meetings.exportCalendar'
  | 'meetings.record'
  | 'meetings.saveRecord'
  | 'meetings.beginRecord'
  | 'meetings.draft'
  | 'meetings.written'
  | 'meetings.paperFacts'
  | 'meetings.addFiles'
  | 'meetings.savePaper'
  | 'meetings.changedFiles'
  | 'meetings.takeChanged';

export function meetingHandlers({
  store,
  mint,
  now,
}: Services): FeatureHandlers<Exclude<keyof typeof meetingCalls, OtherCall>> {
  const time = () => now().toISOString();

  function insert(make: (tables: Tables) => Meeting): { meetingId: string } {
    return store().write((tables) => {
      const meeting = make(tables);
      keepKnownFiles(tables, meeting, time());
      return { meetingId: meeting.id };
    });
  }

  /** Files that papers take from other meetings, by copying an item, are files of this one too. */
  function keepKnownFiles(tables: Tables, meeting: Meeting, at: string, revision?: number): void {
    if (revision === undefined) tables.meetings.insert(meeting, at);
    else tables.meetings.change(meeting, revision, at);
    const own = tables.meetings.files(meeting.id);
    for (const { paper } of papersOf(meeting)) {
      const { source } = paper;
      if (source.type === 'path') {
        throw new DespatchError('meeting.invalid', {
          file: source.path,
          reason: 'its bytes are not kept here',
        });
      }
      if (source.type !== 'file' || own.has(source.sha256)) continue;
      const known = tables.meetings.fileOfAny(source.sha256);
      if (!known) {
        const reason = 'its bytes are not kept in this library';
        throw new DespatchError('meeting.invalid', { file: source.name, reason });
      }
      tables.meetings.putFile(meeting.id, known, at);
    }
  }

  function setDeletedAt(meetingId: string, when: string | null): void {
    store().write(({ meetings }) => {
      const row = meetings.find(meetingId);
      if (!row) throw new DespatchError('meeting.notFound', { meetingId });
      if ((row.deletedAt === null) !== (when === null)) meetings.setDeletedAt(meetingId, when);
    });
  }

  return {
    'meetings.list': async ({ deleted = false, committeeId }) =>
      store()
        .read(({ meetings }) => meetings.list(deleted))
        .filter(({ meeting }) => committeeId === undefined || meeting.committeeId === committeeId)
        .map(({ id, meeting, revision, updatedAt, publishedAt }) => {
          const papers = papersOf(meeting);
          const { kind, committee, date, venue } = meeting;
          return {
            id,
            kind,
            committee,
            committeeId: meeting.committeeId,
            date,
            time: meeting.time,
            venue,
            items: itemsOf(meeting.items).filter(({ hidden }) => !hidden).length,
            papers: papers.length,
            toFollow: papers.filter(({ paper }) => paper.source.type === 'toFollow').length,
            revision,
            updatedAt,
            publishedAt,
          };
        }),

    'meetings.create': async (input) =>
      insert((tables) => {
        if (!('committeeId' in input)) return singleMeeting(input.kind, input.name, mint);
        const meeting = meetingOf(findCommittee(tables, input.committeeId).committee, mint);
        return input.pickUp === true ? takenOver(tables, meeting, null, mint) : meeting;
      }),
    'meetings.clone': async ({ meetingId }) =>
      insert((tables) => {
        const last = findMeeting(tables, meetingId);
        return takenOver(tables, cloneMeeting(last.meeting, mint), last, mint);
      }),

    'meetings.open': async ({ meetingId }) =>
      store().read((tables) => {
        const { meeting, revision } = findMeeting(tables, meetingId);
        return { meeting, revision, papers: paperStates(tables, meeting) };
      }),
    'meetings.papers': async ({ meetingId }) =>
      store().read((tables) => paperStates(tables, findMeeting(tables, meetingId).meeting)),

    'meetings.save': async ({ meeting, baseRevision }) => {
      refuseTwice(meeting.items);
      const savedAt = time();
      return store().write((tables) => {
        const row = findMeeting(tables, meeting.id);
        if (row.revision !== baseRevision) {
          throw new DespatchError('meeting.revisionConflict', { name: row.meeting.committee });
        }
        const revision = row.revision + 1;
        keepKnownFiles(tables, meeting, savedAt, revision);
        return { revision, savedAt, papers: paperStates(tables, meeting) };
      });
    },

    'meetings.remove': async ({ meetingId }) => {
      setDeletedAt(meetingId, time());
      return {};
    },
    'meetings.restore': async ({ meetingId }) => {
      setDeletedAt(meetingId, null);
      return {};
    },

    'meetings.ofDocument': async ({ documentId }) =>
      store().read(({ meetings }) => meetings.usesOf(documentId)),
  };
}
