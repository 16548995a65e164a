/** Recommendations that say one thing in the summary of a report and another at its end. */
import { quote } from '../../checks/words.ts';
import type { CheckedPaper, PackRule } from './context.ts';
import type { PaperLine } from './lines.ts';
import { folded, pageWords } from './words.ts';

const heading =
  /^\s*(?:(\d{1,2})(?:\.\d{1,2})*[.)]?\s+)?(?:(?:summary\s+of|officers?[’']?|the|key|proposed|draft)\s+)?recommendations?(?:\s+(?:to\s+.{3,60}|\(s\)))?\s*:?\s*$/iu;
/** "2 Background", "Background": what ends a list of recommendations in print. */
const nextHeading = /^\s*(?:\d{1,2}(?:\.0)?[.)]?\s+)?\p{Lu}[\p{L}\s,&’'/-]{2,60}:?\s*$/u;
const marker =
  /^\s*(?:\(?\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?!\d)|[•▪●·*–-](?=\s))\s*/iu;
/** Words that lead in ("It is recommended that the Committee:") or only point ("As set out at paragraph 3"). */
const leadsIn =
  /:\s*$|^(?:as|see|please\s+see|(?:these|they)\s+are|refer)\b.{0,60}\b(?:section|paragraph|para|page|above|below|summary)\b/iu;
const FEWEST_WORDS = 4;
const MOST_ITEMS = 100;

interface Item {
  readonly words: string;
  readonly text: string;
}

interface Group {
  readonly items: readonly Item[];
  readonly page: number | null;
  readonly blockId: string | null;
}

/** Each list of recommendations of a paper, in order. */
function groupsOf({ lines }: CheckedPaper): Group[] {
  const groups: Group[] = [];
  let open: { texts: string[]; page: number | null; blockId: string | null } | null = null;
  const close = () => {
    if (open)
      groups.push({ items: open.texts.map(itemOf).filter(isWhole), page: open.page, blockId: open.blockId });
    open = null;
  };
  for (const [at, line] of lines.entries()) {
    const isHead =
      line.kind === null || line.kind === 'heading' || line.kind === 'label' || line.kind === 'paragraph';
    if (isHead && heading.test(line.text)) {
      close();
      open = { texts: [], page: line.page, blockId: line.blockId };
    } else if (line.kind === 'recommendation') {
      // In a document written here they are known as what they are, under whatever heading.
      if (open === null) open = { texts: [], page: line.page, blockId: line.blockId };
      open.texts.push(line.text);
    } else if (open !== null) {
      if (endsList(line, lines[at + 1])) close();
      else if (open.texts.length <= MOST_ITEMS) add(open.texts, line);
    }
  }
  close();
  return groups;
}

function endsList(line: PaperLine, next: PaperLine | undefined): boolean {
  if (line.kind === 'heading' || line.kind === 'label') return true;
  if (line.kind !== null || marker.test(line.text) !== /^\s*\d/.test(line.text)) return false;
  if (!nextHeading.test(line.text)) return false;
  // The last line of a recommendation may be short and without a full stop; a heading is followed by a new beginning.
  return next === undefined || /^\s*(?:["“(]?\p{Lu}|\d)/u.test(next.text);
}

function add(texts: string[], line: PaperLine): void {
  if (line.text.trim() === '') return;
  const begins = line.kind !== null || marker.test(line.text) || texts.length === 0;
  if (begins) texts.push(line.text);
  else texts.push(`${texts.pop() ?? ''} ${line.text}`);
}

function itemOf(text: string): Item {
  const own = text.replace(marker, '').trim();
  return { text: own, words: folded(own) };
}

function isWhole({ words, text }: Item): boolean {
  return words.split(' ').length >= FEWEST_WORDS && !leadsIn.test(text);
}

/** Share of the words of the shorter that the other has too. */
function likeness(one: Item, other: Item): number {
  const [a, b] = [new Set(one.words.split(' ')), new Set(other.words.split(' '))];
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / Math.min(a.size, b.size);
}

const ALIKE = 0.6;

interface Difference {
  readonly first: Item | null;
  readonly last: Item | null;
}

function differenceOf(first: Group, last: Group): Difference | null {
  const lastWords = last.items.map(({ words }) => words).join(' ');
  const firstWords = first.items.map(({ words }) => words).join(' ');
  const onlyFirst = first.items.filter(({ words }) => !lastWords.includes(words));
  const onlyLast = last.items.filter(({ words }) => !firstWords.includes(words));
  for (const item of onlyFirst) {
    const other = best(item, onlyLast);
    if (other) return { first: item, last: other };
  }
  // Without a counterpart it may be a sentence that leads in; told where the two lists differ in length as well.
  if (first.items.length === last.items.length) return null;
  const [a] = onlyFirst;
  const [b] = onlyLast;
  if (first.items.length > last.items.length && a) return { first: a, last: null };
  return first.items.length < last.items.length && b ? { first: null, last: b } : null;
}

function best(item: Item, among: readonly Item[]): Item | null {
  let found: Item | null = null;
  let most = ALIKE;
  for (const other of among) {
    const value = likeness(item, other);
    if (value >= most) {
      most = value;
      found = other;
    }
  }
  return found;
}

export const recommendationsDiffer: PackRule = {
  name: 'recommendations-differ',
  *check({ papers }) {
    for (const at of papers) {
      if (at.paper.appendix || at.content === null) continue;
      const groups = groupsOf(at).filter(({ items }) => items.length > 0);
      const [first] = groups;
      const last = groups.at(-1);
      if (!first || !last || first === last) continue;
      const difference = differenceOf(first, last);
      if (difference === null) continue;
      const pages = [first.page, last.page].filter((page) => page !== null);
      const places = pages.length === 0 ? '' : ` (${pageWords([...new Set(pages)])})`;
      const message = `${saying(difference)}${places}. Members vote on one of them: make them say the same.`;
      yield { severity: 'error', at, pages: [...new Set(pages)], blockId: last.blockId, message };
    }
  },
};

/** Where the words part, with one word before. */
function parting(own: string, other: string): string {
  const [a, b] = [own.split(/\s+/), other.split(/\s+/)];
  let at = 0;
  while (at < a.length && at < b.length && folded(a[at] ?? '') === folded(b[at] ?? '')) at += 1;
  const from = Math.max(0, at - 3);
  return quote(`${from > 0 ? '… ' : ''}${a.slice(from).join(' ')}`);
}

function saying({ first, last }: Difference): string {
  if (first && last)
    return `The recommendations differ: the first list says ${parting(first.text, last.text)}, the last ${parting(last.text, first.text)}`;
  if (first) return `The recommendations differ: only the first list has ${quote(first.text)}`;
  return `The recommendations differ: only the last list has ${quote(last?.text ?? '')}`;
}
