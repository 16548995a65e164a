/** The evidence annex: every cited point of the document beside the words that it rests on, section by section. */
import type { Citation, DespatchDocument, Inline, KnownBlock } from '../document/schema.ts';
import { fieldLabel } from '../document/walk.ts';
import type { PrintBlock, PrintCell, PrintRun, PrintTable } from './blocks.ts';
import type { Citer } from './citer.ts';
import { isMarkedHigher, type PrintEvidence, pageOf, requireSources } from './evidence.ts';
import type { Shown } from './exempt.ts';
import type { Group } from './groups.ts';
import { type Context, printedHeading } from './print-group.ts';
import { isShortTable } from './row-length.ts';
import { isPrinted, printableRuns, printableText, printedText } from './words.ts';

/** Characters of a point that tell which it is; the rest stands in the text. */
const WORDS = 160;
/** The same where the row before is about the same point. */
const WORDS_AGAIN = 40;
const headings = ['Point', 'Words of the source', 'Source', 'Page'];
const columns = [0.28, 0.37, 0.25, 0.1].map((share) => ({ share, numeric: false }));
/** Blocks that stand before the first heading. */
const OPENING = 'Opening';

const text = (words: string, more: Partial<PrintRun> = {}): PrintRun => ({
  type: 'text',
  text: words,
  ...more,
});
const cell = (...content: PrintRun[]): PrintCell => ({ id: null, content });

function shortened(words: string, length: number): string {
  if (words.length <= length) return words;
  const cut = words.slice(0, length + 1).replace(/\s+\S*$/u, '');
  return `${cut.slice(0, length).replace(/[\s,;:.–-]+$/u, '')}…`;
}

/** The words a citation is about; those of the whole block where none of them bear it. */
function wordsOf(block: KnownBlock, { id }: Citation, { wording }: Context): string {
  const contents = [
    block.content,
    ...(block.kind === 'table' ? block.rows.flat().map((each) => each.content) : []),
  ];
  const cited = contents.flat().filter((inline) => inline.type !== 'break' && inline.cited?.includes(id));
  const content: readonly Inline[] = cited.length > 0 ? cited : block.content;
  return printedText(printableRuns({ id: block.id, content }, wording)).replace(/\s+/gu, ' ');
}

function markerOf(block: KnownBlock, { places }: Context): string {
  if (block.kind === 'appendix') return `Appendix ${printableText(block.designation)}`;
  if (block.kind === 'field') return `${printableText(fieldLabel(block)).replace(/:\s*$/u, '')}:`;
  return (
    places.get(block.id)?.marker ??
    (block.kind === 'image' ? 'Picture' : block.kind === 'table' ? 'Table' : '')
  );
}

const bearingWords = { supports: null, contradicts: 'Contradicts', context: 'Context' } as const;

interface Annex {
  readonly document: DespatchDocument;
  readonly evidence: PrintEvidence;
  readonly context: Context;
  /** Each source in full. */
  readonly sources: ReadonlyMap<string, readonly PrintRun[]>;
  readonly shown: Pick<Shown, 'markOf'>;
}

/** Cells of a table, which are cut with tabs between them, stay apart on paper; any other break is a space. */
function quotedWords(exact: string): string {
  const line = (words: string) => printableText(words).replace(/\s+/gu, ' ').trim();
  if (!exact.includes('\t')) return line(exact);
  const rows = exact.split(/[\r\n]+/u).map((row) => row.split('\t').map(line).filter(Boolean).join(' | '));
  return rows.filter(Boolean).join('; ');
}

function quotation(citation: Citation, { document, evidence }: Annex): PrintRun[] {
  const bearing = bearingWords[citation.bearing];
  const label = bearing === null ? [] : [text(`${bearing}: `, { bold: true })];
  const marking = evidence.sources.get(citation.evidenceId)?.marking ?? null;
  if (isMarkedHigher(marking, document.marking) && !evidence.quoteHigher) {
    return [...label, text(`Not quoted: the source is marked ${marking?.classification ?? 'higher'}.`)];
  }
  const words = quotedWords(citation.locator.quote.exact);
  return [...label, text(words === '' ? 'The source as a whole' : `“${words}”`)];
}

function rowsOf(block: KnownBlock, annex: Annex): PrintCell[][] {
  const marker = markerOf(block, annex.context);
  const mark = annex.shown.markOf([block.id]);
  let before = '';
  return block.citations.map((citation) => {
    // Of a withheld block as a whole they begin with the mark.
    const words = wordsOf(block, citation, annex.context).replace(mark?.text ?? '', '');
    const shown = shortened(words, words === before ? WORDS_AGAIN : WORDS);
    before = words;
    const page = pageOf(block.id, citation, annex.evidence);
    const source = annex.sources.get(citation.evidenceId) ?? [text('[source not in the evidence library]')];
    return [
      cell(...[mark ?? []].flat(), ...(marker === '' ? [] : [text(`${marker} `)]), text(shown)),
      cell(...quotation(citation, annex)),
      cell(...source),
      cell(text(page === null ? '–' : String(page))),
    ];
  });
}

function tableOf(number: number, rows: readonly (readonly PrintCell[])[]): PrintTable {
  return {
    type: 'table',
    kind: 'evidence',
    id: `evidence-table-${number}`,
    content: [],
    marker: null,
    header: headings.map((heading) => cell(text(heading))),
    rows,
    headerColumn: true,
    columns,
    together: isShortTable(rows, columns),
  };
}

/**
 * The annex as blocks of the document; none where nothing of it is cited.
 * @throws DespatchError `export.evidenceMissing`
 */
export function evidenceAnnex(
  document: DespatchDocument,
  groups: readonly Group[],
  evidence: PrintEvidence,
  citer: Citer,
  context: Context,
  draft: boolean,
  shown: Pick<Shown, 'markOf'>,
): PrintBlock[] {
  const printed = groups.flatMap(({ block, details }) => [block, ...details]).filter(isPrinted);
  if (!draft) for (const block of printed) requireSources(block, block.citations, evidence);
  const ids = new Set(printed.flatMap((block) => block.citations.map(({ evidenceId }) => evidenceId)));
  if (ids.size === 0) return [];
  const known = [...ids].filter((id) => evidence.sources.has(id));
  const sources = new Map(citer.references(known).map(({ sourceId, content }) => [sourceId, content]));
  const annex: Annex = { document, evidence, context, sources, shown };
  const sections: { readonly heading: string; readonly rows: PrintCell[][] }[] = [];
  let heading = OPENING;
  for (const block of printed) {
    if (block.kind === 'heading' && block.level === 1) {
      const marker = context.places.get(block.id)?.marker ?? '';
      heading =
        `${marker} ${printedText(printableRuns({ id: block.id, content: block.content }, context.wording))}`.trim();
    }
    const rows = rowsOf(block, annex);
    const last = sections.at(-1);
    if (rows.length === 0) continue;
    if (last?.heading === heading) last.rows.push(...rows);
    else sections.push({ heading, rows });
  }
  return [
    printedHeading('evidence-annex', 1, 'Evidence', true),
    ...sections.flatMap(({ heading: words, rows }, at) => [
      printedHeading(`evidence-section-${at + 1}`, 2, words),
      tableOf(at + 1, rows),
    ]),
  ];
}
