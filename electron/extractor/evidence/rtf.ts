/** Rich Text Format 1.9.1 as evidence. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { limits } from '../limits.ts';
import { aboutOf } from './about.ts';
import { Measure } from './lines.ts';
import { RtfBody } from './rtf-body.ts';
import { RtfCharacters } from './rtf-characters.ts';
import { CONTROL, GROUP_END, GROUP_START, readTokens, type Token } from './rtf-tokens.ts';
import { characters, charsets, codePage, dropped, entered, headers } from './rtf-words.ts';

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
  readonly fields = new Map<string, string>();
  readonly body: RtfBody;
  countedPages = 0;
  revised = false;
  readonly #file: string;
  readonly #characters = new RtfCharacters((words) => this.#say(words));
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

  constructor(file: string, splitPages: boolean) {
    this.#file = file;
    this.body = new RtfBody(new Measure(file), splitPages);
  }

  take(token: Token): void {
    const { type, word, data } = token;
    if (type === CONTROL && word === "'") {
      this.#group.fresh = false;
      this.#characters.byte(data?.[0] ?? 0x3f);
      return;
    }
    if (type !== GROUP_START && type !== GROUP_END && type !== CONTROL) {
      this.#group.fresh = false;
      this.#characters.text(data ?? Buffer.alloc(0), this.#group.encoding);
      return;
    }
    this.#characters.end(this.#group.encoding);
    if (type === GROUP_START) this.#begin();
    else if (type === GROUP_END) this.#end();
    else this.#control(word ?? '', token.param);
  }

  finish(): void {
    this.#characters.end(this.#group.encoding);
    while (this.#groups.length > 0) this.#end();
    this.#endParagraph();
    this.body.finish();
  }

  #begin(): void {
    if (this.#groups.length >= limits.rtfDepth) {
      const reason = `its groups nest more than ${limits.rtfDepth} deep`;
      throw new DespatchError('input.tooComplex', { file: this.#file, reason, limit: limits.rtfDepth });
    }
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, fresh: true, star: false };
    this.#characters.skipNothing();
  }

  #end(): void {
    const ended = this.#group;
    const outer = this.#groups.pop();
    if (!outer) return;
    this.#group = outer;
    this.#characters.skipNothing();
    if (ended.where === outer.where) return;
    if (ended.where === 'aside') this.body.endAside();
    else if (ended.where === 'header') this.body.endHeader();
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
      this.#characters.unicode(param ?? 0, group.skip);
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
      else if (word === 'outlinelevel') this.body.styleLevel(group.style, (param ?? 0) + 1);
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
    else if (word === 'listtext' || word === 'pntext') this.body.paragraph.item = true;
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
        this.body.endCell();
        return;
      case 'row':
      case 'nestrow':
        this.body.endRow();
        return;
      case 'page':
        if (group.where === 'text') this.body.newPage();
        return;
      case 'pard':
        this.body.startParagraph();
        return;
      case 'intbl':
        this.body.paragraph.inTable = true;
        return;
      case 's':
        this.body.paragraph.style = param ?? 0;
        return;
      case 'outlinelevel':
        this.body.paragraph.heading = (param ?? 0) < 9 ? (param ?? 0) + 1 : null;
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

  #say(words: string): void {
    const { where, hidden, deleted, field, style } = this.#group;
    if (hidden || deleted) return;
    if (where === 'text') this.body.words += words;
    else if (where === 'aside') this.body.aside += words;
    else if (where === 'header') this.body.header += words;
    else if (where === 'field') this.fields.set(field, (this.fields.get(field) ?? '') + words);
    else if (where === 'styles') this.body.styleName(words, style);
  }

  #endParagraph(): void {
    const { where } = this.#group;
    if (where === 'aside') this.body.aside += ' ';
    else if (where === 'header') this.body.endHeader();
    else if (where === 'text') this.body.endParagraph();
  }
}

async function read(bytes: Buffer, file: string, splitPages: boolean): Promise<RtfReader> {
  const reader = new RtfReader(file, splitPages);
  try {
    await readTokens(bytes, (token) => reader.take(token));
    reader.finish();
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
  const paged = reader.body.pages.length > 1 && reader.body.pages.length === reader.countedPages;
  if (!paged && reader.body.pages.length > 1) reader = await read(bytes, file, false);
  const { fields } = reader;
  const { pages, outline, marking } = reader.body;
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
        marking,
      },
      pages,
    ),
    notices: reader.revised
      ? ['It has tracked changes; it was read as if all of them had been accepted.']
      : [],
  };
}
