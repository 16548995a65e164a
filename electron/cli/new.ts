import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

/** `new`: a document of a library begins from a template, with its guidance. */
export const run: RunVerb = async (command, io) => {
  const templateId = command.options.template ?? '';
  const { documentId } = await withLibrary(command, io, 'later', ({ call }) =>
    call('documents.createFrom', { templateId, guidance: true }),
  );
  return { json: { documentId }, words: [`Begun as ${documentId}.`] };
};
