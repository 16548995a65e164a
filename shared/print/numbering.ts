/**
 * Where every printed number comes from: gutter, outline, checks, Word and PDF all read this one count.
 *
 * Word renumbers its own lists natively, so this count follows Word's rules: a level restarts after any higher
 * level, interruptions by other blocks do not matter, and letters after z are doubled (aa, bb), not combined.
 */
import type { DespatchDocument, KnownBlock, SectionRole } from '../document/schema.ts';
import { isPrinted } from './words.ts';

type Counter = (count: number) => string;

const decimal: Counter = (count) => String(count);

/** 1 → a, 26 → z, 27 → aa, 28 → bb: `lowerLetter` of ISO 29500-1, 17.18.59. */
export const lowerLetter: Counter = (count) =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 4 → iv, 90 → xc: `lowerRoman` of ISO 29500-1, 17.18.59. */
export const lowerRoman: Counter = (count) => {
  let rest = count;
  let numeral = '';
  for (const [value, digit] of romanDigits) {
    while (rest >= value) {
      numeral += digit;
      rest -= value;
    }
  }
  return numeral;
};

export interface ListLevel {
  /** The name Word has for this way of counting. */
  readonly format: 'decimal' | 'lowerLetter' | 'lowerRoman';
  /** What follows the number. */
  readonly suffix: '.' | ')';
}

export const lists = {
  topic: [{ format: 'decimal', suffix: '.' }],
  aim: [{ format: 'lowerRoman', suffix: ')' }],
  paragraph: [
    { format: 'decimal', suffix: '.' },
    { format: 'lowerLetter', suffix: '.' },
    { format: 'lowerRoman', suffix: '.' },
  ],
  recommendation: [
    { format: 'lowerLetter', suffix: '.' },
    { format: 'lowerRoman', suffix: '.' },
  ],
} as const satisfies Record<string, readonly ListLevel[]>;
/** The lists that run through a whole document, whatever section their items stand in. */
export type ListName = keyof typeof lists;

const counters: Readonly<Record<ListLevel['format'], Counter>> = { decimal, lowerLetter, lowerRoman };

/** The list that counts this block, and at what level of it; null for what bears no number. */
function listOf(block: KnownBlock, role: SectionRole): { list: ListName; level: number } | null {
  switch (block.kind) {
    case 'heading':
      return role === 'topic' && block.level === 1 ? { list: 'topic', level: 0 } : null;
    case 'aim':
    case 'paragraph':
    case 'recommendation':
      return { list: block.kind, level: block.level };
    default:
      return null;
  }
}

/** Numbers the blocks that `counts` says yes to, and no others. */
function markersOf(
  document: DespatchDocument,
  counts: (block: KnownBlock, list: ListName | null) => boolean,
): ReadonlyMap<string, string> {
  const markers = new Map<string, string>();
  const counted: Record<ListName, number[]> = { topic: [], aim: [], paragraph: [], recommendation: [] };
  for (const section of document.sections) {
    if (section.role === 'unknown') continue;
    for (const block of section.blocks) {
      if (block.kind === 'unknown') continue;
      const place = listOf(block, section.role);
      if (!counts(block, place?.list ?? null)) continue;
      if (block.kind === 'appendix') markers.set(block.id, `Appendix ${block.designation}`);
      if (!place) continue;
      const levels: readonly ListLevel[] = lists[place.list];
      const at = Math.min(place.level, levels.length - 1);
      const level = levels[at];
      if (!level) continue;
      const count = (counted[place.list][at] ?? 0) + 1;
      counted[place.list].length = at;
      counted[place.list][at] = count;
      markers.set(block.id, `${counters[level.format](count)}${level.suffix}`);
    }
  }
  return markers;
}

/**
 * The printed marker of every block that bears one: "12.", "a.", "i)", "Appendix 1". Empty blocks are not
 * printed, so they have no marker and use up no number.
 */
export function numberDocument(document: DespatchDocument): ReadonlyMap<string, string> {
  return markersOf(document, isPrinted);
}

/**
 * The markers as somebody sees them while writing: as printed, and in an empty block the one it will bear once it has
 * words. At the end of its list such a number changes no other. In the middle it would, so there only the block that
 * is being written has one, and what follows already counts it: no two blocks ever show the same number.
 * @param writing id of the block with the caret; null where there is none.
 */
export function provisionalNumbers(
  document: DespatchDocument,
  writing: string | null,
): ReadonlyMap<string, string> {
  const lastPrinted = new Map<ListName, string>();
  for (const section of document.sections) {
    if (section.role === 'unknown') continue;
    for (const block of section.blocks) {
      if (block.kind === 'unknown' || !isPrinted(block)) continue;
      const place = listOf(block, section.role);
      if (place) lastPrinted.set(place.list, block.id);
    }
  }
  const ended = new Set((Object.keys(lists) as ListName[]).filter((list) => !lastPrinted.has(list)));
  return markersOf(document, (block, list) => {
    if (list !== null && lastPrinted.get(list) === block.id) ended.add(list);
    return isPrinted(block) || block.id === writing || (list !== null && ended.has(list));
  });
}
