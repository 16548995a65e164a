/** Page labels (ISO 32000-1, 12.4.2): any sequence of labels, as few ranges as it takes. */
import { dictionary, text } from '../objects/syntax.ts';

/** D: 1, 2, 3. r and R: Roman, small and large. null: the prefix is the whole label. */
export interface LabelRange {
  /** Index of its first page. */
  readonly start: number;
  readonly style: 'D' | 'r' | 'R' | null;
  readonly prefix: string;
  /** The number of its first page. */
  readonly first: number;
}

/** Larger numbers are not sure to be read as whole ones (ISO 32000-1, annex C.2). */
const LARGEST = 2_147_483_000;
/** Roman numbers above it need characters that no label has. */
const LARGEST_ROMAN = 3999;

const numerals = [
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
] as const;

export function roman(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, letters] of numerals) {
    while (rest >= worth) {
      written += letters;
      rest -= worth;
    }
  }
  return written;
}

function fromRoman(letters: string): number | null {
  let value = 0;
  let rest = letters;
  for (const [worth, sign] of numerals) {
    while (rest.startsWith(sign)) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return rest === '' && value > 0 && value <= LARGEST_ROMAN && roman(value) === letters ? value : null;
}

/** How the label of the page `step` pages after the first of a range is written. */
export function labelOf({ style, prefix, first }: LabelRange, step: number): string {
  const value = first + step;
  if (style === null) return prefix;
  if (style === 'D') return `${prefix}${value}`;
  return prefix + (style === 'r' ? roman(value) : roman(value).toUpperCase());
}

/** The ranges that a label could be the first of, the whole label as a prefix among them. */
function candidates(label: string, start: number): LabelRange[] {
  const found: LabelRange[] = [{ start, style: null, prefix: label, first: 1 }];
  const digits = /[1-9]\d*$/.exec(label);
  if (digits && Number(digits[0]) < LARGEST) {
    found.push({ start, style: 'D', prefix: label.slice(0, digits.index), first: Number(digits[0]) });
  }
  for (const [style, pattern] of [
    ['r', /[ivxlcdm]+$/],
    ['R', /[IVXLCDM]+$/],
  ] as const) {
    const letters = pattern.exec(label);
    // A word that happens to end in one of them is not cut into pieces.
    if (!letters || /[a-z]$/i.test(label.slice(0, letters.index))) continue;
    const value = fromRoman(letters[0].toLowerCase());
    if (value !== null) found.push({ start, style, prefix: label.slice(0, letters.index), first: value });
  }
  return found;
}

function lengthOf(range: LabelRange, labels: readonly string[]): number {
  let step = 1;
  while (range.start + step < labels.length) {
    if (range.style !== 'D' && range.style !== null && range.first + step > LARGEST_ROMAN) break;
    if (labelOf(range, step) !== labels[range.start + step]) break;
    step += 1;
  }
  return step;
}

export function labelRanges(labels: readonly string[]): LabelRange[] {
  const ranges: LabelRange[] = [];
  let at = 0;
  while (at < labels.length) {
    let best: LabelRange | null = null;
    let longest = 0;
    for (const range of candidates(labels[at] ?? '', at)) {
      const length = lengthOf(range, labels);
      // Of equals a counted one: it says what the label is.
      if (length > longest || (length === longest && range.style === 'D')) {
        best = range;
        longest = length;
      }
    }
    if (best) ranges.push(best);
    at += longest;
  }
  return ranges;
}

/** The value of the catalogue's `PageLabels`. */
export function pageLabels(labels: readonly string[]): string {
  const nums = labelRanges(labels).map(({ start, style, prefix, first }) => {
    const label = dictionary({
      S: style === null ? null : `/${style}`,
      P: prefix === '' ? null : text(prefix),
      St: style === null || first === 1 ? null : String(first),
    });
    return `${start} ${label}`;
  });
  return `<</Nums[${nums.join(' ')}]>>`;
}
