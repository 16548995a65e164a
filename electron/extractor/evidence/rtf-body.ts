/** What the words of a Rich Text file become: paragraphs, rows, notes and pages. */
import type { ExtractedPage, LineRole, OutlineEntry } from '../../../shared/evidence/extraction.ts';
import { readMarking } from '../../../shared/import/marking.ts';
import { type Measure, oneLine, PageLines } from './lines.ts';

interface Paragraph {
  heading: number | null;
  style: number;
  inTable: boolean;
  item: boolean;
}
const plain = (): Paragraph => ({ heading: null, style: 0, inTable: false, item: false });

export class RtfBody {
  readonly pages: ExtractedPage[] = [];
  readonly outline: OutlineEntry[] = [];
  marking: string | null = null;
  /** Of the paragraph that is being read. */
  paragraph = plain();
  words = '';
  aside = '';
  header = '';
  readonly #measure: Measure;
  readonly #splitPages: boolean;
  #lines: PageLines;
  readonly #headings = new Map<number, number>();
  readonly #quotes = new Set<number>();
  readonly #asides: string[] = [];
  #row: string[] = [];

  constructor(measure: Measure, splitPages: boolean) {
    this.#measure = measure;
    this.#lines = new PageLines(measure);
    this.#splitPages = splitPages;
  }

  startParagraph(): void {
    this.paragraph = { ...plain(), item: this.paragraph.item };
  }

  styleLevel(style: number, level: number): void {
    this.#headings.set(style, level);
  }

  styleName(words: string, style: number): void {
    const level = /^\s*heading ([1-9])\b/i.exec(words)?.[1];
    if (level !== undefined) this.#headings.set(style, Number(level));
    if (/^\s*(?:intense )?quot(?:e|ation)/i.test(words)) this.#quotes.add(style);
  }

  endParagraph(): void {
    if (this.paragraph.inTable) {
      this.words += ' ';
      return;
    }
    const words = this.words;
    this.words = '';
    const heading = this.paragraph.heading ?? this.#headings.get(this.paragraph.style) ?? null;
    this.#lines.add(words, this.#role(heading));
    const title = oneLine(words);
    if (heading !== null && title !== '')
      this.outline.push({ title, page: this.pages.length + 1, level: heading - 1 });
    this.paragraph.item = false;
    this.#addAsides();
  }

  endCell(): void {
    this.#row.push(this.words);
    this.words = '';
    this.paragraph.item = false;
  }

  endRow(): void {
    if (this.#row.length > 0) this.#lines.addRow(this.#row);
    this.#row = [];
    this.#addAsides();
  }

  endAside(): void {
    if (oneLine(this.aside) !== '') this.#asides.push(oneLine(this.aside));
    this.aside = '';
  }

  endHeader(): void {
    const words = oneLine(this.header);
    this.header = '';
    if (readMarking(words)) this.marking ??= words;
  }

  newPage(): void {
    if (!this.#splitPages) return;
    this.endParagraph();
    this.pages.push(this.#lines.page());
    this.#lines = new PageLines(this.#measure);
  }

  finish(): void {
    this.endRow();
    this.pages.push(this.#lines.page());
  }

  #addAsides(): void {
    for (const aside of this.#asides.splice(0)) this.#lines.add(aside, 'aside');
  }

  #role(heading: number | null): LineRole {
    if (heading !== null) return 'heading';
    if (this.paragraph.item) return 'item';
    return this.#quotes.has(this.paragraph.style) ? 'quote' : 'text';
  }
}
