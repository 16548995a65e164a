/** What an import of references came to, in words. */
import type { ReferenceRow } from '../../../../shared/contract/reference-calls.ts';
import { count } from '../adding/report-model.ts';
import { fieldName } from '../details/field-names.ts';

export interface ReferenceParts {
  readonly added: readonly ReferenceRow[];
  readonly filled: readonly ReferenceRow[];
  /** The library knew them and says something else of them; some were filled as well. */
  readonly differing: readonly ReferenceRow[];
  readonly same: readonly ReferenceRow[];
}

/** Each reference once, where it tells most. */
export function referenceParts(rows: readonly ReferenceRow[]): ReferenceParts {
  const differing = rows.filter(({ differs }) => differs.length > 0);
  const rest = rows.filter(({ differs }) => differs.length === 0);
  return {
    differing,
    added: rest.filter(({ status }) => status === 'added'),
    filled: rest.filter(({ status }) => status === 'filled'),
    same: rest.filter(({ status }) => status === 'same'),
  };
}

/** Whether somebody should decide which of two sayings is right. */
export function wantsLook(rows: readonly ReferenceRow[]): boolean {
  return rows.some(({ differs }) => differs.length > 0);
}

/** "3 references added, 7 matched: 2 filled in, 1 differs". */
export function importedSummary(rows: readonly ReferenceRow[]): string {
  const of = (status: ReferenceRow['status']) => rows.filter((row) => row.status === status).length;
  const [added, filled] = [of('added'), of('filled')];
  const matched = rows.length - added;
  const differing = referenceParts(rows).differing.length;
  const number = (value: number) => value.toLocaleString('en-GB');
  const matches = [
    ...(filled > 0 ? [`${number(filled)} filled in`] : []),
    ...(differing > 0 ? [`${number(differing)} ${differing === 1 ? 'differs' : 'differ'}`] : []),
  ];
  const words = [
    ...(added > 0 ? [`${count(added, 'reference')} added`] : []),
    ...(matched > 0 ? [`${added > 0 ? number(matched) : count(matched, 'reference')} matched`] : []),
  ].join(', ');
  if (words === '') return 'No references';
  return matches.length === 0 ? words : `${words}: ${matches.join(', ')}`;
}

/** The names of fields of CSL, as the details call them. */
export function fieldNames(fields: readonly string[]): string {
  return fields.map((field) => fieldName(`csl.${field}`)).join(', ');
}
