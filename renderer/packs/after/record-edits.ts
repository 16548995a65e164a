/** Changes of the record of a meeting. An item has an entry from its first note on. */
import {
  type ItemRecord,
  type MeetingRecord,
  newItemRecord,
  type Outcome,
} from '../../../shared/pack/after/record.ts';

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

/** "12 present, 2 apologies, 1 absent" */
export function attendanceWords({ attendees }: MeetingRecord): string {
  const count = (attendance: string) => attendees.filter((each) => each.attendance === attendance).length;
  const parts = [`${count('present')} present`];
  if (count('apologies') > 0) parts.push(`${count('apologies')} apologies`);
  if (count('absent') > 0) parts.push(`${count('absent')} absent`);
  return parts.join(', ');
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
