import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lets every other process go before this one, above all the window with its keys: for what typesets, reads and assembles
 * while somebody writes. Threads begin with the priority of the one that starts them, so call it first.
 */
export function goBehind(): void {
  const behind = constants.priority.PRIORITY_BELOW_NORMAL;
  // The greater the number, the further behind; only a superuser may come forward again.
  if (getPriority() < behind) setPriority(behind);
}
