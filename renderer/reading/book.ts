/** The words of an edition as the reader has them at hand: page by page, fetched when they are needed. */
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { Reading } from '../../shared/contract/evidence-reading-calls.ts';
import type { TextRange } from '../../shared/evidence/taken.ts';

export type PageText = CallOutput<'reading.text'>;

export type Boxes = Float32Array<ArrayBuffer>;

export interface Fetch {
  text(page: number): Promise<PageText>;
  boxes(page: number): Promise<Boxes | null>;
  /** A page drawn, `width` pixels wide. */
  picture(page: number, width: number, signal: AbortSignal): Promise<CallOutput<'reading.picture'>>;
}

/** In the text of a page, in UTF-16 units. */
export interface PlaceOnPage {
  /** Counted from 1. */
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

const MOST_BOXES = 40;

/** A stretch of the whole text that is at hand. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
}

/** Between two pages stands one line break (`shared/evidence/text.ts`). */
const BETWEEN = 1;

export class Book {
  readonly reading: Reading;
  readonly #fetch: Fetch;
  readonly #pages = new Map<number, Promise<PageText>>();
  readonly #here = new Map<number, PageText>();
  readonly #boxes = new Map<number, Promise<Boxes | null>>();

  constructor(reading: Reading, fetch: Fetch) {
    this.reading = reading;
    this.#fetch = fetch;
  }

  get length(): number {
    const last = this.reading.pages.at(-1);
    return last ? last.start + last.length : 0;
  }

  startOf(page: number): number {
    return this.reading.pages[page - 1]?.start ?? this.length;
  }

  /** Words of a page as words of the whole text. */
  rangeOf({ page, start, end }: PlaceOnPage): TextRange {
    const from = this.startOf(page);
    return { start: from + start, end: from + end };
  }

  /** Words of the whole text page by page; none where a page has none of them. */
  onPages({ start, end }: TextRange): PlaceOnPage[] {
    const places: PlaceOnPage[] = [];
    for (let page = this.pageAt(start); page <= this.reading.pages.length; page += 1) {
      const from = this.startOf(page);
      if (from >= end) break;
      const length = this.reading.pages[page - 1]?.length ?? 0;
      const place = { page, start: Math.max(0, start - from), end: Math.min(length, end - from) };
      if (place.start < place.end) places.push(place);
    }
    return places;
  }

  /** The page that a place is on, counted from 1. */
  pageAt(place: number): number {
    const { pages } = this.reading;
    let low = 0;
    let high = Math.max(0, pages.length - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((pages[middle]?.start ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The words of a page; asked for once, and again after a failure. */
  page(page: number): Promise<PageText> {
    const known = this.#pages.get(page);
    if (known) return known;
    const fetched = this.#fetch.text(page);
    this.#pages.set(page, fetched);
    fetched.then(
      (text) => this.#here.set(page, text),
      () => this.#pages.delete(page),
    );
    return fetched;
  }

  /** Where the words of a PDF's page stand on it; the last ones are kept. */
  boxes(page: number): Promise<Boxes | null> {
    const known = this.#boxes.get(page);
    if (known) return known;
    const fetched = this.#fetch.boxes(page);
    this.#boxes.set(page, fetched);
    fetched.catch(() => this.#boxes.delete(page));
    const [oldest] = this.#boxes.keys();
    if (this.#boxes.size > MOST_BOXES && oldest !== undefined) this.#boxes.delete(oldest);
    return fetched;
  }

  picture(page: number, width: number, signal: AbortSignal): Promise<CallOutput<'reading.picture'>> {
    return this.#fetch.picture(page, width, signal);
  }

  /** What is at hand of a page without waiting. */
  peek(page: number): PageText | undefined {
    return this.#here.get(page);
  }

  /** The words of these pages and all between them. */
  async stretch(first: number, last: number): Promise<Stretch> {
    const from = Math.max(1, first);
    const to = Math.min(this.reading.pages.length, last);
    const texts = await Promise.all(Array.from({ length: to - from + 1 }, (_, at) => this.page(from + at)));
    return { start: this.startOf(from), text: texts.map(({ text }) => text).join('\n') };
  }

  /** The words around a range, with at least `room` units on both sides. */
  around(range: { start: number; end: number }, room: number): Promise<Stretch> {
    return this.stretch(
      this.pageAt(Math.max(0, range.start - room - BETWEEN)),
      this.pageAt(Math.min(this.length, range.end + room + BETWEEN)),
    );
  }

  /** Where the heading stands that an entry of the contents names; null where its words are no line of the page. */
  async headingOf(entry: number): Promise<TextRange | null> {
    const { outline } = this.reading;
    const wanted = outline[entry];
    if (!wanted) return null;
    const { title, page } = wanted;
    // Entries of the same words are headings of the same words, in the same order.
    let before = outline.slice(0, entry).filter((each) => each.page === page && each.title === title).length;
    const { text, roles } = await this.page(page);
    let at = this.startOf(page);
    for (const [number, line] of text.split('\n').entries()) {
      const isHeading = roles[number] === 'heading' && line.trim() === title;
      if (isHeading && before === 0) return { start: at, end: at + line.length };
      if (isHeading) before -= 1;
      at += line.length + 1;
    }
    return null;
  }

  /** The printed name of a page, or its number where none is printed. */
  labelOf(page: number): string {
    return this.reading.pages[page - 1]?.label ?? String(page);
  }

  /** What a page is called to a reader: its printed name, and its number where that is another. */
  nameOf(page: number): string {
    const label = this.reading.pages[page - 1]?.label ?? null;
    if (!this.reading.paged) return label ?? `part ${page}`;
    return label === null || label === String(page) ? `page ${page}` : `page ${label} (${page})`;
  }

  /** The page that somebody typed the printed name or the number of; null where there is none. */
  find(typed: string): number | null {
    const wanted = typed.trim().toLowerCase();
    if (wanted === '') return null;
    const named = this.reading.pages.findIndex(({ label }) => label?.toLowerCase() === wanted);
    if (named !== -1) return named + 1;
    const number = Number(wanted);
    return Number.isInteger(number) && number >= 1 && number <= this.reading.pages.length ? number : null;
  }
}
