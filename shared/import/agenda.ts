/** Aims written one after the other in a line: "i) to emphasise …; ii) to seek …". */

import type { Inline } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { romanValue } from './markers.ts';
import { sliceRuns, trimRuns } from './runs.ts';

const inlineNumber = /(?<=^|[\s;,.:])\(?(\d{1,2}|[a-h]|[ivx]{1,5})\)\s+/g;

type Reading = (core: string) => number | null;
const readings: readonly Reading[] = [
  (core) => (/^\d+$/.test(core) ? Number(core) : null),
  romanValue,
  (core) => (/^[a-h]$/.test(core) ? core.charCodeAt(0) - 96 : null),
];

interface Part {
  readonly marker: string;
  readonly content: Inline[];
}

/**
 * Splits at numbers that run from one without a gap. The first part, of empty marker, is what stands before the
 * first number; the whole where there are no such numbers.
 */
export function splitAtNumbers(content: readonly Inline[]): Part[] {
  const text = plainText(content);
  const found = [...text.matchAll(inlineNumber)];
  for (const reading of readings) {
    const starts: { at: number; length: number; marker: string }[] = [];
    for (const match of found) {
      if (reading(match[1] ?? '') === starts.length + 1) {
        starts.push({ at: match.index, length: match[0].length, marker: match[0].trim() });
      }
    }
    if (starts.length === 0 || (starts.length === 1 && starts[0]?.at !== 0)) continue;
    const parts: Part[] = [{ marker: '', content: trimRuns(sliceRuns(content, 0, starts[0]?.at)) }];
    for (const [at, { at: from, length, marker }] of starts.entries()) {
      parts.push({ marker, content: trimRuns(sliceRuns(content, from + length, starts[at + 1]?.at)) });
    }
    return parts.filter(({ content: words }) => words.length > 0);
  }
  return [{ marker: '', content: trimRuns(content) }];
}
