import { flushSync } from 'react-dom';

/**
 * Gives the keys to what a change has just made or moved. Shows the change first and at once: whoever goes on before
 * the next frame would type into what had them before. Not while something is being drawn.
 */
export function focusShown(find: () => HTMLElement | null | undefined): void {
  flushSync(() => undefined);
  find()?.focus();
}
