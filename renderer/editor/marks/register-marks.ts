/** Keeps the printed numbers and the finding marks on the sheet up to date, off the typing path. */
import type { LexicalCommand, LexicalEditor, UpdateListenerPayload } from 'lexical';
import { COMMAND_PRIORITY_LOW, createCommand, HISTORIC_TAG } from 'lexical';
import type { Finding } from '../../../shared/checks/finding.ts';
import { exemptBlocks } from '../../../shared/document/exempt.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import { exemptLabel } from '../../../shared/pack/exemption-words.ts';
import { provisionalNumbers } from '../../../shared/print/numbering.ts';
import { sectionsAtOnce } from '../drawing/at-once.ts';
import { $isBlock } from '../nodes/block-node.ts';
import { bodyKindOf } from '../nodes/block-state.ts';
import { $isSection } from '../nodes/section-node.ts';
import { $edgeAt, $rangeSelection } from '../operations/locate.ts';
import type { IdRegister } from '../repairs/ids.ts';
import { marksOf } from './marks.ts';

/** Milliseconds a changed number may be late when the window is busy. */
const LATEST = 200;

/** The id of the block with the caret, where that is still empty: its number is one that no print has yet. */
function emptyBlockInHand({ editorState }: UpdateListenerPayload, editor: LexicalEditor): string | null {
  return editorState.read(
    () => {
      const selection = $rangeSelection();
      const block = selection?.isCollapsed() ? $edgeAt(selection.focus, 'end')?.block : undefined;
      return block && block.getTextContent().trim() === '' ? block.getState().id : null;
    },
    { editor },
  );
}

/** Whether an update may have changed a number: blocks came, went, changed their kind or became empty or filled. */
export function changesNumbers({
  dirtyElements,
  editorState,
  prevEditorState,
  tags,
}: UpdateListenerPayload): boolean {
  if (tags.has(HISTORIC_TAG)) return true;
  for (const key of dirtyElements.keys()) {
    const after = editorState._nodeMap.get(key);
    const before = prevEditorState._nodeMap.get(key);
    if ($isSection(after) && after !== before) return true;
    if (!$isBlock(after)) continue;
    if (!$isBlock(before) || after.__block !== before.__block) return true;
    // A table or an image is printed whatever its caption says, and a long table is long to read.
    if (bodyKindOf(after.__block) !== null) continue;
    const isBlank = editorState.read(() => after.getTextContent().trim() === '');
    const wasBlank = prevEditorState.read(() => before.getTextContent().trim() === '');
    if (isBlank !== wasBlank) return true;
  }
  return false;
}

/** What is said of the blocks that are withheld with what they are part of, without a mark of their own. */
function withheldWith(document: DespatchDocument): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  const exempt = exemptBlocks(document);
  if (exempt.size === 0) return said;
  for (const { id, exempt: own } of knownBlocks(document)) {
    const why = own ? undefined : exempt.get(id);
    if (why) said.set(id, `${exemptLabel(why)}, with what it is part of`);
  }
  return said;
}

/** Numbers may be others although no word changed, as when the document is numbered in another way. */
export const NUMBERING_CHANGED_COMMAND: LexicalCommand<void> = createCommand('NUMBERING_CHANGED_COMMAND');

export interface MarkKeeper {
  setFindings(findings: readonly Finding[]): void;
  dispose(): void;
}

export function registerMarks(
  editor: LexicalEditor,
  ids: IdRegister,
  current: () => DespatchDocument,
): MarkKeeper {
  const marks = marksOf(editor);
  let waiting: number | null = null;
  let writing: string | null = null;

  function dress(blockIds: readonly string[]): void {
    for (const id of blockIds) {
      const key = ids.keyOf(id);
      const element = key === undefined ? null : editor.getElementByKey(key);
      if (element) marks.dress(id, element);
    }
  }
  function renumber(): void {
    waiting = null;
    const document = current();
    dress(marks.setMarkers(provisionalNumbers(document, writing)));
    dress(marks.setWithheld(withheldWith(document)));
  }

  // Of a long document what is drawn first has its numbers at once; counting them all takes as long as a key.
  const opened = current();
  const atOnce = sectionsAtOnce(opened.sections.map(({ blocks }) => blocks.length));
  if (atOnce < opened.sections.length) {
    marks.setMarkers(provisionalNumbers({ ...opened, sections: opened.sections.slice(0, atOnce) }, null));
    waiting = requestIdleCallback(renumber, { timeout: LATEST });
  } else renumber();
  const unregister = editor.registerUpdateListener((update) => {
    const before = writing;
    writing = emptyBlockInHand(update, editor);
    if (waiting !== null || (writing === before && !changesNumbers(update))) return;
    waiting = requestIdleCallback(renumber, { timeout: LATEST });
  });
  const stopHearing = editor.registerCommand(
    NUMBERING_CHANGED_COMMAND,
    () => {
      waiting ??= requestIdleCallback(renumber, { timeout: LATEST });
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
  return {
    setFindings: (findings) => dress(marks.setFindings(findings)),
    dispose: () => {
      unregister();
      stopHearing();
      if (waiting !== null) cancelIdleCallback(waiting);
    },
  };
}
