/** Apart from the schema of runs (`inline.ts`), so that who compares runs need not load what parses them. */
import type { TextRun } from './inline.ts';

function sameIds(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}

/** Whether two runs differ in their characters only, so that they are one run where they meet. */
export function sameAttributes(one: TextRun, other: TextRun): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.link === other.link &&
    sameIds(one.comments, other.comments) &&
    sameIds(one.cited, other.cited)
  );
}
