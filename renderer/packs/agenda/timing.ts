/** When each item comes on, and when the meeting ends, by the minutes allotted. Hidden items take none. */
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import { everyItem, type Items } from './tree.ts';

const DAY = 24 * 60;

export interface Timing {
  /** Minutes of all items. */
  readonly total: number;
  /** Shown items without minutes, of those that need some: that have no sub-items with minutes. */
  readonly unallotted: number;
  /** "16:05"; null where the meeting has no time, or nothing has minutes. Behind midnight the clock begins anew. */
  readonly ends: string | null;
  /** By item id; only where the meeting has a time and the item takes some of it. */
  readonly starts: ReadonlyMap<string, string>;
}

/** An item with its own minutes takes those, whatever its sub-items say; else it takes the sum of theirs. */
export function minutesOf(item: AgendaItem): number {
  if (item.hidden) return 0;
  return item.minutes ?? item.items.reduce((sum, sub) => sum + minutesOf(sub), 0);
}

export function timingOf(items: Items, time: Meeting['time']): Timing {
  const begins = clockMinutes(time);
  const starts = new Map<string, string>();
  const place = (list: Items, from: number): number => {
    let at = from;
    for (const item of list) {
      if (item.hidden) continue;
      const takes = minutesOf(item);
      if (takes > 0 && begins !== null) starts.set(item.id, clockOf(at));
      place(item.items, at);
      at += takes;
    }
    return at;
  };
  const total = place(items, begins ?? 0) - (begins ?? 0);
  const hidden = new Set<string>();
  let unallotted = 0;
  for (const { item, parent } of everyItem(items)) {
    if (item.hidden || (parent && hidden.has(parent.id))) hidden.add(item.id);
    else if (minutesOf(item) === 0 && (parent?.minutes ?? null) === null) unallotted += 1;
  }
  return { total, unallotted, starts, ends: begins === null || total === 0 ? null : clockOf(begins + total) };
}

/** @returns minutes since midnight; null for what is no time of day. */
export function clockMinutes(time: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

function clockOf(minutes: number): string {
  const within = minutes % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** "1 hour 25 minutes". */
export function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const many = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
  if (hours === 0) return many(rest, 'minute');
  return rest === 0 ? many(hours, 'hour') : `${many(hours, 'hour')} ${many(rest, 'minute')}`;
}
