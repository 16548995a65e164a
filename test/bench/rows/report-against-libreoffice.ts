import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { render } from '../../../electron/library/render.ts';
import { evidenceOf } from '../../electron/library/export/evidence-builder.ts';
import { notedReport } from '../../electron/library/export/noted-report.ts';
import { haveProgram, inScratch, timeProgram } from '../processes.ts';
import { type Bench, compare, timed } from '../row.ts';

/** Some 120,000 words. */
const PARAGRAPHS = 1640;
const NOTES = 270;
const name = 'report-against-libreoffice';

/** A report with footnotes to PDF, against LibreOffice converting the Word file of the same report. */
export const bench: Bench = {
  name,
  measure: () =>
    inScratch(async (folder) => {
      const document = notedReport(PARAGRAPHS, NOTES);
      const evidence = await evidenceOf('notes');
      const word = path.join(folder, 'report.docx');
      writeFileSync(word, await render(document, 'docx', { evidence }));
      const office = await haveProgram('soffice', 'libreoffice-writer');
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const convert = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, word];
      return compare(
        {
          name,
          unit: 'ms',
          limit: 0.5,
          against: office ? 'LibreOffice from the Word file' : 'LibreOffice, which is not installed',
        },
        3,
        () => timed(() => render(document, 'pdf', { evidence })),
        office ? () => timeProgram('soffice', convert) : null,
      );
    }),
};
