/** Collects blocks into legal, bounded sections, and the rows of the import report beside them. */
import { type Mint, plainBlock, section, tableBlock, withStandardFields } from '../document/build.ts';
import { DOCUMENT_FORMAT } from '../document/format.ts';
import type {
  Block,
  DespatchDocument,
  DetailName,
  DocumentKind,
  Inline,
  KnownBlock,
  Marking,
  PlainBlock,
  SectionRole,
} from '../document/schema.ts';
import { type DocumentSettings, defaultSettings } from '../document/settings.ts';
import { blockRules, MAX_BLOCKS_PER_SECTION, sectionRules } from '../document/structure.ts';
import { plainText } from '../document/walk.ts';
import { boundSections } from './bound.ts';
import type { Join, Passage } from './rejoin.ts';
import type { ImportRow, ImportUndo } from './report.ts';
import { joinRuns } from './runs.ts';
import type { ListMarker, OriginalLine, SourceNotice } from './source.ts';

export interface Doubt {
  readonly code: string;
  readonly message: string;
  /** What to put back before the words when the guess is undone; null where nothing can be undone. */
  readonly marker: string | null;
}

/** What the source had in front of a block that prints a number of its own. */
export interface SourceNumber {
  readonly blockId: string;
  readonly kind: KnownBlock['kind'];
  readonly marker: ListMarker | null;
  readonly original: readonly OriginalLine[];
}

function wordsOf(lines: readonly OriginalLine[]): string {
  return lines.map(({ text }) => text.trim()).join('\n');
}

function cellBelowCell(cells: readonly (readonly Inline[])[]): Inline[] {
  return cells.reduce<Inline[]>((below, cell) => joinRuns(below, cell, 'break'), []);
}

export class DocumentBuilder {
  readonly kind: DocumentKind;
  readonly mint: Mint;
  readonly numbers: SourceNumber[] = [];
  numbering: DocumentSettings['numbering'] = 'continuous';
  readonly #rows: ImportRow[] = [];
  readonly #sections: { role: SectionRole; blocks: Block[] }[] = [];
  /** The first block made from each line of the source, for notices that concern a line. */
  readonly #blockOfLine: { at: number; blockId: string }[] = [];
  /** Lines of the source that were joined to the one before, so that undoing puts back what stood between. */
  readonly #mended = new Set<number>();
  #title = false;

  constructor(kind: DocumentKind, mint: Mint) {
    this.kind = kind;
    this.mint = mint;
  }

  get rows(): readonly ImportRow[] {
    return this.#rows;
  }

  get hasTitle(): boolean {
    return this.#title;
  }

  /** The details that may follow what was put last, and the role of its section; null where none may. */
  detailsAllowed(): { names: readonly DetailName[]; role: SectionRole } | null {
    const current = this.#sections.at(-1);
    const parent = current?.blocks.findLast(({ kind }) => kind !== 'detail');
    if (!current || !parent || parent.kind === 'unknown') return null;
    const details = blockRules[parent.kind].details;
    return details?.form === 'list' ? { names: details.names, role: current.role } : null;
  }

  /** Puts a block at the end, in a section of this role; a heading of level 1 opens one. */
  put(role: SectionRole, block: KnownBlock, passage: Passage, doubt: Doubt | null = null): void {
    const current = this.#sections.at(-1);
    const opens = block.kind === 'heading' && block.level === 1;
    if (current?.role === role && !opens && current.blocks.length < MAX_BLOCKS_PER_SECTION) {
      current.blocks.push(block);
    } else {
      this.#sections.push({ role, blocks: [...this.#parentOf(block), block] });
    }
    if (block.kind === 'title') this.#title = true;
    this.#blockOfLine.push({ at: passage.at, blockId: block.id });
    this.#tellJoins(block, passage);
    if (doubt) this.#doubt(block, passage, doubt);
  }

  /** What a detail belongs to, with the details before it, taken out of the full section that it stands in. */
  #parentOf(block: KnownBlock): Block[] {
    const full = this.#sections.at(-1);
    if (block.kind !== 'detail' || !full) return [];
    return full.blocks.splice(full.blocks.findLastIndex(({ kind }) => kind !== 'detail'));
  }

  /** A block of words alone, at the deepest level its kind allows; a deeper one is told. */
  plain(
    role: SectionRole,
    kind: PlainBlock['kind'],
    passage: Passage,
    level: number = blockRules[kind].minLevel,
    doubt: Doubt | null = null,
    content: readonly Inline[] = passage.content,
  ): PlainBlock {
    const block = plainBlock(this.mint, kind, content, Math.min(level, blockRules[kind].maxLevel));
    this.put(role, block, passage, doubt);
    if (level > blockRules[kind].maxLevel) this.tellFlattened(block, passage);
    return block;
  }

  /** A table where one may stand in a section of this role; its words as text, told, where none may. */
  table(role: SectionRole, passage: Passage): void {
    const { rows } = passage.line;
    if (!rows) return;
    if (!sectionRules[role].blocks.includes('table')) {
      const lines = rows.map((row) => this.plain(role, 'text', passage, 0, null, cellBelowCell(row)));
      const place = sectionRules[role].name.toLowerCase();
      const message = `A table became lines of text, cell below cell, because no table can stand in the part “${place}”.`;
      if (lines[0]) this.notice('tableAsText', message, passage.original, lines[0].id);
      return;
    }
    const block = tableBlock(this.mint, rows, { headerRow: rows.length > 1, headerColumn: false });
    this.put(role, block, passage);
    if (rows.length > 1) {
      const message = 'The first row of this table was taken for the headings of its columns.';
      this.notice('tableHeader', message, passage.original, block.id);
    }
  }

  /** Remembers what number the source gave a block that prints one of its own. */
  number(block: KnownBlock, passage: Passage): void {
    const { marker } = passage.line;
    this.numbers.push({ blockId: block.id, kind: block.kind, marker, original: passage.original });
  }

  /** Something to know about a block, with nothing to undo. */
  notice(code: string, message: string, original: readonly OriginalLine[], blockId: string): void {
    this.#rows.push(this.#row('notice', code, message, [...original], blockId, null));
  }

  uncertainWhole(code: string, message: string): void {
    this.#rows.push(this.#row('uncertain', code, message, [], null, null));
  }

  finish(marking: Marking | null, notices: readonly SourceNotice[]): DespatchDocument {
    if (!this.#title) this.#addEmptyTitle();
    const sections = this.#sections.map(({ role, blocks }) => section(this.mint, role, blocks));
    const bare: DespatchDocument = {
      format: DOCUMENT_FORMAT,
      id: this.mint(),
      kind: this.kind,
      marking,
      settings: { ...defaultSettings, numbering: this.numbering },
      sections,
    };
    const complete = withStandardFields(bare, this.mint);
    const document = { ...complete, sections: boundSections(complete.sections, this.mint) };
    for (const { code, message, original, at } of notices) {
      const blockId = at === null ? null : this.#blockNear(at);
      this.#rows.push(this.#row('notice', code, message, [...original], blockId, null));
    }
    return document;
  }

  /**
   * Tells what stood between two pages and was left out, where no joined sentence tells it already.
   * @param furniture by the position of the line that it stood before.
   */
  tellFurniture(
    furniture: ReadonlyMap<number, readonly OriginalLine[]>,
    { sections }: DespatchDocument,
  ): void {
    for (const [at, lines] of furniture) {
      if (this.#mended.has(at)) continue;
      const before = this.#blockNear(at - 1);
      const blockId = before ?? this.#blockOfLine[0]?.blockId ?? sections[0]?.blocks[0]?.id ?? null;
      const place = before === null ? 'before' : 'after';
      const what =
        lines.length === 1
          ? 'This page number or running title was'
          : 'These page numbers and running titles were';
      const message = `${what} left out: Despatch prints its own.`;
      const undo: ImportUndo = { type: 'putBack', text: wordsOf(lines), place };
      this.#rows.push(this.#row('repair', 'pageFurniture', message, [...lines], blockId, undo));
    }
  }

  #addEmptyTitle(): void {
    const title = plainBlock(this.mint, 'title', []);
    const [first] = this.#sections;
    if (first?.role === 'front' && first.blocks.length < MAX_BLOCKS_PER_SECTION) first.blocks.unshift(title);
    else this.#sections.unshift({ role: 'front', blocks: [title] });
    this.notice('noTitle', 'No line of the source could be taken for the title.', [], title.id);
  }

  /** The block that a line of the source is in; the lines come in order, so the last one not after it. */
  #blockNear(at: number): string | null {
    let low = 0;
    let high = this.#blockOfLine.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blockOfLine[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#blockOfLine[low - 1]?.blockId ?? null;
  }

  #tellJoins(block: KnownBlock, passage: Passage): void {
    const text = plainText(block.content);
    for (const join of passage.joins) {
      const undo = this.#splitOf(join, block, text);
      if (undo) this.#mended.add(join.at);
      const broken =
        join.between.length > 0
          ? 'A sentence that a page break had broken in two was made whole, and the page number or running title between its parts left out.'
          : 'A sentence that the source had broken in two was made whole.';
      const message =
        join.code === 'rejoinedPageBreak'
          ? broken
          : 'These lines stand below one label, so they were taken as one.';
      const kind = join.code === 'rejoinedPageBreak' ? 'repair' : 'uncertain';
      this.#rows.push(this.#row(kind, join.code, message, [...join.original], block.id, undo));
    }
  }

  #splitOf(join: Join, block: KnownBlock, text: string): ImportUndo | null {
    const listKind = this.kind === 'briefing' ? 'point' : 'paragraph';
    const kind = join.marked && join.code === 'rejoinedPageBreak' ? listKind : 'text';
    const level = kind === 'text' ? 0 : block.level;
    const between = wordsOf(join.between);
    // A seam near the end of a field is found by the few words that are left of it.
    for (const length of [60, 30, 15, 8, 4, 2, 1]) {
      const before = join.before.slice(-length);
      const after = join.after.slice(0, length);
      if ([`${before} ${after}`, `${before}\n${after}`].some((seam) => text.includes(seam)))
        return { type: 'split', before, after, kind, level, ...(between !== '' && { between }) };
    }
    return null;
  }

  tellFlattened(block: KnownBlock, passage: Passage): void {
    const message = `The source nests this deeper than a ${blockRules[block.kind].name.toLowerCase()} can be; it stands at the deepest level there is.`;
    this.notice('levelFlattened', message, passage.original, block.id);
  }

  #doubt(block: KnownBlock, passage: Passage, { code, message, marker }: Doubt): void {
    const undo: ImportUndo | null = marker === null ? null : { type: 'asText', marker };
    this.#rows.push(this.#row('uncertain', code, message, [...passage.original], block.id, undo));
  }

  #row(
    kind: ImportRow['kind'],
    code: string,
    message: string,
    original: ImportRow['original'],
    blockId: string | null,
    undo: ImportUndo | null,
  ): ImportRow {
    return { id: this.mint(), kind, code, message, original, blockId, undo, state: 'pending' };
  }
}
