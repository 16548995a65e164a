/** OpenDocument text (ISO 26300) as evidence. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type {
  ExtractedPage,
  Extraction,
  LineRole,
  OutlineEntry,
} from '../../../shared/evidence/extraction.ts';
import { readMarking } from '../../../shared/import/marking.ts';
import type { WordPackage } from '../docx/package.ts';
import { aboutOf } from './about.ts';
import { Measure, oneLine, PageLines } from './lines.ts';
import { readFields, walkXml } from './xml.ts';

/** Whose words are no words of the text: what was deleted, and what only the program needs. */
const dropped = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:sequence-decls',
  'text:variable-decls',
  'office:forms',
  'office:scripts',
  'office:font-face-decls',
  'office:automatic-styles',
  'svg:title',
  'svg:desc',
  'draw:object',
  'text:hidden-text',
  'text:ruby-text',
  'dc:creator',
  'dc:date',
  'meta:date-string',
]);
const notes = new Set(['text:note', 'office:annotation']);
/** More spaces or columns in one go are a way to make a file swell. */
const MOST_REPEATED = 200;

interface Paragraph {
  readonly heading: number | null;
  words: string;
  readonly asides: string[];
}

/** The lines of `content.xml`, page by page where the program that saved it has marked the pages. */
class TextReader {
  readonly pages: ExtractedPage[] = [];
  readonly outline: OutlineEntry[] = [];
  softBreaks = 0;
  readonly #measure: Measure;
  readonly #breaking: ReadonlySet<string>;
  #lines: PageLines;
  /** Open paragraphs: a text box has its own within the one it is fixed to. */
  readonly #open: Paragraph[] = [];
  #dropped = 0;
  #items = 0;
  #quotes = 0;
  #asides: string[] | null = null;
  #row: string[] | null = null;
  #tables = 0;
  #cell: { words: string; readonly times: number } | null = null;

  constructor(measure: Measure, breaking: ReadonlySet<string>) {
    this.#measure = measure;
    this.#breaking = breaking;
    this.#lines = new PageLines(measure);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (dropped.has(name)) this.#dropped += 1;
    if (this.#dropped > 0) return;
    if (name === 'text:p' || name === 'text:h') this.#begin(name, attributes);
    else if (name === 'text:s') this.#say(' '.repeat(repeated(attributes['text:c'])));
    else if (name === 'text:tab') this.#say('\t');
    else if (name === 'text:line-break') this.#say('\n');
    else if (name === 'text:soft-page-break') this.#softBreak();
    else if (name === 'text:list-item') this.#items += 1;
    else if (notes.has(name)) this.#asides ??= [];
    else if (name === 'table:table') this.#tables += 1;
    else if (name === 'table:table-row' && this.#tables === 1) this.#row = [];
    else if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && this.#tables === 1)
      this.#cell = { words: '', times: repeated(attributes['table:number-columns-repeated']) };
  }

  text(words: string): void {
    if (this.#dropped === 0) this.#say(words.replace(/[\s]+/g, ' '));
  }

  close(name: string): void {
    if (dropped.has(name)) this.#dropped -= 1;
    else if (this.#dropped > 0) return;
    else if (name === 'text:p' || name === 'text:h') this.#end();
    else if (name === 'text:list-item') this.#items -= 1;
    else if (notes.has(name)) this.#endNote();
    else if (name === 'table:table') this.#tables -= 1;
    else if (name === 'table:table-row' && this.#tables === 1) this.#endRow();
    else if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && this.#tables === 1) {
      const { words = '', times = 1 } = this.#cell ?? {};
      for (let time = 0; time < times; time += 1) this.#row?.push(time === 0 ? words : words && ' ');
      this.#cell = null;
    }
  }

  end(): void {
    this.pages.push(this.#lines.page());
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    const style = attributes['text:style-name'] ?? '';
    if (this.#open.length === 0 && this.#row === null && this.#breaking.has(style)) this.#newPage();
    const level = name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) : null;
    this.#open.push({
      heading: level !== null && level >= 1 ? Math.floor(level) : level && 1,
      words: '',
      asides: [],
    });
    if (/quot/i.test(style)) this.#quotes = this.#open.length;
  }

  #say(words: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.words += words;
  }

  #end(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const quoted = this.#quotes > this.#open.length;
    if (quoted) this.#quotes = 0;
    const { words, heading, asides } = paragraph;
    if (this.#asides) this.#asides.push(words);
    else if (this.#cell) {
      this.#cell.words += ` ${words}`;
      if (asides.length > 0) this.#later.push(...asides);
    } else {
      const role: LineRole =
        heading !== null ? 'heading' : this.#items > 0 ? 'item' : quoted ? 'quote' : 'text';
      this.#lines.add(words, role);
      const title = oneLine(words);
      if (heading !== null && title !== '')
        this.outline.push({ title, page: this.pages.length + 1, level: heading - 1 });
      for (const aside of asides) this.#lines.add(aside, 'aside');
    }
    if (this.#pageAfter && this.#open.length === 0) {
      this.#pageAfter = false;
      this.#newPage();
    }
  }

  /** Notes of cells follow their row. */
  readonly #later: string[] = [];
  #pageAfter = false;

  #endNote(): void {
    const words = (this.#asides ?? []).join(' ');
    this.#asides = null;
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.asides.push(words);
    else this.#lines.add(words, 'aside');
  }

  #endRow(): void {
    this.#lines.addRow(this.#row ?? []);
    this.#row = null;
    for (const aside of this.#later.splice(0)) this.#lines.add(aside, 'aside');
    if (this.#pageAfter) {
      this.#pageAfter = false;
      this.#newPage();
    }
  }

  /** Within a paragraph, the next one is the first that begins on the new page. */
  #softBreak(): void {
    this.softBreaks += 1;
    const within = this.#open.some(({ words }) => words.trim() !== '') || this.#row !== null;
    if (within) this.#pageAfter = true;
    else this.#newPage();
  }

  #newPage(): void {
    this.pages.push(this.#lines.page());
    this.#lines = new PageLines(this.#measure);
  }
}

function repeated(times: string | undefined): number {
  const number = Number(times ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, MOST_REPEATED) : 1;
}

/** Paragraph styles that begin a page; all of them, by name. */
function breakingStyles(texts: readonly (string | null)[]): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    let style = '';
    if (text === null) continue;
    walkXml(text, {
      open(name, attributes) {
        if (name === 'style:style') {
          style = attributes['style:name'] ?? '';
          const parent = attributes['style:parent-style-name'] ?? '';
          if (attributes['style:master-page-name'] || found.has(parent)) found.add(style);
        } else if (name === 'style:paragraph-properties' && attributes['fo:break-before'] === 'page')
          found.add(style);
      },
    });
  }
  found.delete('');
  return found;
}

/** A marking in a header or footer of the page styles. */
function headerMarking(styles: string | null): string | null {
  let found: string | null = null;
  let depth = 0;
  let words = '';
  if (styles === null) return null;
  const parts = /^style:(?:header|footer)(?:-left|-first)?$/;
  walkXml(styles, {
    open(name) {
      if (parts.test(name)) depth += 1;
      if (name === 'text:p') words = '';
    },
    text(more) {
      if (depth > 0) words += more;
    },
    close(name) {
      if (parts.test(name)) depth -= 1;
      if (name === 'text:p' && depth > 0 && readMarking(oneLine(words))) found ??= oneLine(words);
    },
  });
  return found;
}

const fields = [
  'dc:title',
  'meta:initial-creator',
  'dc:creator',
  'dc:date',
  'meta:creation-date',
  'dc:description',
  'dc:subject',
  'meta:generator',
];

function readContent(content: string, file: string, breaking: ReadonlySet<string>): TextReader {
  const reader = new TextReader(new Measure(file), breaking);
  walkXml(content, reader);
  reader.end();
  return reader;
}

async function readText(pack: WordPackage, file: string): Promise<Extraction> {
  const content = await pack.read('content.xml');
  if (content === null) throw new Error('its text is missing');
  const styles = await pack.read('styles.xml');
  const meta = await pack.read('meta.xml');
  const counted = Number(/meta:page-count="(\d{1,6})"/.exec(meta ?? '')?.[1] ?? 0);
  let reader = readContent(content, file, breakingStyles([styles, content]));
  if (reader.pages[0]?.text === '' && reader.pages.length > 1) {
    // The first paragraph begins a page too, and there is none before it.
    reader.pages.shift();
    for (const [at, entry] of reader.outline.entries())
      reader.outline[at] = { ...entry, page: entry.page - 1 };
  }
  // Pages that do not come out at the program's own count are no pages to cite.
  const paged = reader.pages.length > 1 && (reader.softBreaks > 0 || counted === reader.pages.length);
  if (!paged && reader.pages.length > 1) reader = readContent(content, file, new Set());
  const claims = readFields(meta, fields);
  const { pages, outline } = reader;
  return {
    kind: 'odt',
    mediaType: 'application/vnd.oasis.opendocument.text',
    textState: pages.some(({ text }) => text !== '') ? 'text' : 'none',
    paged,
    pages,
    outline,
    about: aboutOf(
      {
        type: 'document',
        title: claims.get('dc:title'),
        authors: [claims.get('meta:initial-creator') || claims.get('dc:creator') || ''],
        issued: claims.get('dc:date') || claims.get('meta:creation-date'),
        abstract: claims.get('dc:description') || claims.get('dc:subject'),
        producer: claims.get('meta:generator'),
        marking: headerMarking(styles),
      },
      pages,
    ),
    notices: content.includes('<text:tracked-changes')
      ? ['It has tracked changes; it was read as if all of them had been accepted.']
      : [],
  };
}

/** @throws DespatchError `input.damaged`, `input.encrypted`, `input.tooComplex`, `input.zipBomb`. */
export async function readOdt(pack: WordPackage, file: string): Promise<Extraction> {
  const manifest = await pack.read('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data'))
    throw new DespatchError('input.encrypted', { file, reason: 'it opens only with a password' });
  try {
    return await readText(pack, file);
  } catch (fault) {
    if (fault instanceof DespatchError) throw fault;
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new DespatchError('input.damaged', { file, reason }, { cause: fault });
  }
}
