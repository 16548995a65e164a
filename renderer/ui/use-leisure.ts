import { useEffect, useState } from 'react';

/** Milliseconds after which a window that is never idle has to do it all the same. */
const LATEST = 1000;

/**
 * False until the window has had nothing to do for the first time. What is shown beside the sheet and takes time by the
 * length of the document can wait for that: one opens a document to write in it.
 */
export function useLeisure(): boolean {
  const [had, setHad] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(() => setHad(true), { timeout: LATEST });
    return () => cancelIdleCallback(idle);
  }, []);
  return had;
}
