/** When each item begins and ends, from the start of the meeting and the minutes allotted. */
import type { ItemNumber } from '../pack/agenda-numbers.ts';
import type { AgendaItem } from '../pack/meeting.ts';

export interface RunningTimes {
  /** By item id: "14:05 - 14:15". Items without minutes are not in it. */
  readonly times: ReadonlyMap<string, string>;
  /** "14:45"; empty where no minutes or no start are given. */
  readonly ends: string;
}

const inClock = (minutes: number): string => {
  const within = minutes % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

/** Its own, or else those of what stands under it. */
function minutesOf({ item, items }: ItemNumber<AgendaItem>): number {
  return item.minutes ?? items.reduce((sum, each) => sum + minutesOf(each), 0);
}

/** @param start HH:MM; empty: not set. */
export function runningTimes(items: readonly ItemNumber<AgendaItem>[], start: string): RunningTimes {
  const times = new Map<string, string>();
  const [hours = Number.NaN, minutes = Number.NaN] = start.split(':').map(Number);
  const begin = hours * 60 + minutes;
  const total = items.reduce((sum, each) => sum + minutesOf(each), 0);
  if (start === '' || Number.isNaN(begin) || total === 0) return { times, ends: '' };
  const run = (level: readonly ItemNumber<AgendaItem>[], from: number): void => {
    let at = from;
    for (const numbered of level) {
      const own = minutesOf(numbered);
      if (own > 0) times.set(numbered.item.id, `${inClock(at)} - ${inClock(at + own)}`);
      run(numbered.items, at);
      at += own;
    }
  };
  run(items, begin);
  return { times, ends: inClock(begin + total) };
}
