import { type Bench, median } from '../row.ts';
import { LONG, ONE_PAGE, openToFirstKey, withDesk } from '../sheet.ts';

/** From the double click in the list to the first key taken. */
export const bench: Bench = {
  name: 'open-300-pages',
  measure: () =>
    withDesk(async (desk) => {
      const one = await openToFirstKey(desk, ONE_PAGE);
      const many = await openToFirstKey(desk, LONG);
      const [ours, peer] = [median(many), median(one)];
      return {
        name: 'open-300-pages',
        unit: 'ms',
        limit: 2,
        against: 'one page, to the first key taken',
        ours,
        peer,
        ratio: ours / peer,
        runs: many.length,
      };
    }),
};
