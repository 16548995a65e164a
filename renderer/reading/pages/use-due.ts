import { useEffect, useState } from 'react';

/** Pages that nobody sees yet let those in view go first. */
const AHEAD_MS = 200;

/** Whether a page is to be asked for: one in view at once, any other after a while; from then on for good. */
export function useDue(seen: boolean): boolean {
  const [due, setDue] = useState(seen);
  if (seen && !due) setDue(true);
  useEffect(() => {
    if (due) return;
    const timer = setTimeout(() => setDue(true), AHEAD_MS);
    return () => clearTimeout(timer);
  }, [due]);
  return due;
}
