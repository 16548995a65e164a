/** A library whose packs are built by the real processes, with papers of every kind. */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { onTestFinished } from 'vitest';
import { startNodeCompanion } from '../../../../electron/library/companions/companion-process.ts';
import { extractInChild, startNodeExtractor } from '../../../../electron/library/import/extract.ts';
import { openLibrary } from '../../../../electron/library/open.ts';
import { nodeAssembler } from '../../../../electron/library/pack/assembling.ts';
import { READER_FLAGS } from '../../../../electron/reader/limits.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context, counter } from '../scratch.ts';

const electron = path.join(import.meta.dirname, '../../../../electron');
const startExtractor = startNodeExtractor(path.join(electron, 'extractor/main.ts'));

export function realLibrary(folder = scratchFolder()) {
  const library = openLibrary({
    folder,
    mint: counter('real'),
    now: () => new Date(),
    extract: (file, signal) => extractInChild(startExtractor, file, { signal, timeoutMs: 60_000 }),
    startExtractor,
    startReader: startNodeCompanion(path.join(electron, 'reader/main.ts'), READER_FLAGS),
    startAssembler: nodeAssembler(electron),
  });
  onTestFinished(() => library.close());
  const files = scratchFolder();
  let grants = 0;
  return {
    ...library,
    folder,
    granted(name: string, bytes: string | Uint8Array) {
      const file = path.join(files, name);
      writeFileSync(file, bytes);
      library.grants.give(`read-${++grants}`, file, 'read');
      return { file, grant: `read-${grants}` };
    },
    target(name: string) {
      const file = path.join(files, name);
      library.grants.give(`write-${++grants}`, file, 'write');
      return { file, grant: `write-${grants}` };
    },
  };
}

/** Pages with one line of words each. */
export async function suppliedPdf(pages: readonly string[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of pages) pdf.addPage([595, 842]).drawText(words, { x: 60, y: 700, size: 12, font });
  return pdf.save();
}

export type RealLibrary = ReturnType<typeof realLibrary>;

/** The words of every page of a pack, as a reader searches them. */
export async function wordsOf({ handlers }: RealLibrary, packId: string, pages: number): Promise<string[]> {
  const texts: string[] = [];
  for (let page = 1; page <= pages; page += 1)
    texts.push((await handlers['packs.text']({ packId, page }, context)).text);
  return texts;
}
