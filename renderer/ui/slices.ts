/** Work that holds up no key: a few milliseconds at a time, when the window has nothing better to do. */

/** A key may come at any moment, so idle time is not used up to its end. */
const SLICE_MS = 4;

/** Runs steps to their end; rejects with the reason of the signal once it is aborted. */
export function inSlices<Result>(steps: Iterator<void, Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    let idle = 0;
    const onAbort = () => {
      cancelIdleCallback(idle);
      reject(signal.reason);
    };
    const goOn = () => {
      const until = performance.now() + SLICE_MS;
      try {
        do {
          const { done, value } = steps.next();
          if (!done) continue;
          signal.removeEventListener('abort', onAbort);
          resolve(value);
          return;
        } while (performance.now() < until);
      } catch (thrown) {
        signal.removeEventListener('abort', onAbort);
        reject(thrown);
        return;
      }
      idle = requestIdleCallback(goOn);
    };
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    idle = requestIdleCallback(goOn);
  });
}
