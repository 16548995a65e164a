import { despatch } from './command-line.ts';
import { makeOnce } from './make-once.ts';

/** Makes a library with the sample documents and their evidence, unless it is there already with whatever people did to it. */
export async function ensureSampleLibrary(folder: string): Promise<void> {
  await makeOnce(folder, async (unfinished) => {
    await despatch('samples', '--library', unfinished);
  });
}
