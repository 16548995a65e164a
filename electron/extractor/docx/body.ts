/** The main text of a Word file, paragraph by paragraph, as source lines. */
import type { Inline } from '../../../shared/document/schema.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { readMarker } from '../../../shared/import/markers.ts';
import { mergeRuns, sliceRuns, trimRuns } from '../../../shared/import/runs.ts';
import type {
  ListMarker,
  OriginalLine,
  SourceCell,
  SourceLine,
  SourceNotice,
} from '../../../shared/import/source.ts';
import { WITHHELD_RULE } from '../../../shared/print/word-styles.ts';
import { FieldState, InlineReader, OpenCitations, type ParagraphWords } from './inline.ts';
import type { Numbering } from './numbering.ts';
import type { Note, Relationship } from './parts.ts';
import { listOf, outlineOf, type ResolvedStyle, type Styles } from './styles.ts';
import { elements, find, numberOf, settingOf, toggle, type XmlElement } from './xml.ts';

export interface BodyContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly notes: Readonly<Record<'footnote' | 'endnote' | 'comment', ReadonlyMap<string, Note>>>;
}

interface Place {
  readonly cell: SourceCell | null;
  readonly aside: boolean;
}
const inFlow: Place = { cell: null, aside: false };

/** Columns of a level, and twips of a column, so that typed and automatic lists indent alike. */
const LEVEL_COLUMNS = 4;
const TWIPS_PER_COLUMN = 180;
/** Enough markers before a line to tell the letter "i" from the numeral. */
const REMEMBERED_MARKERS = 12;

export class BodyReader {
  readonly lines: SourceLine[] = [];
  readonly notices: SourceNotice[] = [];
  /** For each page after the first that Word showed, the line that it begins with. */
  readonly pageStarts: number[] = [];
  readonly #context: BodyContext;
  readonly #fields = new FieldState();
  readonly #citations = new OpenCitations();
  readonly #markers: ListMarker[] = [];
  readonly #told = new Set<string>();
  #paragraphs = 0;
  #tables = 0;
  #pageBreak = false;
  #gap = true;

  constructor(context: BodyContext) {
    this.#context = context;
  }

  /** One child of the body: a paragraph, a table, or a wrapper around them. */
  read(element: XmlElement, place: Place = inFlow): void {
    if (element.name === 'w:p') this.#paragraph(element, place);
    else if (element.name === 'w:tbl') this.#table(element, place);
    else if (element.name === 'mc:AlternateContent') {
      const choice = find(element, 'mc:Choice') ?? find(element, 'mc:Fallback');
      if (choice) this.#each(choice, place);
    } else if (element.name.startsWith('w:bookmark')) this.#citations.mark(element);
    else if (wrappers.has(element.name)) this.#each(element, place);
  }

  /** Notes that no mark in the text refers to are words, too. */
  finish(): void {
    for (const kind of ['footnote', 'endnote', 'comment'] as const) {
      for (const id of this.#context.notes[kind].keys()) this.#note(kind, id);
    }
  }

  #each(parent: XmlElement, place: Place): void {
    for (const child of elements(parent)) this.read(child, place);
  }

  #table(table: XmlElement, place: Place): void {
    // A table within a table keeps its words in the cell around it.
    if (place.cell) {
      this.#eachRow(table, (cell) => this.#each(cell, place));
      return;
    }
    const number = this.#tables;
    this.#tables += 1;
    this.#eachRow(table, (cell, row, column, columns) => {
      this.#each(cell, { ...place, cell: { table: number, row, column, columns } });
    });
    this.#gap = true;
  }

  #eachRow(
    table: XmlElement,
    visit: (cell: XmlElement, row: number, column: number, columns: number) => void,
  ): void {
    const rows = flatten(table, 'w:tr');
    for (const [row, element] of rows.entries()) {
      const cells = flatten(element, 'w:tc');
      for (const [column, cell] of cells.entries()) visit(cell, row, column, cells.length);
    }
  }

  #paragraph(paragraph: XmlElement, place: Place): void {
    this.#paragraphs += 1;
    const number = this.#paragraphs;
    const properties = find(paragraph, 'w:pPr');
    const styleId = settingOf(properties, 'w:pStyle') ?? this.#context.styles.defaultParagraph;
    const style = styleId === null ? null : this.#context.styles.resolve(styleId);
    const words = new InlineReader(
      this.#context.styles,
      this.#fields,
      style,
      place.aside ? new OpenCitations() : this.#citations,
    ).read(paragraph);
    if (toggle(properties, 'w:pageBreakBefore') === true) this.#pageBreak = true;
    const at = this.lines.length;
    const { before, after } = words.pagesBegun;
    for (let page = 0; page < before; page += 1) this.pageStarts.push(at);
    if (plainText(words.content).trim() === '') this.#gap = true;
    else this.#line(words, properties, style, number, place);
    for (let page = 0; page < after; page += 1) this.pageStarts.push(this.lines.length);
    if (words.pageBreak || find(properties, 'w:sectPr')) this.#pageBreak = true;
    this.#tell(words, number, Math.min(at, Math.max(this.lines.length - 1, 0)));
    for (const box of words.textBoxes) this.#textBox(box, place);
    for (const { kind, id } of words.notes) this.#note(kind, id);
  }

  #line(
    words: ParagraphWords,
    properties: XmlElement | undefined,
    style: ResolvedStyle | null,
    number: number,
    place: Place,
  ): void {
    const outline = outlineOf(properties);
    const heading = outline === undefined ? (style?.outline ?? null) : outline;
    // Tabs still stand here: "o", drawn as a bullet, is one only before a tab.
    const raw = trimRuns(visible(words.content));
    const automatic = this.#automaticMarker(properties, style);
    // "• a. Notes …": programs that convert lists put a bullet before the letter, and the letter is what counts.
    const mayBeTyped = automatic.marker === null || automatic.marker.style === 'bullet';
    const typed = mayBeTyped ? readMarker(plainText(raw), this.#markers) : null;
    const doubled = automatic.marker !== null && typed?.marker.style === 'bullet';
    const marker = doubled ? automatic.marker : (typed?.marker ?? automatic.marker);
    const shown = automatic.marker
      ? `${automatic.marker.text} ${plainText(words.content)}`
      : plainText(words.content);
    if (marker && marker.style !== 'bullet') this.#remember(marker);
    this.lines.push({
      original: [{ line: number, text: shown.trim() }],
      content: tidy(typed && !doubled ? sliceRuns(raw, typed.length) : raw),
      marker,
      indent: automatic.marker ? automatic.level * LEVEL_COLUMNS : indentOf(properties),
      heading: place.aside || place.cell ? null : heading,
      style: style === null || style.name === 'normal' ? null : style.name,
      quoted: style !== null && /^(?:intense )?quot(?:e|ation)$/.test(style.name),
      gapBefore: this.#gap || marker === null,
      pageBreakBefore: this.#pageBreak,
      aside: place.aside,
      ...(isRuled(properties) ? { ruled: true } : {}),
      cell: place.cell,
    });
    this.#gap = false;
    this.#pageBreak = false;
  }

  #automaticMarker(
    properties: XmlElement | undefined,
    style: ResolvedStyle | null,
  ): { marker: ListMarker | null; level: number } {
    const direct = listOf(properties);
    const numId = direct.numId ?? style?.list?.numId;
    const level = direct.level ?? style?.list?.level ?? 0;
    const styled = level === 0 ? styledLevel(style) : level;
    // "0" is how a paragraph refuses the list of its style.
    if (numId === undefined || numId === '0') return { marker: null, level };
    return { marker: this.#context.numbering.next({ numId, level }), level: styled };
  }

  #remember(marker: ListMarker): void {
    this.#markers.push(marker);
    if (this.#markers.length > REMEMBERED_MARKERS) this.#markers.shift();
  }

  #textBox(box: XmlElement, place: Place): void {
    const at = this.lines.length;
    this.#each(box, place);
    if (this.lines.length > at) {
      this.#notice(
        'textBox',
        'These words stood in a text box; they follow the paragraph it was fixed to.',
        at,
      );
    }
  }

  #note(kind: 'footnote' | 'endnote' | 'comment', id: string): void {
    const note = this.#context.notes[kind].get(id);
    if (!note || this.#told.has(`${kind} ${id}`)) return;
    this.#told.add(`${kind} ${id}`);
    const at = this.lines.length;
    for (const paragraph of note.paragraphs) this.read(paragraph, { cell: null, aside: true });
    if (this.lines.length === at) return;
    const by = kind === 'comment' && note.author !== '' ? ` by ${note.author}` : '';
    this.#notice(kind, `These words were a ${kind}${by}; they follow the paragraph they belong to.`, at);
  }

  #notice(code: string, message: string, at: number): void {
    const original = this.lines.slice(at).flatMap((line) => line.original);
    this.notices.push({ code, message, original, at });
  }

  #tell(words: ParagraphWords, number: number, at: number): void {
    const tell = (code: string, message: string, text: string) => {
      const original: OriginalLine[] = [{ line: number, text }];
      this.notices.push({ code, message, original, at });
    };
    const [inserted, deleted] = [words.inserted.join('').trim(), words.deleted.join('').trim()];
    if (inserted !== '') tell('trackedInsertion', 'A tracked insertion was accepted.', inserted);
    if (deleted !== '')
      tell('trackedDeletion', 'A tracked deletion was accepted: these words were left out.', deleted);
    const hidden = words.hidden.join('').trim();
    if (hidden !== '') tell('hiddenText', 'Hidden text was left out.', hidden);
    for (const { words: shown, relationship } of words.links) {
      const target = this.#context.relationships.get(relationship)?.target;
      if (target && target !== shown && target !== `mailto:${shown}`) {
        tell('link', `The words “${shown}” were a link; where it led is kept only here.`, target);
      }
    }
    for (const description of words.pictures) {
      tell('picture', 'A picture was left out. Insert it here from its own file.', description);
    }
  }
}

const wrappers: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
]);

/** Rows or cells, also where a content control or a tracked change wraps them. */
function flatten(parent: XmlElement, name: string): XmlElement[] {
  return [...elements(parent)].flatMap((child) => {
    if (child.name === name) return [child];
    return wrappers.has(child.name) ? flatten(child, name) : [];
  });
}

/** "List Bullet 2" is a list of its own, whose first level stands below that of "List Bullet". */
function styledLevel(style: ResolvedStyle | null): number {
  const digit = /^list (?:bullet|number) ([2-5])$/.exec(style?.name ?? '')?.[1];
  return digit === undefined ? 0 : Number(digit) - 1;
}

/** Whoever writes on in Word, or cuts a paragraph in two, keeps its rule. */
function isRuled(properties: XmlElement | undefined): boolean {
  return find(find(properties, 'w:pBdr'), 'w:left')?.attributes['color'] === WITHHELD_RULE;
}

function indentOf(properties: XmlElement | undefined): number {
  const attributes = find(properties, 'w:ind')?.attributes;
  const left = numberOf(attributes?.['left'] ?? attributes?.['start']) ?? 0;
  return Math.max(Math.round(left / TWIPS_PER_COLUMN), 0);
}

const invisible = /[\u00ad\u200b\u200c\u2060\ufeff]/g;

/** Without the characters that print nothing. */
function visible(content: readonly Inline[]): Inline[] {
  return content.map((inline) =>
    inline.type === 'text' ? { ...inline, text: inline.text.replace(invisible, '') } : inline,
  );
}

/** White space as text files have it. */
function tidy(content: readonly Inline[]): Inline[] {
  return trimRuns(
    mergeRuns(
      content.map((inline) =>
        inline.type === 'text' ? { ...inline, text: inline.text.replace(/[ \t\r\n]+/g, ' ') } : inline,
      ),
    ),
  );
}
