import { useEffect, useState } from 'react';

/** Pages that nobody sees yet let those in view go first. */
const AHEAD_MS = 200;

/** Scrolled past before that, nobody reads its words. */
export const SETTLED_MS = 60;

/**
 * Whether a page is to be asked for: one in view at once, any other after a while; from then on for good.
 * @param aheadMs that while.
 */
export function useDue(seen: boolean, aheadMs: number = AHEAD_MS): boolean {
  const [due, setDue] = useState(seen);
  if (seen && !due) setDue(true);
  useEffect(() => {
    if (due) return;
    const timer = setTimeout(() => setDue(true), aheadMs);
    return () => clearTimeout(timer);
  }, [due, aheadMs]);
  return due;
}
