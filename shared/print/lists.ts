/**
 * How every kind of number is written, in the terms in which Word counts its own lists, so that our count and Word's
 * cannot differ.
 */

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

const counters = {
  decimal,
  lowerLetter,
  lowerRoman,
  upperLetter: (count: number) => lowerLetter(count).toUpperCase(),
} as const satisfies Record<string, Counter>;

export interface ListLevel {
  /** The name Word has for this way of counting. */
  readonly format: keyof typeof counters;
  /** The marker, with %1 for the count of the first level, %2 for that of the second (`w:lvlText`). */
  readonly text: string;
}

export const lists = {
  topic: [{ format: 'decimal', text: '%1.' }],
  agendaItem: [{ format: 'decimal', text: '%1.' }],
  aim: [{ format: 'lowerRoman', text: '%1)' }],
  likelyQuestion: [{ format: 'decimal', text: 'Q%1' }],
  paragraph: [
    { format: 'decimal', text: '%1.' },
    { format: 'lowerLetter', text: '%2.' },
    { format: 'lowerRoman', text: '%3.' },
  ],
  /** Sectional numbering: headings of the first level, and the paragraphs under them. */
  sectional: [
    { format: 'decimal', text: '%1.' },
    { format: 'decimal', text: '%1.%2' },
    { format: 'lowerLetter', text: '%3.' },
    { format: 'lowerRoman', text: '%4.' },
  ],
  /** Sectional numbering before the first numbered heading: programs differ in what they count there, so we say it. */
  unheaded: [
    { format: 'decimal', text: '0.%1' },
    { format: 'lowerLetter', text: '%2.' },
    { format: 'lowerRoman', text: '%3.' },
  ],
  recommendation: [
    { format: 'lowerLetter', text: '%1.' },
    { format: 'lowerRoman', text: '%2.' },
  ],
  option: [{ format: 'decimal', text: 'Option %1' }],
  annex: [{ format: 'upperLetter', text: 'Annex %1' }],
  table: [{ format: 'decimal', text: 'Table %1' }],
  image: [{ format: 'decimal', text: 'Figure %1' }],
} as const satisfies Record<string, readonly ListLevel[]>;
/** The lists that run through a document, whatever section their items stand in. */
export type ListName = keyof typeof lists;

/** The marker of an item. @param counts of its level and of every one above it, from 1; a level that was passed over counts as begun. */
export function markerOf(levels: readonly ListLevel[], counts: readonly (number | undefined)[]): string {
  const text = levels[counts.length - 1]?.text ?? '';
  return text.replace(/%(\d)/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    return counters[levels[at]?.format ?? 'decimal'](counts[at] ?? 1);
  });
}
