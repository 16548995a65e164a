import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { assemble, nodeAssembler } from '../../../electron/library/pack/assembling.ts';
import { repository } from '../../../scripts/lib/repository.ts';
import { jobOf, numbersOf, writeParts } from '../pack-parts.ts';
import { haveProgram, inScratch, timeProgram } from '../processes.ts';
import { type Bench, compare, timed } from '../row.ts';

/** With stamps, outline, labels, links and tags kept, against merging and laying numbers over it alone. */
export const bench: Bench = {
  name: 'pack-assembly',
  measure: () =>
    inScratch(async (folder) => {
      const parts = await writeParts(folder);
      const out = (name: string) => path.join(folder, name);
      const job = jobOf(parts, out('ours.pdf'));
      const start = nodeAssembler(path.join(repository, 'dist/electron'));
      const { signal } = new AbortController();
      const qpdf = await haveProgram('qpdf', 'qpdf');
      const numbers = out('numbers.pdf');
      writeFileSync(numbers, await numbersOf(job.leaves.length));
      const merge = ['--empty', '--pages', ...parts.files, '--', '--overlay', numbers, '--', out('qpdf.pdf')];
      return compare(
        {
          name: 'pack-assembly',
          unit: 'ms',
          limit: 2,
          against: qpdf
            ? `qpdf, ${parts.files.length} files, ${job.leaves.length} pages`
            : 'qpdf, which is not installed',
        },
        5,
        () => timed(() => assemble(job, { start, signal })),
        qpdf ? () => timeProgram('qpdf', merge) : null,
      );
    }),
};
