/** `evidence export`: the details of all sources for a reference manager. */
import path from 'node:path';
import type { ReferenceFormat } from '../../shared/contract/reference-calls.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';
import { plural } from './words.ts';

export const run: RunVerb = async (command, io) => {
  const file = path.resolve(command.options.out ?? '');
  const format = (command.options.format ?? 'csl-json') as ReferenceFormat;
  const { sources, bytes } = await withLibrary(command, io, 'refuse', ({ grants, call }) => {
    grants.give('output', file, 'write');
    return call('references.export', { format, grant: 'output' });
  });
  return {
    json: { file, format, sources, bytes },
    words: [`Written: ${file} (${plural(sources, 'source')})`],
  };
};
