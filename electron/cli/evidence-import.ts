/** `evidence import`: references of a reference manager become details of sources. */
import path from 'node:path';
import type { ReferenceRow } from '../../shared/contract/reference-calls.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';
import { plural } from './words.ts';

function line({ title, status, filled, differs }: ReferenceRow): string {
  const says = [
    ...(filled.length > 0 ? [`filled ${filled.join(', ')}`] : []),
    ...(differs.length > 0 ? [`left as it is: ${differs.join(', ')}`] : []),
  ];
  return `${status.padEnd(8)}${title}${says.length > 0 ? ` (${says.join('; ')})` : ''}`;
}

export const run: RunVerb = async (command, io) => {
  const { rows } = await withLibrary(command, io, 'later', ({ grants, call }) => {
    grants.give('input', path.resolve(command.operand), 'read');
    return call('references.import', { grant: 'input' });
  });
  return { json: rows, words: [...rows.map(line), '', `${plural(rows.length, 'reference')}.`] };
};
