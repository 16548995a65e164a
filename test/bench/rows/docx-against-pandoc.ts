import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../../scripts/lib/repository.ts';
import { reportText } from '../generate.ts';
import { haveProgram, inScratch, timeProgram } from '../processes.ts';
import { type Bench, compare } from '../row.ts';

const PAGES = 300;

/** Both from the same Markdown to a Word file, as processes. */
export const bench: Bench = {
  name: 'docx-against-pandoc',
  measure: () =>
    inScratch(async (folder) => {
      const file = path.join(folder, 'report.md');
      writeFileSync(file, reportText(PAGES));
      const out = (name: string) => path.join(folder, name);
      const pandoc = await haveProgram('pandoc', 'pandoc');
      const start = path.join(repository, 'dist/electron/cli.cjs');
      return compare(
        {
          name: 'docx-against-pandoc',
          unit: 'ms',
          limit: 1,
          against: pandoc ? `pandoc, ${PAGES} pages` : 'pandoc, which is not installed',
        },
        5,
        () => timeProgram(process.execPath, [start, 'convert', file, '--docx', out('ours.docx')]),
        pandoc ? () => timeProgram('pandoc', [file, '-o', out('pandoc.docx')]) : null,
      );
    }),
};
