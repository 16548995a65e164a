import { inScratch } from '../processes.ts';
import { bare, readingDesk } from '../reading-row.ts';
import { type Bench, compare, timed } from '../row.ts';

/** The reader is there and has another source before it. */
export const bench: Bench = {
  name: 'read-cited-page',
  measure: () =>
    inScratch(async (folder) => {
      const desk = await readingDesk(folder);
      try {
        return await compare(
          {
            name: 'read-cited-page',
            unit: 'ms',
            limit: 1.5,
            against: 'bare PDFium opening the same 500 pages and drawing the same one',
          },
          15,
          async () => {
            await desk.lookAway();
            return timed(() => desk.show());
          },
          () => timed(() => bare(desk.file)),
        );
      } finally {
        desk.clear();
      }
    }),
};
