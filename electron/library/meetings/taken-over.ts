import type { Mint } from '../../../shared/document/build.ts';
import { type Held, nextAgenda } from '../../../shared/pack/after/next-agenda.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import type { MeetingRow } from '../db/meetings-repository.ts';
import type { Tables } from '../db/store.ts';

/** The next meeting with the minutes of the last one and what that left open. @param last null: there was none. */
export function takenOver({ meetings }: Tables, next: Meeting, last: MeetingRow | null, mint: Mint): Meeting {
  const before = next.committeeId === null ? [] : meetings.recordedOf(next.committeeId, last?.id ?? '');
  const earlier = before.filter(({ meeting }) => last === null || meeting.date <= last.meeting.date);
  const held = [...(last ? [last] : []), ...earlier].flatMap(({ id, meeting }): Held[] => {
    const record = meetings.record(id)?.record;
    if (!record) return [];
    const minutes = meetings.written(id).find(({ kind, exempt }) => kind === 'minutes' && !exempt);
    return [{ meeting, record, minutesId: minutes?.documentId ?? null }];
  });
  // Minutes are those of the last meeting alone: one without a record has none, whatever the ones before have.
  if (last !== null && held[0]?.meeting.id !== last.id) return next;
  return nextAgenda(next, held, mint);
}
