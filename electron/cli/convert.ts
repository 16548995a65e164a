/** `convert`: import and export in one go, without a library. */
import type { DocumentKind } from '../../shared/document/schema.ts';
import { titleOf } from '../../shared/document/walk.ts';
import { recognise } from '../../shared/import/recognise.ts';
import { randomId } from '../random-id.ts';
import { askedOutputs, writeOutputs } from './outputs.ts';
import { readInput, STDIN } from './read-input.ts';
import type { RunVerb } from './run-verb.ts';
import { countBlocks, documentWords, reportWords, writtenWords } from './words.ts';

export const run: RunVerb = async ({ operand, options }, io) => {
  const asked = askedOutputs(options, operand === STDIN ? null : operand);
  // A document that was only just read cites no source of any library: only the words are judged.
  if (options.style !== undefined) await (await import('./evidence-options.ts')).askedEvidence(options);
  const source = await readInput(operand, io);
  const as = options.as as DocumentKind | undefined;
  const { document, report } = recognise(source, { as, mint: randomId });
  const written = await writeOutputs(document, asked);
  return {
    json: { kind: document.kind, title: titleOf(document), counts: countBlocks(document), report, written },
    words: [...documentWords(document), ...reportWords(report), ...writtenWords(written)],
  };
};
