/** What stands inside one Word paragraph: formatted words, and everything that must be told in the report. */
import type { Inline } from '../../../shared/document/schema.ts';
import { mergeRuns, textRun } from '../../../shared/import/runs.ts';
import type { ResolvedStyle, Styles } from './styles.ts';
import { elements, find, settingOf, textOf, toggle, type XmlElement } from './xml.ts';

export interface ParagraphWords {
  readonly content: Inline[];
  readonly inserted: string[];
  readonly deleted: string[];
  readonly hidden: string[];
  /** Ids of notes and comments, in the order of their marks. */
  readonly notes: { readonly kind: 'footnote' | 'endnote' | 'comment'; readonly id: string }[];
  readonly textBoxes: XmlElement[];
  readonly links: { readonly words: string; readonly relationship: string }[];
  /** Alternative texts of pictures, empty where there is none. */
  readonly pictures: string[];
  pageBreak: boolean;
  /** Pages that Word began when it last showed the file: before the first of the words, and after it. */
  readonly pagesBegun: { before: number; after: number };
}

/** Complex fields run from paragraph to paragraph; what stands before "separate" is an instruction, not words. */
export class FieldState {
  readonly #open: { separated: boolean }[] = [];

  mark(type: string | undefined): void {
    const current = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ separated: false });
    else if (type === 'separate' && current) current.separated = true;
    else if (type === 'end') this.#open.pop();
  }

  get inInstruction(): boolean {
    return this.#open.some(({ separated }) => !separated);
  }
}

/** Bookmarks of citations, and of words made from them, that are open, which may run from paragraph to paragraph once somebody has edited. */
export class OpenCitations {
  /** By the bookmark's number, its name. */
  readonly #open = new Map<string, string>();

  /** @returns whether it was such a mark. */
  mark({ name, attributes }: XmlElement): boolean {
    const { id = '', name: bookmark = '' } = attributes;
    if (name === 'w:bookmarkEnd') return this.#open.delete(id);
    if (name !== 'w:bookmarkStart' || !/^_Evidence(?:Made)?\d{1,7}$/.test(bookmark)) return false;
    this.#open.set(id, bookmark);
    return true;
  }

  get names(): string[] {
    return [...this.#open.values()];
  }
}

interface Scope {
  readonly inserted: boolean;
  readonly deleted: boolean;
}

const transparent: ReadonlySet<string> = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
  'm:oMath',
  'm:oMathPara',
]);

/** Symbol fonts keep their bullets in the private area; the rest of them cannot be told apart without the font. */
function symbol(run: XmlElement): string {
  const code = Number.parseInt(run.attributes['char'] ?? '', 16);
  if (!Number.isFinite(code) || code <= 0 || code > 0xffff || (code >= 0xd800 && code < 0xe000)) return '';
  return code === 0xf0b7 || code === 0xf0a7 ? '•' : String.fromCodePoint(code);
}

function descendants(element: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const child of elements(element)) {
    if (child.name === name) found.push(child);
    else descendants(child, name, found);
  }
  return found;
}

export class InlineReader {
  readonly words: ParagraphWords = {
    content: [],
    inserted: [],
    deleted: [],
    hidden: [],
    notes: [],
    textBoxes: [],
    links: [],
    pictures: [],
    pageBreak: false,
    pagesBegun: { before: 0, after: 0 },
  };
  readonly #styles: Styles;
  readonly #fields: FieldState;
  readonly #paragraphStyle: ResolvedStyle | null;
  readonly #citations: OpenCitations;

  constructor(
    styles: Styles,
    fields: FieldState,
    paragraphStyle: ResolvedStyle | null,
    citations: OpenCitations,
  ) {
    this.#styles = styles;
    this.#fields = fields;
    this.#paragraphStyle = paragraphStyle;
    this.#citations = citations;
  }

  read(paragraph: XmlElement): ParagraphWords {
    this.#walk(paragraph, { inserted: false, deleted: false });
    return { ...this.words, content: mergeRuns(this.words.content) };
  }

  #walk(parent: XmlElement, scope: Scope): void {
    for (const child of elements(parent)) {
      if (child.name === 'w:r' || child.name === 'm:r') this.#run(child, scope);
      else if (child.name === 'w:ins' || child.name === 'w:moveTo')
        this.#walk(child, { ...scope, inserted: true });
      else if (child.name === 'w:del' || child.name === 'w:moveFrom')
        this.#walk(child, { ...scope, deleted: true });
      else if (child.name === 'mc:AlternateContent') this.#alternative(child, scope);
      else if (child.name.startsWith('w:bookmark')) this.#citations.mark(child);
      else if (transparent.has(child.name) || child.name.startsWith('m:')) this.#enter(child, scope);
    }
  }

  #enter(element: XmlElement, scope: Scope): void {
    const relationship = Object.entries(element.attributes).find(([name]) => name.endsWith(':id'))?.[1];
    if (element.name === 'w:hyperlink' && relationship !== undefined) {
      this.words.links.push({ words: textOf(element), relationship });
    }
    this.#walk(element, scope);
  }

  /** Word writes new drawings twice; only one of the two is read. */
  #alternative(element: XmlElement, scope: Scope): void {
    const choice = find(element, 'mc:Choice') ?? find(element, 'mc:Fallback');
    if (!choice) return;
    this.#walk(choice, scope);
    for (const child of elements(choice)) this.#runPart(child, false, false, scope);
  }

  #run(run: XmlElement, scope: Scope): void {
    const properties = find(run, 'w:rPr');
    const styleId = settingOf(properties, 'w:rStyle');
    const style = styleId === undefined ? null : this.#styles.resolve(styleId);
    // Toggles of paragraph and character style cancel each other out (ISO 29500-1, 17.7.3).
    const bold =
      toggle(properties, 'w:b') ?? (style?.bold === true) !== (this.#paragraphStyle?.bold === true);
    const italic =
      toggle(properties, 'w:i') ?? (style?.italic === true) !== (this.#paragraphStyle?.italic === true);
    if (toggle(properties, 'w:vanish') === true) {
      this.words.hidden.push(textOf(run));
      return;
    }
    for (const part of elements(run)) this.#runPart(part, bold, italic, scope);
  }

  #runPart(part: XmlElement, bold: boolean, italic: boolean, scope: Scope): void {
    const { name, attributes } = part;
    if (name === 'w:t' || name === 'm:t' || name === 'w:delText')
      this.#addText(textOf(part), bold, italic, scope);
    else if (name === 'w:tab' || name === 'w:ptab') this.#addText('\t', bold, italic, scope);
    else if (name === 'w:noBreakHyphen') this.#addText('-', bold, italic, scope);
    else if (name === 'w:sym') this.#addText(symbol(part), bold, italic, scope);
    else if (name === 'w:br' && (attributes['type'] === 'page' || attributes['type'] === 'column')) {
      this.words.pageBreak = true;
    } else if (name === 'w:br' || name === 'w:cr') this.#addBreak(scope);
    else if (name === 'w:lastRenderedPageBreak')
      this.words.pagesBegun[this.words.content.length === 0 ? 'before' : 'after'] += 1;
    else if (name === 'w:fldChar') this.#fields.mark(attributes['fldCharType']);
    else if (name === 'mc:AlternateContent') this.#alternative(part, scope);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#drawing(part);
    else this.#note(part);
  }

  #addText(text: string, bold: boolean, italic: boolean, { inserted, deleted }: Scope): void {
    if (this.#fields.inInstruction) return;
    if (deleted) {
      this.words.deleted.push(text);
      return;
    }
    if (inserted) this.words.inserted.push(text);
    this.words.content.push(textRun(text, bold, italic, this.#citations.names));
  }

  #addBreak({ deleted }: Scope): void {
    if (!deleted && !this.#fields.inInstruction) this.words.content.push({ type: 'break' });
  }

  #note(part: XmlElement): void {
    const kinds = {
      'w:footnoteReference': 'footnote',
      'w:endnoteReference': 'endnote',
      'w:commentReference': 'comment',
    } as const;
    const id = part.attributes['id'];
    if (id !== undefined && Object.hasOwn(kinds, part.name)) {
      this.words.notes.push({ kind: kinds[part.name as keyof typeof kinds], id });
    }
  }

  #drawing(element: XmlElement): void {
    const boxes = descendants(element, 'w:txbxContent');
    this.words.textBoxes.push(...boxes);
    if (boxes.length > 0) return;
    const [described] = descendants(element, 'wp:docPr');
    this.words.pictures.push(described?.attributes['descr'] ?? '');
  }
}
