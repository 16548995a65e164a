/** What the picker of cross-references lists for what somebody types: a number, a kind or words. */

import type { ReferenceTarget, ReferenceTargets, TargetKind } from '../../shared/references/words.ts';
import type { FoundEntry, FoundGroup } from '../palette/entries.ts';

const groups: Readonly<Record<TargetKind, string>> = {
  section: 'Sections',
  paragraph: 'Paragraphs',
  recommendation: 'Recommendations',
  agendaItem: 'Agenda',
  aim: 'Agenda',
  question: 'Questions and answers',
  option: 'Options',
  appendix: 'Appendices and annexes',
  annex: 'Appendices and annexes',
  table: 'Tables and figures',
  figure: 'Tables and figures',
};

/** More than anybody reads; typing narrows it down. */
const MOST = 80;
/** Of each group while nothing is typed. */
const MOST_UNASKED = 12;
const LONGEST = 90;

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);
}

/** "Paragraph 12 · The council has agreed to …" */
export function nameOf({ label, number, title, words }: ReferenceTarget): string {
  if (number === null) return title ?? label;
  const flat = words.replace(/\s+/gu, ' ').trim();
  const short = flat.length > LONGEST ? `${flat.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …` : flat;
  return short === '' ? capitalised(label) : `${capitalised(label)} · ${short}`;
}

/** Where a word begins in a text: 2 at the start of a word, 1 within one, 0 nowhere. */
function closeness(word: string, text: string): 0 | 1 | 2 {
  let within: 0 | 1 = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 2;
    within = 1;
  }
  return within;
}

/** How well one word of the query is answered: by the number, by the name of the kind, by the words of the block. */
function worth(word: string, { label, number, words }: ReferenceTarget): number {
  const cited = number?.toLowerCase() ?? '';
  if (cited === word) return 100;
  if (cited !== '' && cited.startsWith(word)) return 50;
  if (closeness(word, label.toLowerCase()) === 2) return 30;
  return closeness(word, words.toLowerCase()) * 5;
}

function positions(query: readonly string[], name: string): number[] {
  const at = new Set<number>();
  for (const word of query) {
    const start = name.indexOf(word);
    if (start >= 0) for (let place = start; place < start + word.length; place += 1) at.add(place);
  }
  return [...at].sort((one, other) => one - other);
}

/** @param onChoose what a chosen entry does. */
export function choicesFor(
  targets: ReferenceTargets,
  query: string,
  onChoose: (target: ReferenceTarget) => void,
): FoundGroup[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const found: { readonly target: ReferenceTarget; readonly name: string; readonly score: number }[] = [];
  const unasked = new Map<string, number>();
  for (const target of targets.values()) {
    const name = nameOf(target);
    if (words.length === 0) {
      const group = groups[target.kind];
      const count = (unasked.get(group) ?? 0) + 1;
      unasked.set(group, count);
      if (count <= MOST_UNASKED) found.push({ target, name, score: 0 });
      continue;
    }
    const scores = words.map((word) => worth(word, target));
    if (scores.every((score) => score > 0)) {
      found.push({ target, name, score: scores.reduce((sum, score) => sum + score, 0) });
    }
  }
  // The sort is stable, so that equals stand in reading order.
  found.sort((one, other) => other.score - one.score);
  const entries = found.slice(0, MOST).map(
    ({ target, name }): FoundEntry => ({
      id: target.id,
      group: groups[target.kind],
      name,
      at: positions(words, name.toLowerCase()),
      run: () => onChoose(target),
    }),
  );
  const names = [...new Set(entries.map(({ group }) => group))];
  return names.map((name) => ({ name, entries: entries.filter(({ group }) => group === name) }));
}
