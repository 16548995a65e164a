/**
 * The list of background papers of a report (Local Government Act 1972, s.100D), made of its citations: documents it
 * relies on, without published works, joined with what its author wrote into the list.
 */
import type { DespatchDocument } from '../document/schema.ts';
import { knownBlocks, plainText } from '../document/walk.ts';
import type { CitedSource } from '../evidence/cited-source.ts';
import type { PrintBlock, PrintRun } from './blocks.ts';
import type { Citer } from './citer.ts';
import { isMarkedHigher } from './evidence.ts';
import { isPrinted } from './words.ts';

/** How one line names two: letters and digits alone, because people write the same title with other signs. */
const bare = (text: string): string =>
  text
    .toLocaleLowerCase('en-GB')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** A shorter title ("Minutes") may stand in a line about something else. */
const TELLING = 8;

/** Whole words, one part behind the other. */
function areIn(words: string, parts: readonly string[]): boolean {
  let rest = ` ${words} `;
  return parts.every((part) => {
    const at = rest.indexOf(` ${part} `);
    if (at >= 0) rest = rest.slice(at + part.length + 1);
    return at >= 0;
  });
}

function isNamedIn(lines: readonly string[], { csl }: CitedSource): boolean {
  const title = bare(csl.title ?? '');
  // People write the organisation between a title and its date: "Debrief, the Council, February 2026".
  const parts = (csl.title ?? '')
    .split(/[,;:()–—]/u)
    .map(bare)
    .filter(Boolean);
  return lines.some((line) => {
    if (csl.URL !== undefined && line.includes(csl.URL)) return true;
    const words = bare(line);
    if (title.length < TELLING) return title !== '' && words === title;
    return words.includes(title) || ((parts[0]?.length ?? 0) >= TELLING && areIn(words, parts));
  });
}

/** Whether documents of this kind have such a list. */
export function listsBackgroundPapers({ kind }: Pick<DespatchDocument, 'kind'>): boolean {
  return kind === 'report';
}

/** The cited sources that belong on the list and are not on it yet, in the order of the document. */
export function backgroundPapers(
  document: DespatchDocument,
  sources: ReadonlyMap<string, CitedSource>,
): CitedSource[] {
  const lines: string[] = [];
  const cited = new Set<string>();
  for (const block of knownBlocks(document)) {
    if (block.kind === 'backgroundDocument' || block.kind === 'appendix')
      lines.push(plainText(block.content));
    if (isPrinted(block)) for (const { evidenceId } of block.citations) cited.add(evidenceId);
  }
  return [...cited].flatMap((id) => {
    const source = sources.get(id);
    return source && source.published !== true && !isNamedIn(lines, source) ? [source] : [];
  });
}

/** What whoever sends the report out should know of the list, as sentences. */
export function backgroundNotices(
  document: DespatchDocument,
  sources: ReadonlyMap<string, CitedSource>,
): string[] {
  return backgroundPapers(document, sources).flatMap((source) => {
    const name = `“${source.csl.title?.trim() || 'Untitled source'}”`;
    return [
      ...(source.published === null
        ? [`${name} is listed as a background paper, because nobody has said whether it is published.`]
        : []),
      ...(isMarkedHigher(source.marking, document.marking)
        ? [`${name} is listed as a background paper and is marked higher than the report.`]
        : []),
    ];
  });
}

/**
 * As entries of the list that the author began.
 * @param markOf what stands before an entry; null: nothing.
 */
export function paperBlocks(
  papers: readonly CitedSource[],
  citer: Citer,
  markOf: (sourceId: string) => PrintRun | null,
): PrintBlock[] {
  return citer.references(papers.map(({ id }) => id)).map(({ sourceId, content }) => ({
    type: 'bulleted',
    kind: 'backgroundDocument',
    id: `background-paper-${sourceId}`,
    content: [markOf(sourceId) ?? [], content].flat(),
    level: 0,
    details: [],
    together: false,
  }));
}

export const backgroundHeading = 'Background papers';
