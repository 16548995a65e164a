import path from 'node:path';
import { citedSource } from '../cited-source.ts';
import { inScratch } from '../processes.ts';
import { type Bench, compare, timed } from '../row.ts';

const POINTS = 1000;
const FEW = 100;

/** A source that has changed, looked through for every point that cites it: a thousand of them, and a hundred. */
export const bench: Bench = {
  name: 'evidence-recheck',
  measure: () =>
    inScratch(async (folder) => {
      const many = citedSource(path.join(folder, 'many'), POINTS);
      const few = citedSource(path.join(folder, 'few'), FEW);
      const row = await compare(
        {
          name: 'evidence-recheck',
          unit: 'ms',
          limit: 1.5,
          against: `${FEW} points that cite it, per ${FEW} of ${POINTS}`,
        },
        7,
        async () => ((await timed(many.recheck)) * FEW) / POINTS,
        () => timed(few.recheck),
      );
      many.close();
      few.close();
      return row;
    }),
};
