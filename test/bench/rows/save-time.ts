import path from 'node:path';
import { typistAt } from '../keystroke.ts';
import { inScratch } from '../processes.ts';
import { type Bench, compare, timed } from '../row.ts';

/** One keystroke saved, on disk before it is answered, in 300 pages and in 30. */
export const bench: Bench = {
  name: 'save-time',
  measure: () =>
    inScratch(async (folder) => {
      const large = await typistAt(path.join(folder, 'large'), 300);
      const small = await typistAt(path.join(folder, 'small'), 30);
      const row = await compare(
        { name: 'save-time', unit: 'ms', limit: 1.5, against: '30 pages instead of 300' },
        200,
        () => timed(large.type),
        () => timed(small.type),
      );
      large.close();
      small.close();
      return row;
    }),
};
