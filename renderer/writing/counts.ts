/** Words and speaking time. */
import type { AnySection, Block, DespatchDocument } from '../../shared/document/schema.ts';
import { plainText } from '../../shared/document/walk.ts';

/** A calm pace for speech from notes; conversation is faster, reading aloud slower. */
export const SPOKEN_WORDS_A_MINUTE = 130;

export interface Counts {
  readonly words: number;
  /** Words of points and questions only: the rest is read, not said. */
  readonly spoken: number;
}

/** Sections are never changed in place, so only those typed in are counted again. */
const counted = new WeakMap<AnySection, Counts>();

export function countDocument(document: DespatchDocument): Counts {
  let words = 0;
  let spoken = 0;
  for (const section of document.sections) {
    const counts = counted.get(section) ?? countBlocks(section.blocks);
    counted.set(section, counts);
    words += counts.words;
    spoken += counts.spoken;
  }
  return { words, spoken };
}

function countBlocks(blocks: readonly Block[]): Counts {
  let words = 0;
  let spoken = 0;
  for (const block of blocks) {
    if (block.kind === 'unknown') continue;
    const count = countWords(plainText(block.content));
    words += count;
    if (block.kind === 'point' || block.kind === 'question') spoken += count;
  }
  return { words, spoken };
}

/** Runs of characters between spaces that hold a letter or a digit, so that a lone dash is no word. */
function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** "About 6 min", never a false precision; "" where nothing is to be said. */
export function speakingTime(spoken: number): string {
  if (spoken === 0) return '';
  const minutes = spoken / SPOKEN_WORDS_A_MINUTE;
  return minutes < 1 ? 'under 1 min' : `about ${Math.round(minutes)} min`;
}
