/** What of a document numbers, outline and names of places hang on, as against the words in between. */
import type { AnySection, Block, DespatchDocument } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { hasWords, isPrinted } from './words.ts';

/**
 * Whether two states of a document have the same numbers, headings and names of places, so that whatever was worked
 * out from one holds for the other. May say no where they have. Takes time by what was changed: sections and blocks
 * are never changed in place.
 */
export function sameSkeleton(one: DespatchDocument, other: DespatchDocument): boolean {
  if (one === other) return true;
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.settings === other.settings &&
    one.sections.length === other.sections.length &&
    one.sections.every((section, at) => sameSection(section, other.sections[at]))
  );
}

function sameSection(one: AnySection, other: AnySection | undefined): boolean {
  if (one === other) return true;
  return (
    other !== undefined &&
    one.id === other.id &&
    one.role === other.role &&
    one.blocks.length === other.blocks.length &&
    one.blocks.every((block, at) => sameBlock(block, other.blocks[at]))
  );
}

function sameBlock(one: Block, other: Block | undefined): boolean {
  if (one === other) return true;
  if (other === undefined || one.kind === 'unknown' || other.kind === 'unknown') return false;
  if (wordless(one) !== wordless(other)) return false;
  if (hasWords(one) !== hasWords(other) || isPrinted(one) !== isPrinted(other)) return false;
  return one.kind !== 'heading' || plainText(one.content) === plainText(other.content);
}

function wordless(block: Block): string {
  return JSON.stringify({ ...block, content: null, rows: null });
}
