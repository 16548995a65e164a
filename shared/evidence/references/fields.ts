/** The fields of a reference that every format knows, and dates and names as they write them. */
import type { CslDate, CslItem, CslName } from '../source.ts';

/** Fields of words, as [CSL, RIS, BibTeX]. */
export const wordFields = [
  ['title', 'TI', 'title'],
  ['container-title', 'T2', 'journal'],
  ['publisher', 'PB', 'publisher'],
  ['publisher-place', 'CY', 'address'],
  ['volume', 'VL', 'volume'],
  ['issue', 'IS', 'number'],
  ['page', 'SP', 'pages'],
  ['edition', 'ET', 'edition'],
  ['number', 'M1', 'eid'],
  ['abstract', 'AB', 'abstract'],
  ['note', 'N1', 'note'],
  ['language', 'LA', 'language'],
  ['keyword', 'KW', 'keywords'],
  ['DOI', 'DO', 'doi'],
  ['ISBN', 'SN', 'isbn'],
  ['ISSN', 'SN', 'issn'],
  ['URL', 'UR', 'url'],
] as const;

/** Words on one line; empty where the field has none. */
export function wordsOf(item: CslItem, field: string): string {
  const value = item[field];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/gu, ' ').trim()
    : '';
}

export function namesOf(item: CslItem, field: 'author' | 'editor'): CslName[] {
  const names = item[field];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'object' && name !== null) : [];
}

/** Year, month and day as far as they are known. */
export function partsOf(date: CslDate | undefined): number[] {
  const [first = []] = date?.['date-parts'] ?? [];
  const numbers = first.map(Number);
  const known = numbers.findIndex((part) => !Number.isInteger(part) || part <= 0);
  const parts = known === -1 ? numbers : numbers.slice(0, known);
  if (parts.length > 0) return parts.slice(0, 3);
  const found = /\b(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\b/u.exec(date?.raw ?? date?.literal ?? '');
  return found ? found.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)])) : [];
}

/** @returns undefined where there is no year. */
export function dateOf(words: string): CslDate | undefined {
  const found = /^\D{0,3}(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/u.exec(words.trim());
  if (!found) return undefined;
  const parts = found.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const [year = 0, month, day] = parts;
  const known = [year];
  if (month !== undefined && month >= 1 && month <= 12) {
    known.push(month);
    if (day !== undefined && day >= 1 && day <= 31) known.push(day);
  }
  return { 'date-parts': [known] };
}

export function two(part: number): string {
  return String(part).padStart(2, '0');
}
