/** What happened at a meeting, as its clerk wrote it down. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { findMeeting } from './meeting-handlers.ts';

export function recordHandlers({
  store,
  now,
}: Services): FeatureHandlers<'meetings.record' | 'meetings.saveRecord'> {
  return {
    'meetings.record': async ({ meetingId }) =>
      store().read((tables) => {
        findMeeting(tables, meetingId);
        return tables.meetings.record(meetingId) ?? { record: null, revision: 0 };
      }),

    'meetings.saveRecord': async ({ record, baseRevision }) => {
      const savedAt = now().toISOString();
      return store().write((tables) => {
        const { meeting } = findMeeting(tables, record.meetingId);
        const found = tables.meetings.record(record.meetingId)?.revision ?? 0;
        if (found !== baseRevision) {
          throw new DespatchError('meeting.revisionConflict', { name: meeting.committee });
        }
        tables.meetings.putRecord(record, found + 1, savedAt);
        return { revision: found + 1, savedAt };
      });
    },
  };
}
