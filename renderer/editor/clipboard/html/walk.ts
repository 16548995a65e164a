/** Through a foreign page in reading order, without recursion: pages may nest as deep as they like. */
import { linkPattern } from '../../../../shared/document/inline.ts';
import type { NoteCode, Notes } from '../notes.ts';
import { type Collector, type Context, startContext } from './collector.ts';
import { hasHandler, isBlockElement, isHidden, isUnseen, leftOutAs, nameOf, wordsLost } from './elements.ts';
import { styleOf } from './parse.ts';
import { lookAtPicture } from './pictures.ts';
import { isLayout } from './tables.ts';
import {
  commentWords,
  headingRank,
  isComment,
  isCommentList,
  isCommentMark,
  isListMarker,
  isNote,
  isNumber,
  isQuotation,
  revision,
  wordListLevel,
} from './word.ts';

/** Nodes between two looks at the clock. */
const NODES_A_STEP = 200;
/** No address that a person follows is longer. */
const LONGEST_LINK = 2000;

interface Frame {
  next: Node | null;
  readonly context: Context;
  readonly isBlock: boolean;
}

interface Looked {
  readonly name: string;
  readonly style: string;
  readonly className: string;
}

export interface Page {
  readonly notes: Notes;
  /** Whether the words of the comments stand on the page too, so that their marks need not be counted. */
  readonly listsComments: boolean;
}

export type ReadTable = (
  table: Element,
  context: Context,
  into: Collector,
  page: Page,
) => Generator<void, void>;

function looked(element: Element): Looked {
  return {
    name: nameOf(element),
    style: styleOf(element),
    className: element.getAttribute('class') ?? '',
  };
}

/** Why an element stays behind with all that is in it; "" for one that no reader misses; null for one that comes along. */
function staysBehind(element: Element, { name, style, className }: Looked, page: Page): NoteCode | '' | null {
  if (isUnseen(name)) return '';
  if (isListMarker(style)) return isNumber(element.textContent ?? '') ? 'number' : '';
  if (isCommentMark(style, className)) return page.listsComments ? '' : 'comment';
  const code = leftOutAs(name);
  if (code !== null) return code;
  if (revision(name, style, className) === 'deleted') return 'deleted';
  if (isHidden(element, style)) return 'hidden';
  return null;
}

function noteLost(element: Element, name: string, code: NoteCode, notes: Notes): void {
  const words = code === 'hidden' ? (element.textContent ?? '') : wordsLost(element, name);
  // What was neither seen nor would have done anything is no loss.
  const matters = words.trim() !== '' || code === 'active' || code === 'embedded';
  if (matters) notes.add(code, words);
}

function linkOf(element: Element, around: Context, notes: Notes): string | null {
  const address = element.getAttribute('href')?.trim() ?? '';
  if (address === '' || address.startsWith('#')) return around.link;
  if (address.length <= LONGEST_LINK && linkPattern.test(address)) return address;
  notes.add(/^(?:javascript|vbscript|data):/i.test(address) ? 'active' : 'link', address.slice(0, 200));
  return around.link;
}

function roleWithin(element: Element, { name, style, className }: Looked, around: Context): Partial<Context> {
  const rank = headingRank(element, name, style, className);
  if (rank !== null) return { role: 'heading', level: rank, item: null };
  if (name === 'UL' || name === 'OL') return { level: around.level + 1 };
  if (name === 'LI') {
    // Word for the web writes every item as a list of its own, and its depth beside it.
    const written = /^[1-9]\d?$/.exec(
      element.getAttribute('aria-level') ?? element.getAttribute('data-aria-level') ?? '',
    );
    const level = written ? Math.max(around.level, Number(written[0]) - 1) : around.level;
    return { role: 'item', level, item: element };
  }
  const isMarked = () => [...element.querySelectorAll('span')].some((span) => isListMarker(styleOf(span)));
  const level = name === 'P' || name === 'DIV' ? wordListLevel(style, className, isMarked) : null;
  if (level !== null) return { role: 'item', level, item: null };
  return isQuotation(name, className) && around.role === 'line' ? { role: 'quotation', level: 0 } : {};
}

function within(element: Element, seen: Looked, around: Context, notes: Notes): Context {
  const { name, style } = seen;
  const weight = /(?:^|;)\s*font-weight:\s*(bold|bolder|normal|lighter|\d+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /(?:^|;)\s*font-style:\s*(italic|oblique|normal)/i.exec(style)?.[1]?.toLowerCase();
  const space = /(?:^|;)\s*white-space:\s*(pre|break-spaces|normal|nowrap)/i.exec(style)?.[1]?.toLowerCase();
  const bold = name === 'B' || name === 'STRONG' || around.bold;
  const italic = name === 'I' || name === 'EM' || name === 'CITE' || around.italic;
  const raised = name === 'SUP' ? 'sup' : name === 'SUB' ? 'sub' : around.raised;
  const preserved = name === 'PRE' || name === 'LISTING' || name === 'XMP' || around.preserved;
  return {
    ...around,
    bold: weight === undefined ? bold : weight.startsWith('bold') || Number(weight) >= 600,
    italic: slant === undefined ? italic : slant !== 'normal',
    link: name === 'A' ? linkOf(element, around, notes) : around.link,
    raised,
    preserved: space === undefined ? preserved : space === 'pre' || space === 'break-spaces',
    ...roleWithin(element, seen, around),
  };
}

function noteChanges(element: Element, { name, style, className }: Looked, notes: Notes): void {
  const change = revision(name, style, className);
  if (change === 'inserted' || change === 'struck') notes.add(change, element.textContent ?? '');
  if (isNote(style)) notes.add('footnote');
  if (name === 'MATH') notes.add('formula', element.textContent ?? '');
  if (hasHandler(element)) notes.add('active');
}

/** A comment's own words, wherever its list is; its author and mark are Word's. */
function noteComments(list: Element, notes: Notes): void {
  const comments = [...list.querySelectorAll('div')].filter((each) => isComment(styleOf(each)));
  for (const comment of comments) notes.add('comment', commentWords(comment));
}

class Walk {
  readonly #stack: Frame[] = [];
  readonly #into: Collector;
  readonly #page: Page;
  readonly #readTable: ReadTable;

  constructor(into: Collector, page: Page, readTable: ReadTable) {
    this.#into = into;
    this.#page = page;
    this.#readTable = readTable;
  }

  *run(root: Node, context: Context): Generator<void, void> {
    this.#stack.push({ next: root.firstChild, context, isBlock: true });
    let count = 0;
    for (let frame = this.#stack.at(-1); frame; frame = this.#stack.at(-1)) {
      count += 1;
      if (count % NODES_A_STEP === 0) yield;
      const node = frame.next;
      if (node === null) {
        if (frame.isBlock) this.#into.close();
        this.#stack.pop();
        continue;
      }
      frame.next = node.nextSibling;
      if (node.nodeType === 3) this.#into.text(node.nodeValue ?? '', frame.context);
      else if (node.nodeType === 1) yield* this.#enter(node as Element, frame.context);
    }
  }

  *#enter(element: Element, around: Context): Generator<void, void> {
    const { notes } = this.#page;
    const seen = looked(element);
    const { name, style } = seen;
    const behind = staysBehind(element, seen, this.#page);
    if (behind !== null) {
      if (behind !== '') noteLost(element, name, behind, notes);
      return;
    }
    if (isCommentList(style)) {
      noteComments(element, notes);
      return;
    }
    if (name === 'BR') {
      this.#into.lineBreak();
      return;
    }
    if (name === 'IMG') {
      this.#picture(element, around);
      return;
    }
    noteChanges(element, seen, notes);
    const isBlock = isBlockElement(name);
    if (isBlock) this.#into.close();
    if (name === 'TABLE' && !isLayout(element)) {
      yield* this.#readTable(element, around, this.#into, this.#page);
      return;
    }
    if (name === 'TABLE' && element.querySelector('table') !== null) notes.add('layout');
    this.#stack.push({ next: element.firstChild, context: within(element, seen, around, notes), isBlock });
  }

  #picture(element: Element, around: Context): void {
    const { notes } = this.#page;
    if (hasHandler(element)) notes.add('active');
    const seen = lookAtPicture(element);
    if (seen.is === 'words') this.#into.text(seen.words, around);
    else if (seen.is === 'left out') notes.add(seen.code, seen.words);
    else {
      this.#into.close();
      this.#into.add({ origin: seen.picture, content: [] });
    }
  }
}

/** @param root everything in it is read. @param context what holds for its words; for a page `startContext`. */
export function walkPage(
  root: Node,
  into: Collector,
  page: Page,
  readTable: ReadTable,
  context: Context = startContext,
): Generator<void, void> {
  return new Walk(into, page, readTable).run(root, context);
}
