/** A part that a newer Despatch wrote: shown by name, kept whole, never edited. */
import { DecoratorNode, type LexicalNode } from 'lexical';
import type { UnknownBlock } from '../../../shared/document/schema.ts';

const nothing: UnknownBlock = { kind: 'unknown', id: '', originalKind: '', raw: null };

export class UnknownBlockNode extends DecoratorNode<null> {
  __unknown: UnknownBlock = nothing;

  override $config() {
    return this.config('despatch-unknown', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__unknown = previous.__unknown;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.dataset['kind'] = 'unknown';
    element.dataset['blockId'] = this.__unknown.id;
    element.textContent = `This part (${this.__unknown.originalKind}) was made by a newer version of Despatch. It is kept as it is.`;
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): boolean {
    return false;
  }

  override isKeyboardSelectable(): boolean {
    return false;
  }

  override decorate(): null {
    return null;
  }

  getBlock(): UnknownBlock {
    return this.getLatest().__unknown;
  }
}

export function $createUnknownBlock(block: UnknownBlock): UnknownBlockNode {
  const node = new UnknownBlockNode();
  node.__unknown = block;
  return node;
}

export function $isUnknownBlock(node: LexicalNode | null | undefined): node is UnknownBlockNode {
  return node instanceof UnknownBlockNode;
}
