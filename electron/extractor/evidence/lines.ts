/** Lines of a page as they are read: no control characters, and what each of them is. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { ExtractedPage, LineRole } from '../../../shared/evidence/extraction.ts';
import { limits } from '../limits.ts';

const spaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What prints nothing: controls but tab and line break, soft hyphens, marks of width zero. */
const invisible = /(?![\t\n])[\p{Cc}\u00ad\u200b\u2060\ufeff\uffff\ufffe]/gu;

/** Text of any origin with "\n" and "\t" as its only controls. */
export function clean(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(spaces, ' ')
    .replace(invisible, '')
    .replace(loneSurrogates, '\ufffd');
}

/** Nearly every cell of a table is plain, and one search says so ten times faster than five replacements. */
const notPlain = /[^\x20-\x7e]| {2}|^ | $/;

/** One line, white space inside of it as single spaces: a paragraph, a cell, a title. */
export function oneLine(text: string): string {
  if (!notPlain.test(text)) return text;
  return clean(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Counts what a whole file gives, so that one that never ends is refused. */
export class Measure {
  readonly #file: string;
  #characters = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws DespatchError `input.tooComplex`. */
  add(text: string): void {
    this.#characters += text.length;
    if (this.#characters <= limits.characters) return;
    const reason = `it has more than ${limits.characters / 1_000_000} million characters of text`;
    throw new DespatchError('input.tooComplex', { file: this.#file, reason, limit: limits.characters });
  }
}

/** Gathers the lines of one page. */
export class PageLines {
  readonly #measure: Measure;
  readonly #lines: string[] = [];
  readonly #roles: LineRole[] = [];

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /** Adds a line for each that the text has; those without words are left out. */
  add(text: string, role: LineRole = 'text'): void {
    for (const line of clean(text).split('\n')) {
      const words = role === 'row' ? line : line.replace(/[ \t]+/g, ' ').trim();
      if (words.trim() !== '') this.#push(words, role);
    }
  }

  /** Adds one line of a text whose paragraphs are parted by empty ones; of several of those one stays. */
  addWithGaps(line: string, role: LineRole = 'text'): void {
    const words = oneLine(line);
    if (words !== '') this.#push(words, role);
    else if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#push('', 'text');
  }

  /** A row of a table: its cells, each on one line. */
  addRow(cells: readonly string[]): void {
    const row = cells.map(oneLine).join('\t').replace(/\t+$/, '');
    if (row.trim() !== '') this.#push(row, 'row');
  }

  #push(line: string, role: LineRole): void {
    this.#measure.add(line);
    this.#lines.push(line);
    this.#roles.push(role);
  }

  page(label: string | null = null): ExtractedPage {
    if (this.#lines.at(-1) === '') {
      this.#lines.pop();
      this.#roles.pop();
    }
    const plain = this.#roles.every((role) => role === 'text');
    return { label, text: this.#lines.join('\n'), roles: plain ? [] : [...this.#roles] };
  }
}
