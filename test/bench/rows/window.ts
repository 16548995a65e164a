import { windowRow } from '../window-row.ts';

/** A start as on most days: it leads to the document that was open last. */
export const bench = windowRow('window', true, async () => {});
