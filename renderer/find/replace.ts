/** What replacing would do: one line for every match, and why some are left alone. */
import { type Cell, REFERENCE_PLACE } from '../../shared/document/places.ts';
import type { SearchedPassage } from './corpus.ts';
import { type Hit, replacementFor } from './search.ts';

export interface Replacement {
  readonly blockId: string;
  readonly cell: Cell | null;
  readonly start: number;
  readonly end: number;
  /** What stands there; where it is something else by then, nothing is replaced. */
  readonly matched: string;
  readonly by: string;
}

export interface Previewed extends Replacement {
  /** Position of the match among all. */
  readonly at: number;
  /** The words around it, cut to a line. */
  readonly before: string;
  readonly behind: string;
}

export interface Plan {
  readonly replacements: readonly Previewed[];
  /** Matches in headings and labels that a template keeps. */
  readonly locked: number;
  /** Matches with a cross-reference in them, whose words are not the writer's to replace. */
  readonly references: number;
}

const AROUND = 40;

function wordsBefore(text: string, start: number): string {
  const from = Math.max(0, start - AROUND);
  const words = text.slice(from, start);
  return from === 0 ? words : `… ${words.replace(/^\S*\s/u, '')}`;
}

function wordsBehind(text: string, end: number): string {
  const words = text.slice(end, end + AROUND);
  return end + AROUND >= text.length ? words : `${words.replace(/\s\S*$/u, '')} …`;
}

function shown(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll(REFERENCE_PLACE, '#');
}

export function planFor(
  passages: readonly SearchedPassage[],
  hits: readonly Hit[],
  by: string,
  pattern: boolean,
): Plan {
  const replacements: Previewed[] = [];
  let locked = 0;
  let references = 0;
  for (const [at, hit] of hits.entries()) {
    const passage = passages[hit.at];
    if (!passage) continue;
    const matched = passage.text.slice(hit.start, hit.end);
    if (passage.locked) locked += 1;
    else if (matched.includes(REFERENCE_PLACE)) references += 1;
    else {
      const { blockId, cell, text } = passage;
      replacements.push({
        at,
        blockId,
        cell,
        start: hit.start,
        end: hit.end,
        matched,
        by: replacementFor(hit, matched, by, pattern),
        before: shown(wordsBefore(text, hit.start)),
        behind: shown(wordsBehind(text, hit.end)),
      });
    }
  }
  return { replacements, locked, references };
}

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}

interface Left extends Pick<Plan, 'locked' | 'references'> {
  /** Words that were no longer as they had been found. */
  readonly changed: number;
}

/** "2 in locked headings were left."; empty where nothing was. */
export function leftWords({ locked, references, changed }: Left, were = 'were', was = 'was'): string {
  const parts = [
    locked > 0 ? counted(locked, 'in a locked heading', 'in locked headings') : '',
    references > 0
      ? counted(references, 'with a cross-reference in it', 'with a cross-reference in them')
      : '',
    changed > 0 ? counted(changed, 'that had changed meanwhile', 'that had changed meanwhile') : '',
  ].filter((words) => words !== '');
  if (parts.length === 0) return '';
  const listed = parts.length === 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${listed} ${locked + references + changed === 1 ? was : were} left.`;
}

/** What was done and what was not, in one or two sentences. */
export function outcomeWords(replaced: number, left: Left): string {
  return `${counted(replaced, 'replaced', 'replaced')}. ${leftWords(left)}`.trimEnd();
}
