/**
 * Blocks whose body is more than words: tables and images. The body stands in the state of the block, where history and
 * saving find it, and is drawn beside the caption by whoever registered for its kind; Lexical never looks inside.
 */
import type { LexicalEditor, NodeKey } from 'lexical';
import type { BlockState, BodyKind } from './block-state.ts';

export interface BlockBody {
  /** Shows another state of the same block: after an edit of its own as after undo. */
  update(state: BlockState): void;
  dispose(): void;
}

/**
 * Draws the body of the block `key` into an empty element that is not editable as part of the sheet.
 * It changes the body with `setState({ table })` or `setState({ image })` of that node, in an update of the editor:
 * then history, saving and repairs see it like any other edit.
 */
export type BodyMaker = (
  editor: LexicalEditor,
  place: { readonly element: HTMLElement; readonly key: NodeKey; readonly state: BlockState },
) => BlockBody;

class Bodies {
  readonly #makers = new Map<BodyKind, BodyMaker>();
  readonly #drawn = new Map<NodeKey, BlockBody>();

  setMaker(kind: BodyKind, make: BodyMaker): void {
    this.#makers.set(kind, make);
  }

  draw(editor: LexicalEditor, key: NodeKey, kind: BodyKind, state: BlockState): HTMLElement {
    const element = document.createElement('div');
    element.className = 'block-body';
    element.contentEditable = 'false';
    this.drop(key);
    const body = this.#makers.get(kind)?.(editor, { element, key, state });
    if (body) this.#drawn.set(key, body);
    return element;
  }

  update(key: NodeKey, state: BlockState): void {
    this.#drawn.get(key)?.update(state);
  }

  drop(key: NodeKey): void {
    this.#drawn.get(key)?.dispose();
    this.#drawn.delete(key);
  }

  dropAll(): void {
    for (const key of [...this.#drawn.keys()]) this.drop(key);
  }
}

const bodies = new WeakMap<LexicalEditor, Bodies>();

export function bodiesOf(editor: LexicalEditor): Bodies {
  let own = bodies.get(editor);
  if (!own) {
    own = new Bodies();
    bodies.set(editor, own);
  }
  return own;
}
