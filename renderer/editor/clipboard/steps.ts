/** Long work in slices, so that the window goes on drawing and hearing. */

/** Milliseconds of work before the window has its turn: well under what a person notices. */
const SLICE = 40;

/** The work was cancelled by the person who began it. */
export class Cancelled extends Error {}

/** Does all of it at once. */
export function finish<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Lets the window draw and hear. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** @throws Cancelled */
export async function inSlices<Result>(steps: Generator<void, Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
    await pause();
    if (signal.aborted) throw new Cancelled();
  }
}
