/**
 * A typeset document lives outside of V8's heap, where it seems to be a few bytes, so that nothing hurries to collect it:
 * three exports of 1,000 pages in a row held 2.6 GB. Typst's binding has no other way to let go of one.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | null = null;

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('typeof gc === "function" ? gc : null');
  return typeof found === 'function' ? () => found() : () => undefined;
}

/** Collects what nothing refers to any more; what is freed with it goes in the turn after. */
export async function collectForeign(): Promise<void> {
  collect ??= collector();
  await nextTurn();
  collect();
  await nextTurn();
}
