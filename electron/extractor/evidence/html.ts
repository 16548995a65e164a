/** Web pages as evidence: the words a visitor reads, and what the page says of itself. Nothing in it runs or is fetched. */
import { Parser } from 'htmlparser2';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction, LineRole } from '../../../shared/evidence/extraction.ts';
import { decodeText } from '../decode.ts';
import { limits } from '../limits.ts';
import { aboutOf, type Claims } from './about.ts';
import { Measure, oneLine, PageLines } from './lines.ts';

/** Whose words nobody reads on the page, or that lead about the site instead of saying anything. */
const dropped = new Set(
  'script style noscript template svg math iframe object embed applet audio video canvas map nav select datalist button textarea frame frameset'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

interface Heading {
  readonly title: string;
  readonly level: number;
}

export interface HtmlWords {
  readonly lines: PageLines;
  readonly headings: readonly Heading[];
  /** Contents of `meta` and `link` by lower-case name, the first of each; `title` and `time` among them. */
  readonly meta: ReadonlyMap<string, string>;
}

class Walker {
  readonly lines: PageLines;
  readonly headings: Heading[] = [];
  readonly meta = new Map<string, string>();
  readonly #file: string;
  /** Open elements; an end without its beginning closes none. */
  readonly #open: string[] = [];
  /** How many elements are open since the first whose words are dropped. */
  #droppedFrom: number | null = null;
  #words = '';
  #title: string | null = null;
  /** Cells of the row that is open; rows within a cell keep their words in it. */
  #row: string[] | null = null;
  #rowDepth = 0;

  constructor(file: string, lines: PageLines) {
    this.#file = file;
    this.lines = lines;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'meta' || name === 'link') this.#tell(name, attributes);
    if (empty.has(name)) {
      if (name === 'br' || name === 'hr') this.#break();
      return;
    }
    this.#open.push(name);
    if (this.#open.length > limits.htmlDepth) {
      const reason = `its elements nest more than ${limits.htmlDepth} deep`;
      throw new DespatchError('input.tooComplex', { file: this.#file, reason, limit: limits.htmlDepth });
    }
    if (this.#droppedFrom !== null) return;
    if (dropped.has(name) || isHidden(attributes)) {
      this.#droppedFrom = this.#open.length;
      return;
    }
    if (name === 'title' && this.#open.at(-2) !== 'svg') this.#title = '';
    else if (name === 'time' && attributes['datetime']) this.#first('time', attributes['datetime']);
    else if (name === 'tr') {
      this.#rowDepth += 1;
      if (this.#row === null) {
        this.#flush();
        this.#row = [];
      }
    } else if (name === 'td' || name === 'th') {
      if (this.#row && this.#rowDepth === 1) this.#endCell();
      else this.#words += ' ';
    } else if (blocks.has(name)) this.#break();
  }

  text(words: string): void {
    if (this.#title !== null) this.#title += words;
    else if (this.#droppedFrom === null) {
      const inPre = this.#open.includes('pre');
      this.#words += inPre && this.#row === null ? words : words.replace(/[ \t\r\n\f]+/g, ' ');
    }
  }

  close(name: string): void {
    const at = this.#open.lastIndexOf(name);
    if (at < 0) return;
    if (this.#droppedFrom === null) this.#ended(name);
    this.#open.length = at;
    if (this.#droppedFrom !== null && at < this.#droppedFrom) this.#droppedFrom = null;
  }

  end(): void {
    if (this.#row) this.#endRow();
    this.#flush();
  }

  #ended(name: string): void {
    if (name === 'title' && this.#title !== null) {
      this.#first('title', this.#title);
      this.#title = null;
    } else if (name === 'tr') {
      this.#rowDepth -= 1;
      if (this.#rowDepth === 0) this.#endRow();
    } else if (name === 'td' || name === 'th') {
      if (this.#row && this.#rowDepth === 1) {
        this.#row.push(this.#words);
        this.#words = '';
      }
    } else if (blocks.has(name)) this.#break();
  }

  /** Words of a row outside of its cells are as good as a cell. */
  #endCell(): void {
    if (this.#words.trim() !== '') this.#row?.push(this.#words);
    this.#words = '';
  }

  #endRow(): void {
    const row = this.#row ?? [];
    this.#endCell();
    this.#row = null;
    this.#rowDepth = 0;
    this.lines.addRow(row);
  }

  #break(): void {
    if (this.#row) this.#words += ' ';
    else this.#flush();
  }

  #flush(): void {
    const words = this.#words;
    this.#words = '';
    if (words.trim() === '') return;
    const role = this.#role();
    this.lines.add(words, role);
    if (role !== 'heading') return;
    const level = this.#open.findLast((name) => /^h[1-6]$/.test(name))?.charAt(1);
    this.headings.push({ title: oneLine(words), level: Number(level ?? 1) - 1 });
  }

  #role(): LineRole {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const name = this.#open[at] ?? '';
      if (/^h[1-6]$/.test(name)) return 'heading';
      if (name === 'li') return 'item';
      if (name === 'blockquote') return 'quote';
      if (name === 'aside') return 'aside';
    }
    return 'text';
  }

  #tell(name: string, attributes: Readonly<Record<string, string>>): void {
    const { content, href } = attributes;
    if (name === 'link') {
      if (href && /\bcanonical\b/i.test(attributes['rel'] ?? '')) this.#first('canonical', href);
      return;
    }
    const key = attributes['name'] ?? attributes['property'] ?? attributes['itemprop'];
    if (key && content) this.#first(key.toLowerCase(), content);
  }

  #first(key: string, value: string): void {
    if (!this.meta.has(key) && value.trim() !== '') this.meta.set(key, value);
  }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    attributes['hidden'] !== undefined ||
    attributes['role'] === 'navigation' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '')
  );
}

/**
 * Words of HTML from wherever it came, also from an e-mail.
 * @throws DespatchError `input.tooComplex`.
 */
export function wordsOfHtml(html: string, file: string, lines: PageLines): HtmlWords {
  const walker = new Walker(file, lines);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => walker.open(name, attributes),
      ontext: (words) => walker.text(words),
      onclosetag: (name) => walker.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  walker.end();
  return walker;
}

const declared =
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,40})/i;

/** The encoding that the page declares, unless its bytes say otherwise. */
function decodeHtml(bytes: Buffer, file: string): { text: string; guessed: boolean } {
  const match = declared.exec(bytes.toString('latin1', 0, 4096));
  const label = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  if (label !== '' && !/^utf-?(?:8|16.*)$|^iso-?8859-?1$|^latin-?1$|^windows-1252$|^us-ascii$/.test(label)) {
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), guessed: false };
    } catch {
      // Not what it says it is, or an encoding nobody knows: as any other text.
    }
  }
  const { text, encoding } = decodeText(bytes, file);
  return { text, guessed: encoding === 'windows-1252' && label === '' };
}

function claimsOf(meta: ReadonlyMap<string, string>): Claims {
  const first = (...keys: readonly string[]) => keys.map((key) => meta.get(key)).find((value) => value);
  const author = first('author', 'dc.creator', 'dcterms.creator', 'citation_author', 'article:author');
  return {
    type: 'webpage',
    title: first('og:title', 'dc.title', 'dcterms.title', 'citation_title', 'title', 'twitter:title'),
    authors: author === undefined || /^https?:/.test(author) ? [] : [author],
    publisher: first(
      'dc.publisher',
      'dcterms.publisher',
      'citation_publisher',
      'govuk:primary-publishing-organisation',
      'publisher',
      'og:site_name',
      'application-name',
    ),
    issued: first(
      'article:published_time',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'dcterms.date',
      'dcterms.created',
      'citation_publication_date',
      'govuk:public-updated-at',
      'govuk:first-published-at',
      'datepublished',
      'date',
      'article:modified_time',
      'dcterms.modified',
      'last-modified',
      'time',
    ),
    url: first('canonical', 'og:url', 'dc.identifier', 'citation_public_url'),
    abstract: first('description', 'og:description', 'dc.description'),
  };
}

const guessedEncoding =
  'The file does not say how its characters are written; it was read as Windows-1252. Check currency signs and quotation marks.';

/** @throws DespatchError `input.*`. */
export function readHtml(bytes: Buffer, file: string): Extraction {
  const { text, guessed } = decodeHtml(bytes, file);
  const { lines, headings, meta } = wordsOfHtml(text, file, new PageLines(new Measure(file)));
  const pages = [lines.page()];
  return {
    kind: 'html',
    mediaType: 'text/html',
    textState: lines.isEmpty ? 'none' : 'text',
    paged: false,
    pages,
    outline: headings.map(({ title, level }) => ({ title, page: 1, level })),
    about: aboutOf(claimsOf(meta), pages),
    notices: guessed ? [guessedEncoding] : [],
  };
}
