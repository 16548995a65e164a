/** The processes that `pack build` works with. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startNodeExtractor } from '../library/import/extract.ts';
import { assemble, nodeAssembler } from '../library/pack/assembling.ts';
import { Inspector } from '../library/pack/inspecting.ts';
import type { PackTools } from '../library/pack/opened-paper.ts';
import { proveNoLeak } from '../library/pack/proving.ts';
import type { CliIo } from './io.ts';
import { openPaperFile } from './pack-papers.ts';
import { programs } from './programs.ts';

function extractorEntry(folder: string): string {
  const bundled = path.join(folder, 'extractor.js');
  return existsSync(bundled) ? bundled : path.join(folder, 'extractor/main.ts');
}

/**
 * @param from the folder of the meeting file.
 * @param scratch for temporary files.
 */
export async function withPackTools<Result>(
  io: CliIo,
  { from, scratch }: { readonly from: string; readonly scratch: string },
  work: (tools: PackTools) => Promise<Result>,
): Promise<Result> {
  const folder = programs();
  const startExtractor = io.startExtractor ?? startNodeExtractor(extractorEntry(folder));
  const start = nodeAssembler(folder);
  const inspector = new Inspector(start);
  try {
    return await work({
      open: (paper, signal) => openPaperFile(paper, { from, scratch, startExtractor }, signal),
      inspect: (file, name, signal) => inspector.inspect(file, name, signal),
      assemble: async (job, signal, progress) => {
        // It may hold the largest of the papers still.
        await inspector.close();
        return assemble(job, { start, signal, progress });
      },
      prove: (job, signal) => proveNoLeak(job, { start, signal }),
    });
  } finally {
    await inspector.close();
  }
}
