import { existsSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../../../scripts/lib/repository.ts';
import { inScratch, timeProgram } from '../processes.ts';
import { type Bench, compare } from '../row.ts';

const seed = path.join(repository, '../shared/seeds/ministerial-briefing.txt');
const sample = path.join(repository, 'resources/sample-library/ministerial-brief.md');

/**
 * The whole of a process that converts a brief, against Node that loads the typesetter and does nothing: the only native
 * code that either loads. Both are started as at a user's second start, with files in the memory of the system, and the
 * bundle's kept code is accepted (`test/electron/cli/bundle.test.ts`). Many runs, because ours has several threads and
 * the peer has one, so that others at work on the machine meet them unequally.
 */
export const bench: Bench = {
  name: 'convert',
  measure: () =>
    inScratch((folder) => {
      const file = existsSync(seed) ? seed : sample;
      const docx = path.join(folder, 'brief.docx');
      const pdf = path.join(folder, 'brief.pdf');
      return compare(
        { name: 'convert', unit: 'ms', limit: 3, against: 'bare Node loading the same native module' },
        31,
        () =>
          timeProgram(process.execPath, [
            path.join(repository, 'dist/electron/cli.cjs'),
            'convert',
            file,
            '--docx',
            docx,
            '--pdf',
            pdf,
          ]),
        () => timeProgram(process.execPath, [path.join(repository, 'test/bench/start-bare.mjs')]),
      );
    }),
};
