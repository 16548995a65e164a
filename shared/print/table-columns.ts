/** How the columns of a table stand: which are figures, and how wide each is. Sheet, Word and PDF all ask here. */
import type { Inline, TableBlock } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';

type Rows = TableBlock['rows'];

/** A figure with its currency, sign, unit or brackets, as official tables write them. */
const figure =
  /^\(?\s*[+\-−–±~≈<>≤≥]?\s*(?:[£$€]|GBP|USD|EUR)?\s*[+\-−–]?\d[\d,\s]*(?:\.\d+)?\s*(?:%|pp|p|k|m|bn|tn|million|billion|°C|km|kg|ha|FTE)?\s*\)?[*†‡]?$/iu;
/** What stands in a column of figures where there is none. */
const noFigure = /^(?:[-–—.]|n\/?a|nil|none|tbc|not known|\.\.|\[[a-z]\])$/iu;

/**
 * Whether each column holds figures: at least one, and beside them nothing but blanks and signs for "none". The header
 * is not asked. Such columns are set to the right, so that tens stand under tens.
 */
export function numericColumns(rows: Rows, headerRow: boolean): boolean[] {
  const body = headerRow ? rows.slice(1) : rows;
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    let figures = 0;
    for (const row of body) {
      const text = plainText(row[column]?.content ?? []).trim();
      if (text === '' || noFigure.test(text)) continue;
      // A date or a telephone number is long; a figure is not.
      if (text.length > 24 || !figure.test(text)) return false;
      figures += 1;
    }
    return figures > 0;
  });
}

/** Rows looked at for the widths: a long table must not cost more than it shows. */
const SAMPLE = 200;
/** No column is so narrow that a short word breaks, nor so wide that it starves the others, in characters. */
const NARROWEST = 4;
const WIDEST = 60;
/** What a column asks for in which nothing is written yet: room to begin. */
const EMPTY = 14;

function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.split(/\s+/u)) longest = Math.max(longest, word.length);
  return longest;
}

/**
 * The share of the table's width that each column gets; together 1. A column is as wide as its typical cell asks, and
 * never so narrow that its longest word would have to be cut where that can be helped.
 */
export function columnShares(rows: Rows): number[] {
  const width = rows[0]?.length ?? 0;
  const sample = rows.slice(0, SAMPLE);
  const wishes = Array.from({ length: width }, (_, column) => {
    let word = 0;
    let total = 0;
    let filled = 0;
    for (const row of sample) {
      const text = cellText(row[column]?.content);
      if (text === '') continue;
      word = Math.max(word, longestWord(text));
      total += text.length;
      filled += 1;
    }
    if (filled === 0) return EMPTY;
    const typical = total / filled;
    return Math.min(WIDEST, Math.max(NARROWEST, word + 1, typical));
  });
  const sum = wishes.reduce((one, other) => one + other, 0);
  return wishes.map((wish) => wish / sum);
}

function cellText(content: readonly Inline[] | undefined): string {
  return content ? plainText(content).trim() : '';
}
