/** A library with real extractor processes, for tests of taking evidence in. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { extractInChild, startNodeExtractor } from '../../../../electron/library/import/extract.ts';
import { type Library, type LibraryOptions, openLibrary } from '../../../../electron/library/open.ts';
import type { CallContext, CallInput } from '../../../../shared/contract/calls.ts';
import type { Batch } from '../../../../shared/contract/evidence-source-calls.ts';
import { context, counter } from '../scratch.ts';

export const extractorEntry = path.resolve(import.meta.dirname, '../../../../electron/extractor/main.ts');

export interface EvidenceLibrary extends Library {
  add(files: readonly string[], options?: { editionOf?: string; context?: CallContext }): Promise<Batch>;
}

let libraries = 0;

/** @param options instead of the usual ones. */
export function openEvidence(folder: string, options: Partial<LibraryOptions> = {}): EvidenceLibrary {
  libraries += 1;
  const library = openLibrary({
    folder,
    mint: counter(`source-${libraries}`),
    now: () => new Date(),
    extract: (file, signal) =>
      extractInChild(startNodeExtractor(extractorEntry), file, { signal, timeoutMs: 60_000 }),
    startExtractor: startNodeExtractor(extractorEntry),
    ...options,
  });
  onTestFinished(() => library.close());
  let grants = 0;
  return {
    ...library,
    add(files, { editionOf, context: given = context } = {}) {
      const named: CallInput<'evidence.add'>['files'] = files.map((file) => {
        grants += 1;
        library.grants.give(`file-${grants}`, file, 'read');
        return { grant: `file-${grants}` };
      });
      return library.handlers['evidence.add'](
        { files: named, ...(editionOf === undefined ? {} : { editionOf }) },
        given,
      );
    },
  };
}

/** A text file of these words. @returns its path. */
export function textFile(folder: string, name: string, words: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, words);
  return file;
}

/** An extractor process that runs these lines instead of ours. */
export function impostor(folder: string, lines: string): LibraryOptions['startExtractor'] {
  const file = path.join(folder, 'impostor.mjs');
  writeFileSync(file, lines);
  return startNodeExtractor(file);
}
