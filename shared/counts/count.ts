/** Words and speaking time: of a whole document and of each part that begins with a section heading. */
import type { AnySection, Block, DespatchDocument, KnownBlock } from '../document/schema.ts';
import { blockText } from '../document/walk.ts';

/** A calm pace for speech from notes; conversation is faster, reading aloud slower. */
export const SPOKEN_WORDS_A_MINUTE = 130;

export interface Counts {
  readonly words: number;
  /** Words that are said: points, questions and lines to take. The rest is read. */
  readonly spoken: number;
}

export interface PartCounts extends Counts {
  /** The section heading it begins with, or the first block where there is none. */
  readonly blockId: string;
}

const said: ReadonlySet<KnownBlock['kind']> = new Set(['point', 'question', 'lineToTake']);

/** Sections are never changed in place, so only those typed in are counted again. */
const counted = new WeakMap<AnySection, Counts>();

function countSection(section: AnySection): Counts {
  const known = counted.get(section);
  if (known) return known;
  const counts = countBlocks(section.blocks);
  counted.set(section, counts);
  return counts;
}

function countBlocks(blocks: readonly Block[]): Counts {
  let words = 0;
  let spoken = 0;
  for (const block of blocks) {
    // Guidance is the template speaking to the author; it reaches no reader.
    if (block.kind === 'unknown' || block.kind === 'guidance') continue;
    const count = countWords(blockText(block));
    words += count;
    if (said.has(block.kind)) spoken += count;
  }
  return { words, spoken };
}

/** Runs of characters between spaces that hold a letter or a digit, so that a lone dash is no word. */
function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

export function countDocument(document: DespatchDocument): Counts {
  let words = 0;
  let spoken = 0;
  for (const section of document.sections) {
    const counts = countSection(section);
    words += counts.words;
    spoken += counts.spoken;
  }
  return { words, spoken };
}

/** A part for every section heading; sections without one of their own belong to the part before. */
export function countParts(document: DespatchDocument): PartCounts[] {
  const parts: PartCounts[] = [];
  for (const section of document.sections) {
    const first = section.blocks[0];
    if (!first) continue;
    const counts = countSection(section);
    const last = parts.at(-1);
    const begins = first.kind === 'heading' && first.level === 1;
    if (last && !begins) {
      parts[parts.length - 1] = {
        blockId: last.blockId,
        words: last.words + counts.words,
        spoken: last.spoken + counts.spoken,
      };
    } else {
      parts.push({ blockId: first.id, ...counts });
    }
  }
  return parts;
}

/** Minutes it takes to say so many words, unrounded. */
export function speakingMinutes(spoken: number): number {
  return spoken / SPOKEN_WORDS_A_MINUTE;
}

/** "about 6 min", never a false precision; "" where nothing is to be said. */
export function speakingTime(spoken: number): string {
  if (spoken === 0) return '';
  const minutes = speakingMinutes(spoken);
  return minutes < 1 ? 'under 1 min' : `about ${Math.round(minutes)} min`;
}
