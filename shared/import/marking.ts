/** Security markings written as lines of text, at the top of a file and often on every page of it. */
import type { Marking } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { lazily } from '../lazily.ts';
import type { SourceLine, SourceNotice, SourceText } from './source.ts';
import { withoutLines } from './without-lines.ts';

const markingLine = lazily(
  () =>
    /^(?:UK )?OFFICIAL(?:(?:(?:\s*[-–—:]\s*|\s+)(SENSITIVE)(?:\s+(\p{Lu}[\p{Lu} ]{2,40}))?)?(?:\s*[-–—:|/[(]\s*(.{1,100}?)[\])]?)?)$/u,
);

const bareMarking = /^OFFICIAL(?:[- ]SENSITIVE)?$/;

/** The marking a line states; null for any other line. Descriptors are in capitals, handling instructions are not. */
export function readMarking(text: string): Marking | null {
  // Asked of every line, so the pattern is compiled only where there can be a marking.
  const match = text.includes('OFFICIAL') ? markingLine().exec(text.trim()) : null;
  if (!match) return null;
  const [, sensitive, capitals, after] = match;
  const rest = (after ?? '').trim();
  const stated = rest === '' ? [] : rest.split(/\s*[–—|/]\s*|\s+-\s+/);
  const parts = capitals === undefined ? stated : [capitals, ...stated];
  const isDescriptor = parts[0] !== undefined && parts[0] === parts[0].toUpperCase();
  return {
    classification: sensitive ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL',
    descriptor: isDescriptor ? (parts[0] ?? '') : '',
    handling: (isDescriptor ? parts.slice(1) : parts).join(' – '),
  };
}

export interface MarkedSource {
  readonly source: SourceText;
  readonly marking: Marking | null;
}

/** How many lines from either end of a file a page's marking may stand. */
const EDGE = 6;

/** Takes the lines that state the marking out of the words. Every one is told in a notice. */
export function takeMarking(source: SourceText): MarkedSource {
  const { lines } = source;
  const atEdge = (at: number) => at < EDGE || at >= lines.length - EDGE;
  const wordsAt = (at: number) => plainText(lines[at]?.content ?? []).trim();
  const stated: number[] = [];
  const unmarked = ({ marker, heading, aside }: SourceLine) => !marker && heading === null && !aside;
  for (const [at, line] of lines.entries()) {
    if (unmarked(line) && readMarking(plainText(line.content))) stated.push(at);
  }
  // In the middle of a file only the bare words are certain to be a page's marking.
  const first = stated.find(atEdge) ?? stated.find((at) => bareMarking.test(wordsAt(at)));
  const firstWords = first === undefined ? '' : wordsAt(first);
  const marking = readMarking(firstWords) ?? readMarking(source.headerMarking ?? '');
  const taken = new Set(stated.filter((at) => wordsAt(at) === firstWords));
  const rest = withoutLines(source, taken);
  const notices: SourceNotice[] = [];
  if (marking) {
    notices.push({
      code: 'marking',
      message: `The marking ${marking.classification} was read from the page and is printed top and bottom again.`,
      original: [...taken].flatMap((at) => lines[at]?.original ?? []),
      at: null,
    });
  }
  return { source: { ...rest, notices: [...notices, ...rest.notices] }, marking };
}
