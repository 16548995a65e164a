import type { Stretch } from '../../../shared/document/places.ts';

/**
 * Where stretches of a passage are after its text has changed in one place. Those in which it changed are dropped:
 * whoever set them looks again.
 */
export function shifted(stretches: readonly Stretch[], before: string, after: string): Stretch[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  const end = before.length - tail;
  const by = after.length - before.length;
  return stretches.flatMap((stretch) => {
    if (stretch.end <= start) return [stretch];
    if (stretch.start >= end) return [{ ...stretch, start: stretch.start + by, end: stretch.end + by }];
    return [];
  });
}
