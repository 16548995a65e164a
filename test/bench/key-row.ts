import type { Bench } from './row.ts';
import { keyToPaint, ONE_PAGE, openSheet, percentile, withDesk } from './sheet.ts';

const KEYS = 200;

/** Key to paint, p95, in the middle of a long report against the same in a one-page document. */
export function keyBench(name: string, pages: number, limit: number, words: string): Bench {
  return {
    name,
    measure: () =>
      withDesk(async (desk) => {
        const p95 = async (size: number) => {
          const sheet = await openSheet(desk, size);
          await sheet.toMiddle();
          // What comes once after opening (findings, spelling, the first pages) is not a key's doing.
          await sheet.page.waitForTimeout(4000);
          const times = await keyToPaint(sheet, KEYS);
          await sheet.close();
          return percentile(times, 0.95);
        };
        const peer = await p95(ONE_PAGE);
        const ours = await p95(pages);
        const against = `one page; ${words}`;
        return { name, unit: 'ms', limit, against, ours, peer, ratio: ours / peer, runs: KEYS };
      }),
  };
}
