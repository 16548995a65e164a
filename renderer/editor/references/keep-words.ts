/** Keeps the words of the references on the sheet true, off the typing path. */
import { COMMAND_PRIORITY_LOW, mergeRegister, type NodeKey, type UpdateListenerPayload } from 'lexical';
import { printedTargets } from '../../../shared/references/targets.ts';
import { referenceText } from '../../../shared/references/words.ts';
import type { EditorContext } from '../feature-context.ts';
import { $isReference, ReferenceNode } from '../inline/reference-node.ts';
import { referenceWordsOf } from '../inline/reference-words.ts';
import { changesNumbers, NUMBERING_CHANGED_COMMAND } from '../marks/register-marks.ts';
import { $isBlock } from '../nodes/block-node.ts';

/** Milliseconds a changed number may be late when the window is busy. */
const LATEST = 200;
/** Shown where a reference has nothing left to name. */
const BROKEN = '[broken reference]';

export interface WordsKeeper {
  /** At once, rather than when there is time. */
  refresh(): void;
  dispose(): void;
}

export function keepWords({ editor, document }: EditorContext): WordsKeeper {
  const keeper = referenceWordsOf(editor);
  const drawn = new Set<NodeKey>();
  let pointedAt: ReadonlySet<string> = new Set();
  let waiting: number | null = null;

  /** Whether the words of something changed that a reference may be named by. */
  function changesTarget({ dirtyElements, editorState }: UpdateListenerPayload): boolean {
    for (const key of dirtyElements.keys()) {
      const node = editorState._nodeMap.get(key);
      if ($isBlock(node) && pointedAt.has(node.__block.id)) return true;
    }
    return false;
  }
  function refresh(): void {
    if (waiting !== null) cancelIdleCallback(waiting);
    waiting = null;
    if (drawn.size === 0) return;
    const targets = printedTargets(document());
    keeper.set((pointer) => {
      const words = referenceText(pointer, targets);
      return { words: words ?? BROKEN, broken: words === null };
    });
    const ids = new Set<string>();
    const { _nodeMap: nodes } = editor.getEditorState();
    for (const key of drawn) {
      const node = nodes.get(key);
      const element = editor.getElementByKey(key);
      if (!$isReference(node) || !element) continue;
      keeper.say(element, node.__reference);
      ids.add(node.__reference.target);
    }
    pointedAt = ids;
  }

  const dispose = mergeRegister(
    editor.registerMutationListener(
      ReferenceNode,
      (mutations) => {
        for (const [key, mutation] of mutations) {
          if (mutation === 'destroyed') drawn.delete(key);
          else drawn.add(key);
        }
        waiting ??= requestIdleCallback(refresh, { timeout: LATEST });
      },
      // Whatever is drawn is told of as created; what is not, bears no words yet.
      { skipInitialization: true },
    ),
    editor.registerCommand(
      NUMBERING_CHANGED_COMMAND,
      () => {
        waiting ??= requestIdleCallback(refresh, { timeout: LATEST });
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerUpdateListener((update) => {
      if (drawn.size === 0 || waiting !== null) return;
      if (!changesNumbers(update) && !changesTarget(update)) return;
      waiting = requestIdleCallback(refresh, { timeout: LATEST });
    }),
  );
  return {
    refresh,
    dispose: () => {
      dispose();
      if (waiting !== null) cancelIdleCallback(waiting);
    },
  };
}
