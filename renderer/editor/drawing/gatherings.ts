/**
 * Of each section on the sheet the browser asks with every frame, and so with every key, whether it is near, where it
 * stands and whether the mouse is over it: 500 of them take longer than the key itself. Sections that lie beside each other
 * are therefore gathered in one element, and while that is far from the window the browser asks it alone.
 *
 * Lexical knows nothing of it: it looks up elements by their keys, and a section stays what it is wherever it hangs. Only
 * where it sets sections in and takes them out it takes them for children of the sheet. Before it does so it asks where
 * the children of the root are (`$slotOfRoot`), and those that it is about to touch have left their gathering by then.
 */
import {
  $isRootNode,
  type CreateEditorArgs,
  type ElementDOMSlot,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type RootNode,
} from 'lexical';

/** Sections in one gathering, at most, and half as many at least: of 500, some twenty elements of twenty are asked. */
const SIZE = 24;
/** Milliseconds after an edit in which none are gathered. */
const PAUSE = 1500;
const GATHERING = 'sheet-gathering';

function isGathering(element: Element | null | undefined): element is HTMLElement {
  return element?.className === GATHERING;
}

/** The section before or behind another one on the sheet, whether they are gathered or not. */
export function sectionBeside(section: Element, side: 'before' | 'behind'): Element | null {
  const step = (from: Element | null) =>
    side === 'before' ? from?.previousElementSibling : from?.nextElementSibling;
  const { parentElement } = section;
  const beside = step(section) ?? (isGathering(parentElement) ? step(parentElement) : null) ?? null;
  if (!isGathering(beside)) return beside;
  return side === 'before' ? beside.lastElementChild : beside.firstElementChild;
}

/** Sections of the sheet before one of its places, as Lexical counts its children. */
function sectionsBefore(parent: Element, place: number): number {
  let count = 0;
  for (const child of [...parent.childNodes].slice(0, place)) {
    count += child instanceof Element && isGathering(child) ? child.childElementCount : 1;
  }
  return count;
}

/** The children of the root, of which some hang in gatherings. */
function slotOf(root: RootNode, sheet: HTMLElement): ElementDOMSlot {
  const slot = root.getDOMSlot(sheet);
  const otherwise = slot.resolveChildIndex.bind(slot);
  slot.resolveChildIndex = (element, elementDOM, dom, offset) => {
    if (dom === sheet) return [element, sectionsBefore(sheet, offset)];
    if (!(dom instanceof Element && isGathering(dom))) return otherwise(element, elementDOM, dom, offset);
    return [element, sectionsBefore(sheet, [...sheet.childNodes].indexOf(dom)) + offset];
  };
  return slot;
}

function keysOf(root: RootNode, nodes: ReadonlyMap<NodeKey, LexicalNode>): NodeKey[] {
  const keys: NodeKey[] = [];
  for (let key = root.__first; key !== null; key = nodes.get(key)?.__next ?? null) keys.push(key);
  return keys;
}

/** Of two lists those of the first that are not where they were, and one beside them on either side. */
function touched(before: readonly NodeKey[], after: readonly NodeKey[]): NodeKey[] {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  if (same === before.length && same === after.length) return [];
  let sameEnd = 0;
  while (sameEnd < shorter - same && before.at(-1 - sameEnd) === after.at(-1 - sameEnd)) sameEnd += 1;
  return before.slice(Math.max(same - 1, 0), before.length - sameEnd + 1);
}

export class Gatherings {
  readonly #editor: LexicalEditor;
  readonly #sheet: HTMLElement;
  readonly #size: number;
  /** Sections in the order in which they were last drawn, and the root that had them. */
  #root: RootNode | null = null;
  #keys: NodeKey[] = [];
  #some = false;
  #idle: number | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #quietFrom = 0;

  constructor(editor: LexicalEditor, sheet: HTMLElement, size: number) {
    this.#editor = editor;
    this.#sheet = sheet;
    this.#size = size;
  }

  /** Somebody is writing. */
  wait(): void {
    this.#quietFrom = performance.now() + PAUSE;
  }

  /** Gathers what lies loose, a gathering at a time, while nobody writes or waits for a frame. */
  gatherWhenIdle(): void {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    const left = this.#quietFrom - performance.now();
    if (left > 0) this.#pause = setTimeout(() => this.gatherWhenIdle(), left);
    else this.#idle ??= requestIdleCallback(() => this.#gatherSome());
  }

  /**
   * Makes one gathering of sections that lie loose. Call in a task of its own, outside of updates.
   * @returns false where there are not enough of them in a row.
   */
  gather(): boolean {
    const { _editorState: state, _observer: observer } = this.#editor;
    const root = state._nodeMap.get('root');
    if (!observer || !$isRootNode(root)) return false;
    const row = this.#row();
    const [first, last] = [row[0], row.at(-1)];
    if (!first || !last) return false;
    const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
    const gathering = this.#sheet.ownerDocument.createElement('div');
    gathering.className = GATHERING;
    gathering.style.containIntrinsicBlockSize = `auto ${height}px`;
    first.before(gathering);
    gathering.append(...row);
    // Otherwise Lexical would put right what nobody but it may do. It has heard of all that was before.
    observer.takeRecords();
    this.#root = root;
    this.#keys = keysOf(root, state._nodeMap);
    this.#some = true;
    return true;
  }

  /** Where the children of the root are; Lexical asks before it changes which they are, and for each selection. */
  $slotOfRoot(root: RootNode, sheet: HTMLElement): ElementDOMSlot {
    if (!this.#some || sheet !== this.#sheet) return root.getDOMSlot(sheet);
    const { _editorState: state, _pendingEditorState: pending, _updating: updating } = this.#editor;
    // Only while it draws, when it does not watch the sheet.
    if (updating && pending === null) {
      if (root !== this.#root) this.#follow(root, state._nodeMap);
      const ends = state._selection?.getStartEndPoints() ?? [];
      // It counts the children of the sheet to find such a place.
      if (ends.some(({ key }) => key === root.getKey())) this.#scatter(this.#keys);
    }
    return this.#some ? slotOf(root, sheet) : root.getDOMSlot(sheet);
  }

  dispose(): void {
    if (this.#idle !== null) cancelIdleCallback(this.#idle);
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#some = false;
  }

  #gatherSome(): void {
    this.#idle = null;
    if (this.#quietFrom > performance.now() || this.gather()) this.gatherWhenIdle();
  }

  /** The first sections in a row that hang in no gathering and are enough for one; none where there are no such. */
  #row(): Element[] {
    const held = this.#held();
    let row: Element[] = [];
    for (const child of [...this.#sheet.children, null]) {
      const loose = child !== null && !isGathering(child) && !held.some((node) => child.contains(node));
      if (loose) row.push(child);
      if (row.length >= (loose ? this.#size : this.#size / 2)) return row;
      if (!loose) row = [];
    }
    return [];
  }

  /** What is lost where an element around it is taken out of the page, if only to hang it elsewhere: caret and focus. */
  #held(): Node[] {
    const page = this.#sheet.ownerDocument;
    const selection = page.getSelection();
    const all = [selection?.anchorNode, selection?.focusNode, page.activeElement];
    return all.filter((node): node is Node => node instanceof Node && node !== this.#sheet);
  }

  #follow(root: RootNode, nodes: ReadonlyMap<NodeKey, LexicalNode>): void {
    const keys = keysOf(root, nodes);
    this.#scatter(touched(this.#keys, keys));
    this.#root = root;
    this.#keys = keys;
  }

  /** Hangs the gatherings of these sections on the sheet again, in their places. */
  #scatter(keys: readonly NodeKey[]): void {
    const gatherings = new Set<HTMLElement>();
    for (const key of keys) {
      const parent = this.#editor.getElementByKey(key)?.parentElement;
      if (isGathering(parent)) gatherings.add(parent);
    }
    if (gatherings.size === 0) return;
    for (const gathering of gatherings) gathering.replaceWith(...gathering.children);
    this.#some = [...this.#sheet.children].some(isGathering);
    this.wait();
    this.gatherWhenIdle();
  }
}

const gathered = new WeakMap<LexicalEditor, Gatherings>();

/**
 * From now on sections of this editor may be gathered, until what is returned is disposed of.
 * @param size sections in one gathering.
 */
export function gatherSections(editor: LexicalEditor, sheet: HTMLElement, size = SIZE): Gatherings {
  const own = new Gatherings(editor, sheet, size);
  gathered.get(editor)?.dispose();
  gathered.set(editor, own);
  return own;
}

/** Called by Lexical for every element, before it changes its children and to find places in it. */
export const $getDOMSlot: NonNullable<NonNullable<CreateEditorArgs['dom']>['$getDOMSlot']> = (
  node,
  dom,
  editor,
) => {
  const own = $isRootNode(node) ? gathered.get(editor)?.$slotOfRoot(node, dom) : null;
  return (own ?? node.getDOMSlot(dom)) as ReturnType<typeof $getDOMSlot<typeof node>>;
};
