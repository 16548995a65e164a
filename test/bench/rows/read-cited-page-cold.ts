import path from 'node:path';
import { repository } from '../../../scripts/lib/repository.ts';
import { inScratch, timeProgram } from '../processes.ts';
import { CITED_PAGE, readingDesk, WIDTH } from '../reading-row.ts';
import { type Bench, compare, timed } from '../row.ts';

/** Nobody has read anything for a while, so that the reader has to be started. */
export const bench: Bench = {
  name: 'read-cited-page-cold',
  measure: () =>
    inScratch(async (folder) => {
      const desk = await readingDesk(folder);
      const pdfium = path.join(repository, 'electron/pdfium/open-pdf.ts');
      const script = `
        import { readFileSync } from 'node:fs';
        import { openPdf } from ${JSON.stringify(pdfium)};
        const pdf = await openPdf(readFileSync(${JSON.stringify(desk.file)}));
        pdf.draw(${CITED_PAGE - 1}, ${WIDTH});`;
      try {
        return await compare(
          {
            name: 'read-cited-page-cold',
            unit: 'ms',
            limit: 2,
            against: 'a bare Node process with PDFium, started for the same page',
          },
          9,
          () => {
            desk.endReader();
            return timed(() => desk.show());
          },
          () => timeProgram(process.execPath, ['--input-type=module', '--eval', script]),
        );
      } finally {
        desk.clear();
      }
    }),
};
