/** The one line that says who may read a page. */
import type { Marking } from '../document/schema.ts';

/**
 * The marking as printed at top and bottom of every page: capitals, classification first, then handling
 * instruction and descriptor, each set off by a dash (Government Security Classifications, guidance 1.1).
 */
export function markingLine({ classification, handling, descriptor }: Marking): string {
  return [classification, handling, descriptor]
    .map((part) => part.trim().toLocaleUpperCase('en-GB'))
    .filter((part) => part !== '')
    .join(' – ');
}
