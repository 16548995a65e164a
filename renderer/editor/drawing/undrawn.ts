/**
 * Sections of a long document whose elements are made later. All of the document is in the editor's state from the
 * first moment, and saving, history, searching and copying know nothing but that state; what waits is the drawing
 * alone. Such a section stands on the sheet as an empty element. As soon as anything in it changes, its node asks
 * Lexical to make the element anew (`SectionNode.updateDOM`), and Lexical never goes into a section before it has asked:
 * so an edit, an undo or a move finds every element it needs, whoever made it.
 */
import {
  $addUpdateTag,
  type ElementNode,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';

/** Lexical's own words for "nothing was changed" and "some nodes were changed". */
const NO_DIRTY_NODES = 0;
export const HAS_DIRTY_NODES = 1;

const UNDRAWN = 'data-undrawn';

/** Whether an element of a section is an empty one. */
export function isUndrawn(element: HTMLElement): boolean {
  return element.hasAttribute(UNDRAWN);
}

export class Undrawn {
  readonly #editor: LexicalEditor;
  /** Sections that the first drawing passes over. */
  readonly #passing = new Set<NodeKey>();
  /** The empty elements, in the order of their sections. */
  readonly #empty = new Map<NodeKey, HTMLElement>();
  /** The section that Lexical is just being told has no children, and how many it has. */
  #held: { readonly node: ElementNode; readonly size: number } | null = null;

  constructor(editor: LexicalEditor) {
    this.#editor = editor;
  }

  /** The next drawing, which must be the first of these sections, leaves them empty. */
  passOver(keys: readonly NodeKey[], draw: () => void): void {
    for (const key of keys) this.#passing.add(key);
    try {
      draw();
    } finally {
      this.#passing.clear();
      this.#letGo();
    }
  }

  /** A section gets its element. Between this and `made` Lexical would go on to its children. */
  making(node: ElementNode, element: HTMLElement): void {
    const key = node.getKey();
    if (!this.#passing.delete(key)) {
      this.#empty.delete(key);
      return;
    }
    element.setAttribute(UNDRAWN, '');
    this.#empty.set(key, element);
    this.#held = { node, size: node.__size };
    node.__size = 0;
  }

  made(node: ElementNode): void {
    if (this.#held?.node === node) this.#letGo();
  }

  get isEmpty(): boolean {
    return this.#empty.size === 0;
  }

  has(key: NodeKey): boolean {
    return this.#empty.has(key);
  }

  /** In reading order, as far as sections were not moved since. */
  entries(): IterableIterator<[NodeKey, HTMLElement]> {
    return this.#empty.entries();
  }

  /** Draws sections with the update that is running; it counts as no change of the document. */
  $draw(keys: Iterable<NodeKey>): void {
    const { _dirtyElements: dirty, _dirtyType: before } = this.#editor;
    let some = false;
    for (const key of keys) {
      const element = this.#empty.get(key);
      if (!element) continue;
      // One that was deleted is drawn whole if it comes back.
      if (this.#editor.getElementByKey(key) !== element) this.#empty.delete(key);
      else if (!dirty.has(key)) {
        dirty.set(key, false);
        some = true;
      }
    }
    if (!some) return;
    if (!dirty.has('root')) dirty.set('root', false);
    if (before !== NO_DIRTY_NODES) return;
    this.#editor._dirtyType = HAS_DIRTY_NODES;
    // Otherwise the history would take it for a step.
    $addUpdateTag(HISTORY_MERGE_TAG);
  }

  /** Draws sections at once. Call outside of updates. */
  draw(keys: Iterable<NodeKey>): void {
    if (this.isEmpty) return;
    const editor = this.#editor;
    // What somebody has just typed must not be taken for a part of this.
    if (editor._pendingEditorState !== null) editor.update(() => {}, { discrete: true });
    editor.update(() => this.$draw(keys), {
      discrete: true,
      skipTransforms: true,
      tag: SKIP_DOM_SELECTION_TAG,
    });
  }

  drawAll(): void {
    this.draw([...this.#empty.keys()]);
  }

  #letGo(): void {
    if (this.#held) this.#held.node.__size = this.#held.size;
    this.#held = null;
  }
}

const undrawn = new WeakMap<LexicalEditor, Undrawn>();

export function undrawnOf(editor: LexicalEditor): Undrawn {
  let own = undrawn.get(editor);
  if (!own) {
    own = new Undrawn(editor);
    undrawn.set(editor, own);
  }
  return own;
}
