/** Word files as evidence: the lines that the importer reads, each with the page it stands on where Word has told. */
import type {
  ExtractedPage,
  Extraction,
  LineRole,
  OutlineEntry,
} from '../../../shared/evidence/extraction.ts';
import type { SourceLine, SourceText } from '../../../shared/import/source.ts';
import { readWordFile } from '../docx/index.ts';
import { aboutOf } from './about.ts';
import { Measure, oneLine, PageLines } from './lines.ts';
import { countedPages, officeClaims } from './office.ts';

function wordsOf({ original }: SourceLine): string {
  return original.map(({ text }) => text).join(' ');
}

function roleOf({ heading, marker, quoted, aside }: SourceLine): LineRole {
  if (aside) return 'aside';
  if (heading !== null) return 'heading';
  if (quoted) return 'quote';
  return marker ? 'item' : 'text';
}

/** Fills a page at a time; a row of a table is kept until its last cell. */
class Pages {
  readonly pages: ExtractedPage[] = [];
  readonly outline: OutlineEntry[] = [];
  readonly #measure: Measure;
  #lines: PageLines;
  #row: { readonly key: string; readonly cells: string[]; readonly asides: string[] } | null = null;

  constructor(measure: Measure) {
    this.#measure = measure;
    this.#lines = new PageLines(measure);
  }

  add(line: SourceLine): void {
    const { cell } = line;
    if (!cell) {
      // A note of a cell follows its row.
      if (line.aside && this.#row) {
        this.#row.asides.push(wordsOf(line));
        return;
      }
      this.#endRow();
      this.#lines.add(wordsOf(line), roleOf(line));
      if (line.heading !== null && !line.aside)
        this.outline.push({
          title: oneLine(wordsOf(line)),
          page: this.pages.length + 1,
          level: line.heading - 1,
        });
      return;
    }
    const key = `${cell.table} ${cell.row}`;
    if (this.#row?.key !== key) {
      this.#endRow();
      this.#row = { key, cells: [], asides: [] };
    }
    const { cells } = this.#row ?? { cells: [] };
    while (cells.length <= cell.column) cells.push('');
    cells[cell.column] = `${cells[cell.column] ?? ''} ${wordsOf(line)}`;
  }

  endPage(): void {
    this.#endRow();
    this.pages.push(this.#lines.page());
    this.#lines = new PageLines(this.#measure);
  }

  #endRow(): void {
    const row = this.#row;
    this.#row = null;
    if (!row) return;
    this.#lines.addRow(row.cells);
    for (const words of row.asides) this.#lines.add(words, 'aside');
  }
}

/** The lines that pages begin with, as far as they are sure to be pages of paper. */
function pageBreaks(
  source: SourceText,
  rendered: readonly number[],
  counted: number | null,
): readonly number[] {
  if (rendered.length > 0) return rendered;
  const explicit = source.lines.flatMap(({ pageBreakBefore }, at) => (pageBreakBefore && at > 0 ? [at] : []));
  // Breaks that somebody set are all the breaks there are only if there are as many pages.
  return counted === explicit.length + 1 ? explicit : [];
}

const sentences: Readonly<Record<string, string>> = {
  trackedInsertion: 'It has tracked changes; it was read as if all of them had been accepted.',
  trackedDeletion: 'It has tracked changes; it was read as if all of them had been accepted.',
  hiddenText: 'Hidden text in it was left out.',
  picture: 'Pictures in it have no words that could be searched or quoted.',
  headerFooter: 'Words of its page headers and footers were left out.',
};

function noticesOf({ notices }: SourceText): string[] {
  return [...new Set(notices.flatMap(({ code }) => sentences[code] ?? []))];
}

/** @throws DespatchError `input.docx*`, `input.zipBomb`, `input.tooComplex`. */
export async function readWord(bytes: Buffer, file: string): Promise<Extraction> {
  const { source, pageStarts, pack } = await readWordFile(bytes, file);
  const breaks = pageBreaks(source, pageStarts, await countedPages(pack));
  const pages = new Pages(new Measure(file));
  let next = 0;
  for (const [at, line] of source.lines.entries()) {
    for (; breaks[next] === at; next += 1) pages.endPage();
    pages.add(line);
  }
  for (; next < breaks.length; next += 1) pages.endPage();
  pages.endPage();
  const claims = await officeClaims(pack, 'document');
  return {
    kind: 'word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    textState: source.lines.length > 0 ? 'text' : 'none',
    paged: breaks.length > 0,
    pages: pages.pages,
    outline: pages.outline,
    about: aboutOf({ ...claims, marking: source.headerMarking }, pages.pages),
    notices: noticesOf(source),
  };
}
