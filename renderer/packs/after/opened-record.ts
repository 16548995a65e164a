import type { MeetingRecord } from '../../../shared/pack/after/record.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';

/** A record as it was read, with the agenda it is of. */
export interface OpenedRecord {
  readonly meeting: Meeting;
  readonly record: MeetingRecord;
  readonly revision: number;
}
