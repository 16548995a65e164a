import { parseDocument } from '../../shared/document/parse.ts';
import { knownDocument } from '../library/known-document.ts';
import { withLibrary } from './library.ts';
import { askedOutputs, writeOutputs } from './outputs.ts';
import type { RunVerb } from './run-verb.ts';
import { writtenWords } from './words.ts';

/** `export`: a document as last saved, in one format or both. */
export const run: RunVerb = async (command, io) => {
  const asked = askedOutputs(command.options, null);
  const { document } = await withLibrary(command, io, 'refuse', ({ call }) =>
    call('documents.open', { documentId: command.operand }),
  );
  const written = await writeOutputs(knownDocument(parseDocument(document)), asked);
  return { json: { documentId: command.operand, written }, words: writtenWords(written) };
};
