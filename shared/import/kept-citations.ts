/** Citations that a Word file of ours kept, put back on the words they were about. */
import { citedIn, freeCitationId, wordsOf } from '../document/citations.ts';
import type { Block, Citation, DespatchDocument, Inline, KnownBlock } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import type { KeptCitation, KeptCitations } from './kept-schema.ts';
import type { ImportRow } from './report.ts';
import { mergeRuns, trimRuns } from './runs.ts';
import type { SourceText } from './source.ts';
import { withoutLines } from './without-lines.ts';

type Rename = (key: string) => string | null;

function renamed(content: readonly Inline[], rename: Rename): Inline[] {
  return content.map((inline) => {
    if (inline.type === 'break' || !inline.cited) return inline;
    const { cited, ...rest } = inline;
    const ids = cited.flatMap((key) => rename(key) ?? []);
    return ids.length > 0 ? { ...rest, cited: ids } : rest;
  });
}

const squashed = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Keys of made words that still stand as we made them; what somebody has changed in Word is theirs. */
function unchangedKeys({ lines, kept }: SourceText): ReadonlySet<string> {
  const standing = new Map<string, string>();
  /** What a number before made words was read as, though it was part of them. */
  const markers = new Map<string, string>();
  for (const { content, marker } of lines) {
    for (const inline of content) {
      if (inline.type !== 'text') continue;
      for (const key of inline.cited ?? []) {
        if (marker && !standing.has(key)) markers.set(key, marker.text);
        standing.set(key, (standing.get(key) ?? '') + inline.text);
      }
    }
  }
  const isUnchanged = ({ key, text }: { readonly key: string; readonly text: string }) => {
    const words = squashed(standing.get(key) ?? '');
    return words === squashed(text) || `${markers.get(key)} ${words}` === squashed(text);
  };
  return new Set((kept?.made ?? []).filter(isUnchanged).map(({ key }) => key));
}

/** Without the words that were made: exporting makes them again. */
function withoutMade(source: SourceText): SourceText {
  const made = unchangedKeys(source);
  if (made.size === 0) return source;
  const emptied = new Set<number>();
  const lines = source.lines.map((line, at) => {
    const left = line.content.filter(
      (inline) => inline.type !== 'text' || !(inline.cited ?? []).some((key) => made.has(key)),
    );
    if (left.length === line.content.length) return line;
    if (plainText(left).trim() === '') emptied.add(at);
    return { ...line, content: trimRuns(left) };
  });
  const notices = source.notices.filter(
    ({ code, at }) => !(at !== null && emptied.has(at) && /^(?:foot|end)note$/.test(code)),
  );
  return withoutLines({ ...source, lines, notices }, emptied);
}

/**
 * What recognising goes on with: where citations are wanted, without the words that we had made from them; where they
 * are not, with those words and without keys.
 */
export function prepareKept(source: SourceText, wanted: boolean): SourceText {
  if (wanted && source.kept) return withoutMade(source);
  const { kept: _, ...rest } = source;
  const isKeyed = source.lines.some(({ content }) => citedIn(content).size > 0);
  if (!isKeyed) return rest;
  const lines = source.lines.map((line) => ({
    ...line,
    content: mergeRuns(renamed(line.content, () => null)),
  }));
  return { ...rest, lines };
}

/** A citation borne by all the words of a block is about the block as a whole. */
function isWhole(words: readonly Inline[], key: string): boolean {
  return words.every(
    (inline) =>
      inline.type === 'break' ||
      (inline.type === 'text' && inline.text.trim() === '') ||
      (inline.cited ?? []).includes(key),
  );
}

interface Ordered {
  readonly citation: KeptCitation;
  /** In which they stood in the document that was exported. */
  readonly order: number;
}

function settledBlock(
  block: KnownBlock,
  kept: ReadonlyMap<string, Ordered>,
  found: Map<string, string>,
): KnownBlock {
  const words = wordsOf(block);
  const keys = citedIn(words);
  if (keys.size === 0) return block;
  const citations: Citation[] = [];
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  const ordered = [...keys].sort((one, other) => (kept.get(one)?.order ?? 0) - (kept.get(other)?.order ?? 0));
  for (const key of ordered) {
    const citation = kept.get(key)?.citation;
    const quote = citation?.locator.quote;
    if (!citation || !quote) continue;
    const id = freeCitationId(citation.id, taken);
    taken.add(id);
    citations.push({ ...citation, id, locator: { ...citation.locator, quote } });
    if (!isWhole(words, key)) ids.set(key, id);
    found.set(key, block.id);
  }
  const rename: Rename = (key) => ids.get(key) ?? null;
  const content = mergeRuns(renamed(block.content, rename));
  if (block.kind !== 'table') return { ...block, content, citations };
  const rows = block.rows.map((row) =>
    row.map((cell) => ({ ...cell, content: mergeRuns(renamed(cell.content, rename)) })),
  );
  return { ...block, content, rows, citations };
}

/**
 * Puts the citations on the blocks whose words bear their keys, and takes the keys away. Linear.
 * @param document as recognised, its runs with keys.
 * @returns with a row of the report for each that stands nowhere now.
 */
export function settleCitations(
  document: DespatchDocument,
  { citations, sources }: KeptCitations,
  mint: () => string,
): { readonly document: DespatchDocument; readonly rows: readonly ImportRow[] } {
  const kept = new Map(citations.map(({ key, citation }, order) => [key, { citation, order }]));
  const titles = new Map(sources.map(({ id, csl }) => [id, csl.title?.trim() || 'Untitled source']));
  const found = new Map<string, string>();
  const settled = (block: Block): Block =>
    block.kind === 'unknown' ? block : settledBlock(block, kept, found);
  const sections = document.sections.map((section) =>
    section.role === 'unknown' ? section : { ...section, blocks: section.blocks.map(settled) },
  );
  const row = (kind: ImportRow['kind'], code: string, message: string, text: string | null): ImportRow => ({
    id: mint(),
    kind,
    code,
    message,
    original: text === null ? [] : [{ line: 1, text }],
    blockId: null,
    undo: null,
    state: 'pending',
  });
  const rows: ImportRow[] = [];
  if (found.size > 0) {
    const those = found.size === 1 ? 'One citation stands' : `${found.size} citations stand`;
    rows.push(
      row(
        'notice',
        'citationsKept',
        `${those} where they stood when Despatch wrote this file; the notes and lists made from them are made again at export.`,
        null,
      ),
    );
  }
  for (const { key, citation } of citations) {
    if (found.has(key)) continue;
    const title = titles.get(citation.evidenceId) ?? 'Untitled source';
    const quote = citation.locator.quote?.exact ?? null;
    const message =
      quote === null
        ? `A citation of “${title}” did not come back: its words were not let out of the library. Cite it again.`
        : `A citation of “${title}” did not come back: the words it was about were deleted in Word.`;
    rows.push(row('notice', 'citationLost', message, quote));
  }
  return { document: { ...document, sections }, rows };
}
