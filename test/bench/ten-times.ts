/** Whether a writer's time grows with the document and not faster: ten times the pages, per page. */
import { type ExportFormat, render } from '../../electron/library/render.ts';
import { reportDocument } from './generate.ts';
import { type Bench, compare, timed } from './row.ts';

const PAGES = 30;

export function tenTimes(format: ExportFormat): Bench {
  const name = `${format}-ten-times`;
  return {
    name,
    measure: async () => {
      const small = reportDocument(PAGES);
      const large = reportDocument(10 * PAGES);
      return compare(
        { name, unit: 'ms', limit: 1.5, against: `${PAGES} pages, per ${PAGES} of ${10 * PAGES}` },
        5,
        async () => (await timed(() => render(large, format))) / 10,
        () => timed(() => render(small, format)),
      );
    },
  };
}
