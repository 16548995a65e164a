/** Rich Text Format 1.9.1 as evidence. */
import { Tokenize } from 'rtf-stream-parser';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type {
  ExtractedPage,
  Extraction,
  LineRole,
  OutlineEntry,
} from '../../../shared/evidence/extraction.ts';
import { readMarking } from '../../../shared/import/marking.ts';
import { limits } from '../limits.ts';
import { aboutOf } from './about.ts';
import { Measure, oneLine, PageLines } from './lines.ts';
import { characters, charsets, codePage, dropped, entered, headers } from './rtf-words.ts';

const GROUP_START = 0;
const GROUP_END = 1;
const CONTROL = 2;

interface Token {
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Buffer;
}

/** text: of the document. aside: a note. header: top or foot of the page. The others are tables of the file itself. */
type Where = 'text' | 'aside' | 'header' | 'dropped' | 'fonts' | 'styles' | 'field';

interface Group {
  where: Where;
  /** The first word of a group says what it is. */
  fresh: boolean;
  star: boolean;
  hidden: boolean;
  deleted: boolean;
  encoding: string;
  /** Characters of the old encoding behind each `\u`, for programs that know no Unicode. */
  skip: number;
  field: string;
  font: number;
  style: number;
}

interface Paragraph {
  heading: number | null;
  style: number;
  inTable: boolean;
  item: boolean;
}
const plain = (): Paragraph => ({ heading: null, style: 0, inTable: false, item: false });

const infoFields = new Set([
  'title',
  'author',
  'subject',
  'company',
  'operator',
  'doccomm',
  'creatim',
  'revtim',
]);

class RtfReader {
  readonly pages: ExtractedPage[] = [];
  readonly outline: OutlineEntry[] = [];
  readonly fields = new Map<string, string>();
  marking: string | null = null;
  countedPages = 0;
  revised = false;
  readonly #file: string;
  readonly #measure: Measure;
  readonly #splitPages: boolean;
  #lines: PageLines;
  readonly #groups: Group[] = [];
  #group: Group = {
    where: 'text',
    fresh: false,
    star: false,
    hidden: false,
    deleted: false,
    encoding: 'windows-1252',
    skip: 1,
    field: '',
    font: 0,
    style: 0,
  };
  #usual = 'windows-1252';
  readonly #fonts = new Map<number, string>();
  readonly #headings = new Map<number, number>();
  readonly #quotes = new Set<number>();
  #paragraph = plain();
  #words = '';
  #aside = '';
  readonly #asides: string[] = [];
  #header = '';
  #row: string[] = [];
  /** Bytes of one or more characters, until something else comes. */
  #bytes: number[] = [];
  #toSkip = 0;
  #highSurrogate = '';

  constructor(file: string, splitPages: boolean) {
    this.#file = file;
    this.#measure = new Measure(file);
    this.#lines = new PageLines(this.#measure);
    this.#splitPages = splitPages;
  }

  take(token: Token): void {
    const { type, word, data } = token;
    if (type === CONTROL && word === "'") {
      this.#byte(data?.[0] ?? 0x3f);
      return;
    }
    if (type !== GROUP_START && type !== GROUP_END && type !== CONTROL) {
      this.#text(data ?? Buffer.alloc(0));
      return;
    }
    this.#endBytes();
    if (type === GROUP_START) this.#begin();
    else if (type === GROUP_END) this.#end();
    else this.#control(word ?? '', token.param);
  }

  finish(): void {
    this.#endBytes();
    while (this.#groups.length > 0) this.#end();
    this.#endParagraph();
    this.#endRow();
    this.pages.push(this.#lines.page());
  }

  #begin(): void {
    if (this.#groups.length >= limits.rtfDepth) {
      const reason = `its groups nest more than ${limits.rtfDepth} deep`;
      throw new DespatchError('input.tooComplex', { file: this.#file, reason, limit: limits.rtfDepth });
    }
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, fresh: true, star: false };
    this.#toSkip = 0;
  }

  #end(): void {
    const ended = this.#group;
    const outer = this.#groups.pop();
    if (!outer) return;
    this.#group = outer;
    this.#toSkip = 0;
    if (ended.where === outer.where) return;
    if (ended.where === 'aside') {
      if (oneLine(this.#aside) !== '') this.#asides.push(oneLine(this.#aside));
      this.#aside = '';
    } else if (ended.where === 'header') this.#endHeader();
  }

  #endHeader(): void {
    const words = oneLine(this.#header);
    this.#header = '';
    if (readMarking(words)) this.marking ??= words;
  }

  #control(word: string, param: number | undefined): void {
    const group = this.#group;
    if (word === '*' && group.fresh) {
      group.star = true;
      return;
    }
    if (group.fresh) {
      group.fresh = false;
      if (this.#destination(word, group)) return;
    }
    if (word === 'nofpages') this.countedPages = param ?? 0;
    if (group.where === 'dropped') return;
    if (word === 'u') {
      this.#unicode(param ?? 0);
      return;
    }
    const character = characters[word];
    if (character !== undefined) {
      this.#say(character);
      return;
    }
    if (group.where === 'fonts') this.#fontTable(word, param);
    else if (group.where === 'field') this.#dateField(word, param);
    else if (group.where === 'styles') {
      if (word === 's') group.style = param ?? 0;
      else if (word === 'outlinelevel') this.#headings.set(group.style, (param ?? 0) + 1);
    } else this.#format(word, param);
  }

  /** @returns whether the word says where the words of its group belong. */
  #destination(word: string, group: Group): boolean {
    if (word === 'fonttbl') group.where = 'fonts';
    else if (word === 'stylesheet') group.where = 'styles';
    else if (word === 'info') group.where = 'dropped';
    else if ((infoFields.has(word) && this.#groups.at(-1)?.where === 'dropped') || word === 'generator') {
      group.where = 'field';
      group.field = word;
    } else if (group.where !== 'text' && group.where !== 'aside') return false;
    else if (word === 'footnote' || word === 'annotation') group.where = 'aside';
    else if (headers.has(word)) group.where = 'header';
    else if (dropped.has(word) || (group.star && !entered.has(word))) group.where = 'dropped';
    else if (word === 'listtext' || word === 'pntext') this.#paragraph.item = true;
    else return false;
    return true;
  }

  #format(word: string, param: number | undefined): void {
    const group = this.#group;
    switch (word) {
      case 'par':
      case 'sect':
        this.#endParagraph();
        return;
      case 'cell':
      case 'nestcell':
        this.#endCell();
        return;
      case 'row':
      case 'nestrow':
        this.#endRow();
        return;
      case 'page':
        if (group.where === 'text') this.#newPage();
        return;
      case 'pard':
        this.#paragraph = { ...plain(), item: this.#paragraph.item };
        return;
      case 'intbl':
        this.#paragraph.inTable = true;
        return;
      case 's':
        this.#paragraph.style = param ?? 0;
        return;
      case 'outlinelevel':
        this.#paragraph.heading = (param ?? 0) < 9 ? (param ?? 0) + 1 : null;
        return;
      case 'plain':
        group.hidden = false;
        group.deleted = false;
        return;
      case 'v':
        group.hidden = param !== 0;
        return;
      case 'deleted':
        group.deleted = param !== 0;
        this.revised = true;
        return;
      case 'revised':
        this.revised = true;
        return;
      case 'f':
        group.encoding = this.#fonts.get(param ?? 0) ?? this.#usual;
        return;
      case 'uc':
        group.skip = Math.min(Math.max(param ?? 1, 0), 10);
        return;
      case 'ansicpg':
        this.#usual = codePage(param ?? 1252);
        group.encoding = this.#usual;
        return;
      case 'mac':
        this.#usual = 'macintosh';
        group.encoding = this.#usual;
        return;
    }
  }

  #fontTable(word: string, param: number | undefined): void {
    if (word === 'f') this.#group.font = param ?? 0;
    else if (word === 'fcharset') {
      const name = charsets[param ?? 0];
      if (name !== undefined) this.#fonts.set(this.#group.font, name);
    }
  }

  #dateField(word: string, param: number | undefined): void {
    const { field } = this.#group;
    const digits = String(param ?? 0).padStart(2, '0');
    const before = this.fields.get(field) ?? '';
    if (word === 'yr') this.fields.set(field, digits);
    else if ((word === 'mo' || word === 'dy') && before !== '') this.fields.set(field, `${before}-${digits}`);
  }

  #byte(byte: number): void {
    this.#group.fresh = false;
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#bytes.push(byte);
  }

  /** Bytes above ASCII may be half a character whose other half is written as `\'xx`. */
  #text(data: Buffer): void {
    this.#group.fresh = false;
    let from = 0;
    while (this.#toSkip > 0 && from < data.length) {
      this.#toSkip -= 1;
      from += 1;
    }
    for (const byte of data.subarray(from)) {
      if (byte !== 0x0d && byte !== 0x0a && byte !== 0) this.#bytes.push(byte);
    }
    if (this.#bytes.length > 4096) this.#endBytes();
  }

  #endBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    if (this.#group.where === 'dropped') return;
    this.#say(decode(bytes, this.#group.encoding));
  }

  #unicode(param: number): void {
    const unit = String.fromCharCode(param & 0xffff);
    this.#toSkip = this.#group.skip;
    if (/[\ud800-\udbff]/.test(unit)) {
      this.#highSurrogate = unit;
      return;
    }
    this.#say(this.#highSurrogate + unit);
    this.#highSurrogate = '';
  }

  #say(words: string): void {
    const { where, hidden, deleted, field, style } = this.#group;
    if (hidden || deleted) return;
    if (where === 'text') this.#words += words;
    else if (where === 'aside') this.#aside += words;
    else if (where === 'header') this.#header += words;
    else if (where === 'field') this.fields.set(field, (this.fields.get(field) ?? '') + words);
    else if (where === 'styles') this.#styleName(words, style);
  }

  #styleName(words: string, style: number): void {
    const level = /^\s*heading ([1-9])\b/i.exec(words)?.[1];
    if (level !== undefined) this.#headings.set(style, Number(level));
    if (/^\s*(?:intense )?quot(?:e|ation)/i.test(words)) this.#quotes.add(style);
  }

  #endParagraph(): void {
    const { where } = this.#group;
    if (where === 'aside') {
      this.#aside += ' ';
      return;
    }
    if (where === 'header') {
      this.#endHeader();
      return;
    }
    if (where !== 'text') return;
    if (this.#paragraph.inTable) {
      this.#words += ' ';
      return;
    }
    const words = this.#words;
    this.#words = '';
    const heading = this.#paragraph.heading ?? this.#headings.get(this.#paragraph.style) ?? null;
    this.#lines.add(words, this.#role(heading));
    const title = oneLine(words);
    if (heading !== null && title !== '')
      this.outline.push({ title, page: this.pages.length + 1, level: heading - 1 });
    this.#paragraph.item = false;
    for (const aside of this.#asides.splice(0)) this.#lines.add(aside, 'aside');
  }

  #role(heading: number | null): LineRole {
    if (heading !== null) return 'heading';
    if (this.#paragraph.item) return 'item';
    return this.#quotes.has(this.#paragraph.style) ? 'quote' : 'text';
  }

  #endCell(): void {
    this.#row.push(this.#words);
    this.#words = '';
    this.#paragraph.item = false;
  }

  #endRow(): void {
    if (this.#row.length > 0) this.#lines.addRow(this.#row);
    this.#row = [];
    for (const aside of this.#asides.splice(0)) this.#lines.add(aside, 'aside');
  }

  #newPage(): void {
    if (!this.#splitPages) return;
    this.#endParagraph();
    this.pages.push(this.#lines.page());
    this.#lines = new PageLines(this.#measure);
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const PIECE = 64 * 1024;

async function readTokens(bytes: Buffer, reader: RtfReader): Promise<void> {
  const tokenizer = new Tokenize();
  const ended = new Promise<void>((resolve, reject) => {
    tokenizer.on('data', (token: Token) => {
      try {
        reader.take(token);
      } catch (fault) {
        tokenizer.destroy(fault instanceof Error ? fault : new Error(String(fault)));
      }
    });
    tokenizer.on('end', resolve);
    tokenizer.on('error', reject);
  });
  const feed = async () => {
    for (let at = 0; at < bytes.length && !tokenizer.destroyed; at += PIECE) {
      if (!tokenizer.write(bytes.subarray(at, at + PIECE)))
        await new Promise((resolve) => setImmediate(resolve));
    }
    tokenizer.end();
  };
  await Promise.all([ended, feed()]);
  reader.finish();
}

/** Room for binary data is taken before it comes: more than the file has is never asked for. */
function checkBinaries(bytes: Buffer): void {
  for (const [, length] of bytes.toString('latin1').matchAll(/\\bin(\d{1,12})/g)) {
    if (Number(length) > bytes.length) throw new Error('a picture in it is cut off');
  }
}

async function read(bytes: Buffer, file: string, splitPages: boolean): Promise<RtfReader> {
  const reader = new RtfReader(file, splitPages);
  try {
    checkBinaries(bytes);
    await readTokens(bytes, reader);
  } catch (fault) {
    if (fault instanceof DespatchError) throw fault;
    const reason = `it is not whole RTF: ${fault instanceof Error ? fault.message : String(fault)}`;
    throw new DespatchError('input.damaged', { file, reason }, { cause: fault });
  }
  return reader;
}

/** @throws DespatchError `input.damaged`, `input.tooComplex`. */
export async function readRtf(bytes: Buffer, file: string): Promise<Extraction> {
  let reader = await read(bytes, file, true);
  // Breaks that somebody set are all the breaks there are only if there are as many pages.
  const paged = reader.pages.length > 1 && reader.pages.length === reader.countedPages;
  if (!paged && reader.pages.length > 1) reader = await read(bytes, file, false);
  const { pages, outline, fields } = reader;
  return {
    kind: 'rtf',
    mediaType: 'application/rtf',
    textState: pages.some(({ text }) => text !== '') ? 'text' : 'none',
    paged,
    pages,
    outline,
    about: aboutOf(
      {
        type: 'document',
        title: fields.get('title'),
        authors: [fields.get('author') ?? ''],
        publisher: fields.get('company'),
        issued: fields.get('revtim') ?? fields.get('creatim'),
        abstract: fields.get('subject'),
        producer: fields.get('generator')?.replace(/;$/, ''),
        marking: reader.marking,
      },
      pages,
    ),
    notices: reader.revised
      ? ['It has tracked changes; it was read as if all of them had been accepted.']
      : [],
  };
}
