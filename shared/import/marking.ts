/** Security markings written as lines of text, at the top of a file and often on every page of it. */
import type { Marking } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import type { SourceLine, SourceNotice, SourceText } from './source.ts';

const markingLine =
  /^(?:UK )?OFFICIAL(?:(?:\s*[-–—:]\s*|\s+)(SENSITIVE))?(?:(?:\s*[-–—:|/[(]\s*)(.{1,100}?)[\])]?|\s+(\p{Lu}[\p{Lu} ]{2,40}))?$/u;

/** The marking a line states; null for any other line. Descriptors are in capitals, handling instructions are not. */
export function readMarking(text: string): Marking | null {
  const match = markingLine.exec(text.trim());
  if (!match) return null;
  const [, sensitive, after, capitals] = match;
  const rest = (capitals ?? after ?? '').trim();
  const parts = rest === '' ? [] : rest.split(/\s*[–—|/]\s*|\s+-\s+/);
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
  const stated: number[] = [];
  const unmarked = ({ marker, heading, aside }: SourceLine) => !marker && heading === null && !aside;
  for (const [at, line] of lines.entries()) {
    if (unmarked(line) && readMarking(plainText(line.content))) stated.push(at);
  }
  const [first] = stated.filter(atEdge);
  const firstWords = first === undefined ? '' : plainText(lines[first]?.content ?? []);
  const marking = readMarking(firstWords) ?? readMarking(source.headerMarking ?? '');
  const taken = new Set(
    stated.filter((at) => plainText(lines[at]?.content ?? []).trim() === firstWords.trim()),
  );
  const notices: SourceNotice[] = source.notices.map((notice) => ({
    ...notice,
    at: moved(notice.at, taken),
  }));
  if (marking) {
    notices.unshift({
      code: 'marking',
      message: `The marking ${marking.classification} was read from the page and is printed top and bottom again.`,
      original: [...taken].flatMap((at) => lines[at]?.original ?? []),
      at: null,
    });
  }
  return { source: { ...source, lines: lines.filter((_, at) => !taken.has(at)), notices }, marking };
}

/** Where a line stands once others are gone. */
function moved(at: number | null, taken: ReadonlySet<number>): number | null {
  if (at === null) return null;
  let gone = 0;
  for (const position of taken) if (position < at) gone += 1;
  return at - gone;
}
