import { openFromList, windowRow } from '../window-row.ts';

/** A start that leads to the list, and a document opened from it with a double click. */
export const bench = windowRow('window-by-list', false, openFromList);
