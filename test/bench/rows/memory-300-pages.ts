import type { Bench } from '../row.ts';
import { LONG, ONE_PAGE, openSheet, type Sheet, withDesk } from '../sheet.ts';

/** Bytes of JavaScript and page that are left after a collection. */
export async function heapOf({ page }: Sheet): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** What the window holds with the long report open, against the one-page one. */
export const bench: Bench = {
  name: 'memory-300-pages',
  measure: () =>
    withDesk(async (desk) => {
      const heap = async (pages: number) => {
        const sheet = await openSheet(desk, pages);
        await sheet.page.waitForTimeout(4000);
        const bytes = await heapOf(sheet);
        await sheet.close();
        return bytes;
      };
      const peer = await heap(ONE_PAGE);
      const ours = await heap(LONG);
      return {
        name: 'memory-300-pages',
        unit: 'bytes',
        limit: 5,
        against: 'one page, heap of the window after a collection',
        ours,
        peer,
        ratio: ours / peer,
        runs: 1,
      };
    }),
};
