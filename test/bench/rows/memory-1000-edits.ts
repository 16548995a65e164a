import type { Bench } from '../row.ts';
import { openSheet, type Sheet, withDesk } from '../sheet.ts';
import { heapOf } from './memory-300-pages.ts';

const EDITS = 1000;
const keys = [
  'e',
  'Enter',
  'n',
  'Tab',
  'Backspace',
  'Shift+Tab',
  'o',
  'Control+z',
  'Delete',
  'r',
  'Control+y',
  'Alt+ArrowUp',
];

async function edit({ page }: Sheet, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await page.keyboard.press(keys[(at * 7) % keys.length] ?? 'e');
}

/** The window's heap after two thousand edits against after one: what is kept for undo is bounded, the rest is a leak. */
export const bench: Bench = {
  name: 'memory-1000-edits',
  measure: () =>
    withDesk(async (desk) => {
      const sheet = await openSheet(desk, 30);
      await sheet.toMiddle();
      // The history fills up to its bound first.
      await edit(sheet, EDITS);
      const peer = await heapOf(sheet);
      await edit(sheet, EDITS);
      const ours = await heapOf(sheet);
      await sheet.close();
      return {
        name: 'memory-1000-edits',
        unit: 'bytes',
        limit: 1.1,
        against: `the heap before the last ${EDITS} edits`,
        ours,
        peer,
        ratio: ours / peer,
        runs: EDITS,
      };
    }),
};
