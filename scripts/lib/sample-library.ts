import { despatch, type ImportSaid, sampleDocuments } from './command-line.ts';
import { makeOnce } from './make-once.ts';

/** Makes a library with the sample documents, unless it is there already with whatever people did to it. */
export async function ensureSampleLibrary(folder: string): Promise<void> {
  await makeOnce(folder, async (unfinished) => {
    for (const { file } of sampleDocuments) {
      await despatch<ImportSaid>('import', file, '--library', unfinished);
    }
  });
}
