import path from 'node:path';
import { type Typist, typistAt } from '../keystroke.ts';
import { inScratch } from '../processes.ts';
import { type Bench, compare } from '../row.ts';

/** Few enough that SQLite does not fold its log into the file meanwhile, which it does every 1,000 pages. */
const RUNS = 15;

async function bytesOfOne(typist: Typist): Promise<number> {
  const before = typist.written();
  await typist.type();
  return typist.written() - before;
}

/** What saving one keystroke writes, in 300 pages and in 30. */
export const bench: Bench = {
  name: 'save-bytes',
  measure: () =>
    inScratch(async (folder) => {
      const large = await typistAt(path.join(folder, 'large'), 300);
      const small = await typistAt(path.join(folder, 'small'), 30);
      const row = await compare(
        { name: 'save-bytes', unit: 'bytes', limit: 1.5, against: '30 pages instead of 300' },
        RUNS,
        () => bytesOfOne(large),
        () => bytesOfOne(small),
      );
      large.close();
      small.close();
      return row;
    }),
};
