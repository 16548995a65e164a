/** The words of a block as a reader has them, cross-references included, with where each stands in the block. */

import { type Cell, passagesOf } from '../document/places.ts';
import type { KnownBlock, Reference } from '../document/schema.ts';

export interface SpokenPassage {
  /** null for the block's own words. */
  readonly cell: Cell | null;
  readonly text: string;
  /** The place in the block of each unit of the text, and last of its end; null where they are the same. */
  readonly places: readonly number[] | null;
}

/** @param referenceWords null for a reference that says nothing. */
export function spokenPassages(
  block: KnownBlock,
  referenceWords: (reference: Reference) => string | null,
): SpokenPassage[] {
  return [...passagesOf(block)].map(({ cell, content }) => {
    let text = '';
    const places: number[] | null = content.some(({ type }) => type === 'reference') ? [] : null;
    let at = 0;
    for (const inline of content) {
      const words =
        inline.type === 'text'
          ? inline.text
          : inline.type === 'break'
            ? '\n'
            : (referenceWords(inline) ?? '');
      for (let unit = 0; places && unit < words.length; unit += 1) {
        places.push(inline.type === 'text' ? at + unit : at);
      }
      text += words;
      at += inline.type === 'text' ? words.length : 1;
    }
    places?.push(at);
    return { cell, text, places };
  });
}

/** The place in the block of a unit of the passage. */
export function placeIn({ places }: SpokenPassage, at: number): number {
  return places ? (places[at] ?? places.at(-1) ?? 0) : at;
}
