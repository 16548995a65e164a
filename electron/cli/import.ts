import type { DocumentKind } from '../../shared/document/schema.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';
import { reportWords, titleWords } from './words.ts';

/** `import`: a file becomes a document of a library. */
export const run: RunVerb = async (command, io) => {
  const as = command.options.as as DocumentKind | undefined;
  const imported = await withLibrary(command, io, 'later', ({ grants, call }) => {
    grants.give('input', command.operand, 'read');
    return call('documents.import', { source: { grant: 'input' }, ...(as === undefined ? {} : { as }) });
  });
  const { documentId, kind, title, report, notices } = imported;
  return {
    json: { documentId, kind, title, report, ...(notices === undefined ? {} : { notices }) },
    words: [
      titleWords(kind, title),
      `Imported as ${documentId}.`,
      ...(notices === undefined ? reportWords(report) : notices),
    ],
  };
};
