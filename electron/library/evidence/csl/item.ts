/** What a source says of itself, made fit for citeproc: only plain values, and only characters that can be printed. */
import type { CitedSource } from '../../../../shared/evidence/cited-source.ts';
import { printableText } from '../../../../shared/print/words.ts';

/** A title is a line; what is longer was not written for a note. */
const LONGEST = 2000;
const DEEPEST = 6;
const MOST = 200;

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return printableText(value).replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    return value.slice(0, MOST).flatMap((each) => {
      const kept = clean(each, depth - 1);
      return kept === undefined ? [] : [kept];
    });
  }
  const kept: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value).slice(0, MOST)) {
    const cleaned = name === '__proto__' ? undefined : clean(each, depth - 1);
    if (cleaned !== undefined && cleaned !== '') kept[name] = cleaned;
  }
  return kept;
}

/** Names without a single part, and dates without a year, make citeproc stumble. */
const isName = (name: unknown): boolean =>
  typeof name === 'object' && name !== null && ('family' in name || 'literal' in name || 'given' in name);

const unspecific: ReadonlySet<unknown> = new Set(['document', 'dataset']);

export function cslItem({ id, csl }: CitedSource): Record<string, unknown> {
  const item = clean(csl, DEEPEST) as Record<string, unknown>;
  for (const [name, value] of Object.entries(item)) {
    if (!Array.isArray(value)) continue;
    const names = value.filter(isName);
    if (names.length > 0) item[name] = names;
    else delete item[name];
  }
  // A note about nothing would be worse than one with a poor name.
  if (typeof item['title'] !== 'string') item['title'] = 'Untitled source';
  // Styles pass over who published what they take for a mere document or figures, and when.
  const isPublication = typeof item['publisher'] === 'string' && unspecific.has(item['type']);
  return { ...item, ...(isPublication ? { type: 'report' } : {}), id };
}
