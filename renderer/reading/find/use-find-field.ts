import { type RefObject, useRef } from 'react';
import { holdKeys, takeHeldKeys } from '../../ui/held-keys.ts';

/** Frames until a field that is opened is given up on. */
const FRAMES = 90;

/**
 * The field of a search, and what leads into it as soon as it is there.
 * @param onTyped takes what was typed until then instead of what stands in it.
 */
export function useFindField(
  onTyped: (words: string) => void,
): [RefObject<HTMLInputElement | null>, () => void] {
  const field = useRef<HTMLInputElement>(null);
  const enter = (frames: number) => {
    if (!field.current && frames > 0) {
      requestAnimationFrame(() => enter(frames - 1));
      return;
    }
    field.current?.select();
    const typed = takeHeldKeys();
    if (field.current && typed !== '') onTyped(typed);
  };
  return [
    field,
    () => {
      holdKeys();
      // Not at once: one that is about to be drawn anew would lose it.
      requestAnimationFrame(() => enter(FRAMES));
    },
  ];
}
