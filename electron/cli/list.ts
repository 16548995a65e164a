import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';
import { plural, titleWords } from './words.ts';

function lines({
  id,
  kind,
  title,
  subtitle,
  updatedAt,
  pendingImportRows,
  readOnly,
}: DocumentSummary): string[] {
  const notes = [
    subtitle,
    `changed ${updatedAt.slice(0, 16).replace('T', ' ')} UTC`,
    pendingImportRows > 0 ? `${plural(pendingImportRows, 'line')} of the import report to look at` : '',
    readOnly ? 'read-only: written by a newer Despatch' : '',
  ];
  return [`${id}  ${titleWords(kind, title)}`, `    ${notes.filter((note) => note !== '').join(' · ')}`];
}

/** `list`: the documents of a library, last changed first. */
export const run: RunVerb = async (command, io) => {
  const documents = await withLibrary(command, io, 'refuse', ({ call }) => call('documents.list', {}));
  return {
    json: documents,
    words: documents.length === 0 ? ['The library is empty.'] : documents.flatMap(lines),
  };
};
