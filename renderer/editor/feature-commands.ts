/** Who carries out the commands that features add to `editorCommands`. */
import type { LexicalEditor } from 'lexical';

type Run = () => boolean;

const handlers = new WeakMap<LexicalEditor, Map<string, Run>>();

/**
 * @param run called inside an update of the editor; says whether it could do anything.
 * @returns what takes it back.
 */
export function handleCommand(editor: LexicalEditor, id: `feature:${string}`, run: Run): () => void {
  const own = handlers.get(editor) ?? new Map<string, Run>();
  handlers.set(editor, own);
  own.set(id, run);
  return () => {
    own.delete(id);
  };
}

export function runFeatureCommand(editor: LexicalEditor, id: string): boolean {
  return handlers.get(editor)?.get(id)?.() ?? false;
}
