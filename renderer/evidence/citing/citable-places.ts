/** The blocks of a document that a citation can be moved to, by the names they are called by. */
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { blockText } from '../../../shared/document/walk.ts';

export interface CitablePlace {
  readonly blockId: string;
  /** The heading it stands under. */
  readonly group: string;
  /** What it is called, and its first words. */
  readonly name: string;
  /** Evidence is seldom for it: a field of the title block, a heading. */
  readonly seldom: boolean;
}

/** UTF-16 units of the words that a place is known by. */
const MOST = 70;

export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST ? line : `${line.slice(0, MOST - 1).trimEnd()}…`;
}

/** In reading order. @param names what each block is called: "Paragraph 12". */
export function citablePlaces(
  document: DespatchDocument,
  names: ReadonlyMap<string, string>,
): readonly CitablePlace[] {
  const places: CitablePlace[] = [];
  let group = 'Beginning';
  for (const { blocks } of document.sections) {
    for (const block of blocks) {
      if (block.kind === 'unknown') continue;
      const words = shortened(blockText(block));
      if (words === '') continue;
      if (block.kind === 'heading') group = words;
      // As the sheet has it: neither says anything that evidence could bear out.
      if (block.kind === 'title' || block.kind === 'label' || block.kind === 'guidance') continue;
      const name = names.get(block.id) ?? '';
      const seldom = block.kind === 'field' || block.kind === 'heading';
      places.push({ blockId: block.id, group, name: name === '' ? words : `${name} — ${words}`, seldom });
    }
  }
  return places;
}
