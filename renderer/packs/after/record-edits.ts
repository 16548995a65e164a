/** Changes of the record of a meeting. An item has an entry from its first note on. */
import type { Entry } from '../../../shared/pack/after/agenda.ts';
import {
  type Attendee,
  type ItemRecord,
  type MeetingRecord,
  newItemRecord,
  type Outcome,
} from '../../../shared/pack/after/record.ts';

/** Changes what was noted of one item. @param typing what it goes on in, so that keys in one field are one step back. */
export type SetItem = (part: Partial<ItemRecord>, name: string, typing?: string) => void;

/** How much of an item the public does not get; of a part, every resolution and action says whether it is in it. */
export type Withheld = 'whole' | 'part' | 'none';

export function withheldOf({ exempt, exemptions, record }: Entry): Withheld {
  if (exempt) return 'whole';
  const { exemptMinute, publicSummary, resolutions, actions } = record;
  const isSaid = exemptMinute !== '' || publicSummary !== '';
  const isMarked = [...resolutions, ...actions].some((each) => each.exempt);
  return exemptions.length > 0 || isSaid || isMarked ? 'part' : 'none';
}

export function recordOf({ items }: MeetingRecord, itemId: string): ItemRecord {
  return items.find((each) => each.itemId === itemId) ?? newItemRecord(itemId);
}

export function withItem(
  record: MeetingRecord,
  itemId: string,
  change: Partial<Omit<ItemRecord, 'itemId'>>,
): MeetingRecord {
  const own = { ...recordOf(record, itemId), ...change };
  const has = record.items.some((each) => each.itemId === itemId);
  return {
    ...record,
    items: has ? record.items.map((each) => (each.itemId === itemId ? own : each)) : [...record.items, own],
  };
}

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  resolved: 'Resolved',
  noted: 'Noted',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
  notReached: 'Not reached',
};

const counted = ({ attendees }: MeetingRecord, attendance: Attendee['attendance']) =>
  attendees.filter((each) => each.attendance === attendance && each.name.trim() !== '').length;

/** "12 present" */
export function presentWords(record: MeetingRecord): string {
  return `${counted(record, 'present')} present`;
}

/** "12 present, 2 apologies, 1 absent" */
export function attendanceWords(record: MeetingRecord): string {
  const apologies = counted(record, 'apologies');
  const absent = counted(record, 'absent');
  return [
    presentWords(record),
    ...(apologies > 0 ? [`${apologies} ${apologies === 1 ? 'apology' : 'apologies'}`] : []),
    ...(absent > 0 ? [`${absent} absent`] : []),
  ].join(', ');
}

/** One of a list changed, by its id. */
export function replaced<Each extends { readonly id: string }>(
  list: readonly Each[],
  id: string,
  change: Partial<Each>,
): Each[] {
  return list.map((each) => (each.id === id ? { ...each, ...change } : each));
}

export function without<Each extends { readonly id: string }>(list: readonly Each[], id: string): Each[] {
  return list.filter((each) => each.id !== id);
}
