/**
 * Lexical shares the nodes of a state with the one before and copies, at every update, those that are new since it last
 * put all of them into one map. After a document was read that is a third of it: 0.5 ms of every key at 5,000 blocks. It
 * puts them together by itself only once they are more than half; here while nobody types.
 */
import type { LexicalEditor } from 'lexical';

/** New ones that a key does not feel. */
const FEW = 500;

/** What Lexical keeps nodes and elements in once they are many (`GenMap`, which it does not export). */
interface SharingMap {
  readonly _nursery: ReadonlyMap<unknown, unknown> | undefined;
  compact(force: boolean): unknown;
}

function isSharing(map: object): map is SharingMap {
  return 'compact' in map && '_nursery' in map;
}

function wants(map: object): map is SharingMap {
  return isSharing(map) && (map._nursery?.size ?? 0) > FEW;
}

/** @returns whether there was anything to do. */
export function compact(editor: LexicalEditor): boolean {
  let some = false;
  for (const map of [editor.getEditorState()._nodeMap, editor._keyToDOMMap]) {
    if (!wants(map)) continue;
    map.compact(true);
    some = true;
  }
  return some;
}

export function registerCompaction(editor: LexicalEditor): () => void {
  let waiting: number | null = null;
  const unregister = editor.registerUpdateListener(({ editorState }) => {
    if (waiting !== null || !(wants(editorState._nodeMap) || wants(editor._keyToDOMMap))) return;
    waiting = requestIdleCallback(() => {
      waiting = null;
      compact(editor);
    });
  });
  return () => {
    unregister();
    if (waiting !== null) cancelIdleCallback(waiting);
  };
}
