/**
 * The words that references show. They follow from the whole document, so they are kept beside the editor and drawn
 * into elements that Lexical leaves alone: a changed number is never an edit.
 */
import { IS_BOLD, IS_ITALIC, type LexicalEditor } from 'lexical';
import type { Reference } from '../../../shared/document/schema.ts';

type Pointer = Pick<Reference, 'target' | 'show'>;

export interface ReferenceWords {
  readonly words: string;
  /** Nothing stands where it points. */
  readonly broken: boolean;
}
export type Resolve = (reference: Pointer) => ReferenceWords;

class Keeper {
  /** Until the numbers of the document are known. */
  #resolve: Resolve = () => ({ words: '…', broken: false });

  set(resolve: Resolve): void {
    this.#resolve = resolve;
  }

  /** Everything an element shows of a reference. */
  dress(element: HTMLElement, reference: Pointer, format: number): void {
    element.dataset['target'] = reference.target;
    element.classList.toggle('sheet-bold', (format & IS_BOLD) !== 0);
    element.classList.toggle('sheet-italic', (format & IS_ITALIC) !== 0);
    element.setAttribute('role', 'link');
    element.setAttribute('aria-roledescription', 'cross-reference');
    this.say(element, reference);
  }

  /** Only what may have changed without the reference itself. */
  say(element: HTMLElement, reference: Pointer): void {
    const { words, broken } = this.#resolve(reference);
    if (element.textContent !== words) element.textContent = words;
    if (broken === (element.dataset['broken'] === 'true')) return;
    element.setAttribute('aria-roledescription', broken ? 'broken cross-reference' : 'cross-reference');
    if (broken) element.dataset['broken'] = 'true';
    else delete element.dataset['broken'];
  }
}

const keepers = new WeakMap<LexicalEditor, Keeper>();

export function referenceWordsOf(editor: LexicalEditor): Keeper {
  let own = keepers.get(editor);
  if (!own) {
    own = new Keeper();
    keepers.set(editor, own);
  }
  return own;
}
