import type { DespatchDocument } from '../../shared/document/schema.ts';
import { blockRules } from '../../shared/document/structure.ts';
import { fieldLabel, walk } from '../../shared/document/walk.ts';

/** What each block is called where its place is named: "Paragraph 12", "Date". */
export function placesOf(
  document: DespatchDocument,
  numbers: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { block } of walk(document)) {
    if (block.kind === 'unknown') continue;
    if (block.kind === 'field') {
      places.set(block.id, fieldLabel(block));
      continue;
    }
    const number = numbers.get(block.id)?.replace(/[.)]$/, '') ?? '';
    const name = blockRules[block.kind].name;
    places.set(block.id, number.startsWith(name) ? number : `${name} ${number}`.trim());
  }
  return places;
}
