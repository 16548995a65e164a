import { parseDocument, withSections } from '../../shared/document/parse.ts';
import { documentLines } from './document-lines.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

/** `show`: a document for reading in a terminal, or all of it as JSON. */
export const run: RunVerb = async (command, io) => {
  const { document } = await withLibrary(command, io, 'refuse', ({ call }) =>
    call('documents.open', { documentId: command.operand }),
  );
  return { json: withSections(document), words: documentLines(parseDocument(document).document) };
};
