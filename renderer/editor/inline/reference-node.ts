/** A cross-reference: one indivisible place in the words, whose own words are made from its target when shown. */
import { DecoratorNode, type EditorConfig, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Reference } from '../../../shared/document/schema.ts';
import { referenceWordsOf } from './reference-words.ts';

export type ReferenceState = Pick<Reference, 'target' | 'show'>;

export class ReferenceNode extends DecoratorNode<null> {
  __reference: ReferenceState = { target: '', show: 'label' };
  /** Lexical's bits for bold and italic. */
  __format = 0;

  override $config() {
    return this.config('despatch-reference', { extends: DecoratorNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__reference = previous.__reference;
    this.__format = previous.__format;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = document.createElement('span');
    element.className = 'sheet-reference';
    referenceWordsOf(editor).dress(element, this.__reference, this.__format);
    return element;
  }

  override updateDOM(previous: this): boolean {
    return previous.__reference !== this.__reference || previous.__format !== this.__format;
  }

  /** One character, as a line break is: what counts characters of a block counts its places. */
  override getTextContent(): string {
    return '\uFFFC';
  }

  /** It is selected as a range of one place, so that every operation on words knows it without being told. */
  override isKeyboardSelectable(): boolean {
    return false;
  }

  getReference(): ReferenceState {
    return this.getLatest().__reference;
  }

  setReference(reference: ReferenceState): this {
    const writable = this.getWritable();
    writable.__reference = reference;
    return writable;
  }

  getFormat(): number {
    return this.getLatest().__format;
  }

  setFormat(format: number): this {
    const writable = this.getWritable();
    writable.__format = format;
    return writable;
  }
}

export function $createReference(reference: ReferenceState, format = 0): ReferenceNode {
  const node = new ReferenceNode();
  node.__reference = reference;
  node.__format = format;
  return node;
}

export function $isReference(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode;
}
