import type { DespatchDocument } from './schema.ts';
import { blockRules } from './structure.ts';
import { fieldLabel, walk } from './walk.ts';

/** What each block is called where its place is named: "Paragraph 12", "Date". */
export function blockNames(
  document: DespatchDocument,
  numbers: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { block } of walk(document)) {
    if (block.kind === 'unknown') continue;
    if (block.kind === 'field') {
      names.set(block.id, fieldLabel(block));
      continue;
    }
    const number = numbers.get(block.id)?.replace(/[.)]$/, '') ?? '';
    const name = blockRules[block.kind].name;
    names.set(block.id, number.startsWith(name) ? number : `${name} ${number}`.trim());
  }
  return names;
}
