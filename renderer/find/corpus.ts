/** The words of a document in which one looks, passage by passage. */
import { type Cell, passagesOf, placedText } from '../../shared/document/places.ts';
import type { DespatchDocument, KnownBlock } from '../../shared/document/schema.ts';

export interface SearchedPassage {
  readonly blockId: string;
  readonly cell: Cell | null;
  /** A character for each place. */
  readonly text: string;
  /** A heading or label of the template, which is not to be changed. */
  readonly locked: boolean;
}

const known = new WeakMap<KnownBlock, readonly SearchedPassage[]>();

function passagesIn(block: KnownBlock): readonly SearchedPassage[] {
  const before = known.get(block);
  if (before) return before;
  const locked = 'locked' in block && block.locked === true;
  const passages = [...passagesOf(block)]
    .map(({ cell, content }) => ({ blockId: block.id, cell, text: placedText(content), locked }))
    .filter(({ text }) => text !== '');
  known.set(block, passages);
  return passages;
}

/** Every passage with words, in reading order; what is unchanged since it was last asked for is the very same object. */
export function corpusOf(document: DespatchDocument): SearchedPassage[] {
  const passages: SearchedPassage[] = [];
  for (const { blocks } of document.sections) {
    for (const block of blocks) if (block.kind !== 'unknown') passages.push(...passagesIn(block));
  }
  return passages;
}
