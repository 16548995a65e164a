/** What the sheet says to a screen reader. Commands run without a window too, where nobody listens. */
import type { LexicalEditor } from 'lexical';

const listeners = new WeakMap<LexicalEditor, (news: string) => void>();

export function listen(editor: LexicalEditor, hear: (news: string) => void): void {
  listeners.set(editor, hear);
}

export function announce(editor: LexicalEditor, news: string): void {
  listeners.get(editor)?.(news);
}
