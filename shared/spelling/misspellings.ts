/** Which words of a document are spelt wrong, given the dictionary's verdict on each distinct word. */
import { type Cell, passagesOf, placedText, type Stretch } from '../document/places.ts';
import type { AnySection, Block, DespatchDocument, FieldName, KnownBlock } from '../document/schema.ts';
import { type SpelledWord, wordsToSpell } from './words.ts';

export interface Misspelling extends Stretch {
  /** With straight apostrophes. */
  readonly word: string;
}

/** true: right. */
export type Verdicts = ReadonlyMap<string, boolean>;

/** Names of people, numbers and addresses: no dictionary has them. */
const nameFields: ReadonlySet<FieldName> = new Set([
  'attendees',
  'official',
  'contact',
  'contactName',
  'telephone',
  'email',
  'to',
  'from',
]);
const nameKinds: ReadonlySet<KnownBlock['kind']> = new Set(['attendee', 'person', 'clearer']);

interface Spelled {
  readonly cell: Cell | null;
  readonly words: readonly SpelledWord[];
}

function spelledIn(block: Block): readonly Spelled[] {
  if (block.kind === 'unknown' || nameKinds.has(block.kind)) return [];
  if (block.kind === 'field' && nameFields.has(block.field)) return [];
  return [...passagesOf(block)].map(({ cell, content }) => ({
    cell,
    words: wordsToSpell(placedText(content)),
  }));
}

/** In reading order. Words without a verdict count as right. */
export function misspellings(document: DespatchDocument, verdicts: Verdicts): Misspelling[] {
  return document.sections.flatMap((section) => misspellingsIn(section, verdicts));
}

/** @param unseen is given the words on which there is no verdict yet. */
export function misspellingsIn(
  { blocks }: AnySection,
  verdicts: Verdicts,
  unseen: Set<string> = new Set(),
): Misspelling[] {
  const found: Misspelling[] = [];
  for (const block of blocks) {
    for (const { cell, words } of spelledIn(block)) {
      for (const word of words) {
        const verdict = verdicts.get(word.word);
        if (verdict === undefined) unseen.add(word.word);
        else if (!verdict) found.push({ ...word, blockId: block.id, cell });
      }
    }
  }
  return found;
}
