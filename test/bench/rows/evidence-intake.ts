import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../../scripts/lib/repository.ts';
import { FILES, pdfCorpus } from '../corpus.ts';
import { haveProgram, inScratch, timeProgram } from '../processes.ts';
import { type Bench, compare, timed } from '../row.ts';

/**
 * Taking in three hundred PDFs as the command line does it, from the start of the process to its end: hashed, copied,
 * read, indexed and committed, each safe on the disk; against `pdftotext`, which only reads them, one after another.
 */
export const bench: Bench = {
  name: 'evidence-intake',
  measure: () =>
    inScratch(async (folder) => {
      const corpus = await pdfCorpus();
      const files = readdirSync(corpus).map((name) => path.join(corpus, name));
      const library = path.join(folder, 'library');
      const start = path.join(repository, 'dist/electron/cli.cjs');
      const pdftotext = await haveProgram('pdftotext', 'poppler-utils', '-v');
      return compare(
        {
          name: 'evidence-intake',
          unit: 'ms',
          limit: 1,
          against: pdftotext ? `pdftotext, ${FILES} PDFs` : 'pdftotext, which is not installed',
        },
        5,
        async () => {
          rmSync(library, { recursive: true, force: true });
          return timeProgram(process.execPath, [start, 'evidence', 'add', corpus, '--library', library]);
        },
        pdftotext
          ? () =>
              timed(async () => {
                for (const file of files)
                  await timeProgram('pdftotext', ['-q', file, path.join(folder, 'out.txt')]);
              })
          : null,
      );
    }),
};
