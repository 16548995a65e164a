/** One block of a document: a point, a heading, a field. What it may be is said by the table of structure. */
import {
  $getEditor,
  type EditorConfig,
  type ElementDOMSlot,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { dressBlock } from '../marks/block-dom.ts';
import { marksOf } from '../marks/marks.ts';
import { createTablePlace, tablePlaceIn } from '../tables/place.ts';
import { type BlockState, blankState, bodyKindOf } from './block-state.ts';
import { bodiesOf } from './bodies.ts';

export class BlockNode extends ElementNode {
  __block: BlockState = blankState('text');

  override $config() {
    return this.config('despatch-block', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__block = previous.__block;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = document.createElement('div');
    dressBlock(element, this.__block, this.__size === 0, null);
    marksOf(editor).dress(this.__block.id, element);
    const kind = bodyKindOf(this.__block);
    if (kind === 'table') element.append(createTablePlace());
    else if (kind !== null) element.append(bodiesOf(editor).draw(editor, this.__key, kind, this.__block));
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const kind = bodyKindOf(this.__block);
    if (kind !== bodyKindOf(previous.__block)) return true;
    dressBlock(element, this.__block, this.__size === 0, previous.__block);
    if (kind !== null && this.__block !== previous.__block) {
      bodiesOf($getEditor()).update(this.__key, this.__block);
    }
    return false;
  }

  /** The caption goes before the rows of a table and behind a picture. */
  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const slot = super.getDOMSlot(element);
    const kind = bodyKindOf(this.__block);
    if (kind === null) return slot;
    return kind === 'table' ? slot.withBefore(tablePlaceIn(element)) : slot.withAfter(element.firstChild);
  }

  /** Nothing stands in it; blank characters count as content here, and so does the body of a table or an image. */
  override isEmpty(): boolean {
    return this.getChildrenSize() === 0 && bodyKindOf(this.getLatest().__block) === null;
  }

  getState(): BlockState {
    return this.getLatest().__block;
  }

  setState(change: Partial<BlockState>): this {
    const writable = this.getWritable();
    writable.__block = { ...writable.__block, ...change };
    return writable;
  }
}

export function $createBlock(state: BlockState): BlockNode {
  const node = new BlockNode();
  node.__block = state;
  return node;
}

export function $isBlock(node: LexicalNode | null | undefined): node is BlockNode {
  return node instanceof BlockNode;
}
