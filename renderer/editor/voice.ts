/** What the sheet says of what happened. Commands run without a window too, where nobody listens. */
import type { LexicalEditor } from 'lexical';

export interface News {
  readonly text: string;
  /** Nothing was done, and the text says why: worth seeing, too, because nothing else is to be seen. */
  readonly refusal: boolean;
}

const listeners = new WeakMap<LexicalEditor, (news: News) => void>();

export function listen(editor: LexicalEditor, hear: (news: News) => void): void {
  listeners.set(editor, hear);
}

export function announce(editor: LexicalEditor, text: string): void {
  listeners.get(editor)?.({ text, refusal: false });
}

export function refuse(editor: LexicalEditor, text: string): void {
  listeners.get(editor)?.({ text, refusal: true });
}
