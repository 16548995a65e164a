import { startTransition, useEffect, useState } from 'react';

/** Milliseconds after which a window that is never idle has to do it all the same. */
const LATEST = 1000;

/**
 * False until the window has had nothing to do for the first time. What is shown beside the sheet and takes time by the
 * length of the document can wait for that: one opens a document to write in it.
 * @param pause milliseconds that it waits at least. Between a sheet that is there and the first key lies a moment
 *   without work, and what begins in it holds up that key.
 */
export function useLeisure(pause: number): boolean {
  const [had, setHad] = useState(false);
  useEffect(() => {
    let idle: number | null = null;
    const timer = setTimeout(() => {
      // Drawn a few milliseconds at a time, between the keys.
      idle = requestIdleCallback(() => startTransition(() => setHad(true)), { timeout: LATEST });
    }, pause);
    return () => {
      clearTimeout(timer);
      if (idle !== null) cancelIdleCallback(idle);
    };
  }, [pause]);
  return had;
}
