/** Whether two references are of one publication, and what one can tell of it that the other does not. */
import { issuedWords, urlKey } from '../naming.ts';
import type { CslItem } from '../source.ts';

/** Fields that say what a reference manager does with it, or what the item is by our own reckoning. */
const notDetails = new Set(['id', 'type', 'citation-label']);

function doiKey({ DOI }: CslItem): string | null {
  if (typeof DOI !== 'string') return null;
  return (
    DOI.trim()
      .toLowerCase()
      .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/u, '') || null
  );
}

/** For comparing; empty where there is none. */
function plainTitle({ title = '' }: CslItem): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Shorter titles are the titles of many. */
const TELLING = 8;

function sameTitle(one: CslItem, other: CslItem): boolean {
  const title = plainTitle(one);
  if (title === '' || title !== plainTitle(other)) return false;
  const [year, otherYear] = [issuedWords(one).slice(0, 4), issuedWords(other).slice(0, 4)];
  // Of a file that was only taken in nobody may know the year yet.
  return year === '' || otherYear === '' ? title.length >= TELLING : year === otherYear;
}

/** By DOI, address, or title and year as far as both are known; two that both have a DOI by that alone. */
export function sameReference(one: CslItem, other: CslItem): boolean {
  const [doi, otherDoi] = [doiKey(one), doiKey(other)];
  if (doi !== null && otherDoi !== null) return doi === otherDoi;
  const address = urlKey(one);
  if (address !== null && address === urlKey(other)) return true;
  return sameTitle(one, other);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Nothing that is known is overwritten. */
export function filledFrom(
  known: CslItem,
  given: CslItem,
): { readonly csl: CslItem; readonly filled: string[]; readonly differs: string[] } {
  const csl: CslItem = { ...known };
  const filled: string[] = [];
  const differs: string[] = [];
  // A file's own kind is the least that can be said.
  if (known.type === 'document' && given.type !== 'document') {
    csl.type = given.type;
    filled.push('type');
  }
  for (const [field, value] of Object.entries(given)) {
    if (notDetails.has(field) || isEmpty(value)) continue;
    if (isEmpty(known[field])) {
      csl[field] = value;
      filled.push(field);
    } else if (JSON.stringify(known[field]) !== JSON.stringify(value)) differs.push(field);
  }
  return { csl, filled, differs };
}
