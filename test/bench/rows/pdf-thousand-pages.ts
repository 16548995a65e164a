import { render } from '../../../electron/library/render.ts';
import { reportDocument } from '../generate.ts';
import { type Bench, compare, timed } from '../row.ts';

const PAGES = 1000;
const name = 'pdf-thousand-pages';

/** Linear to a thousand pages: a tenth of them as long as a hundred. */
export const bench: Bench = {
  name,
  measure: () => {
    const large = reportDocument(PAGES);
    const small = reportDocument(PAGES / 10);
    return compare(
      { name, unit: 'ms', limit: 1.5, against: `${PAGES / 10} pages, per ${PAGES / 10} of ${PAGES}` },
      3,
      async () => (await timed(() => render(large, 'pdf'))) / 10,
      () => timed(() => render(small, 'pdf')),
    );
  },
};
