import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

/** `samples`: the sample documents and their sources, once more each time. */
export const run: RunVerb = async (command, io) => {
  const { documentIds } = await withLibrary(command, io, 'later', ({ call }) => call('samples.add', {}));
  return { json: { documentIds }, words: documentIds.map((id) => `Added as ${id}.`) };
};
