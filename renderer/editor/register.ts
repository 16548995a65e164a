/** The editor's behaviour without React: loading, repairs, history, keys and the tracking of changes. */
import { createEmptyHistoryState, type HistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $getRoot,
  $setSelection,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { Mint } from '../../shared/document/build.ts';
import { structureFaults } from '../../shared/document/legal.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { ChangeTracker } from './changes.ts';
import { $sectionFrom } from './convert/from-lexical.ts';
import { $sectionNode } from './convert/to-lexical.ts';
import { registerKeepWithheld } from './exempt/keep-withheld.ts';
import { registerHistorySteps } from './history-steps.ts';
import { registerRuns } from './inline/register-runs.ts';
import { registerKeys } from './keys.ts';
import { $sections } from './operations/locate.ts';
import { IdRegister } from './repairs/ids.ts';
import { registerRepairs } from './repairs/register-repairs.ts';
import { registerTableRepairs } from './tables/repairs.ts';

/** Steps that can be undone; each keeps the nodes it replaced alive. */
const HISTORY_DEPTH = 500;
/** Keystrokes within this many milliseconds of each other are undone together. */
const TYPING_PAUSE = 500;

export interface DespatchEditor {
  readonly ids: IdRegister;
  readonly history: HistoryState;
  readonly changes: ChangeTracker;
  /** As features are given it (`EditorContext`). */
  holdHistory(): () => void;
  dispose(): void;
}

/** Whether a newer version wrote any of it: then it is shown, and nothing is repaired or edited. */
export function hasUnknownParts(document: DespatchDocument): boolean {
  return document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'unknown'));
}

/** @returns the document the editor now holds: the one given, or what the repairs made of an illegal one. */
function load(editor: LexicalEditor, document: DespatchDocument): DespatchDocument {
  const asItIs = hasUnknownParts(document) || structureFaults(document).length === 0;
  editor.update(
    () => {
      const nodes = document.sections.map($sectionNode);
      $getRoot()
        .clear()
        .append(...nodes);
      $setSelection(null);
      // After every update Lexical holds the words of the whole state against those before, and for a state that was made
      // before it was drawn it would gather them anew each time. Nobody here asks the root for its words.
      $getRoot().getWritable().__cachedText = document.id;
    },
    { discrete: true, tag: HISTORY_MERGE_TAG, ...(asItIs ? { skipTransforms: true } : {}) },
  );
  if (asItIs) return document;
  return { ...document, sections: editor.read(() => $sections().map($sectionFrom)) };
}

/** Fills a fresh editor with a document and gives it its behaviour. */
export function registerDespatchEditor(
  editor: LexicalEditor,
  document: DespatchDocument,
  mint: Mint,
): DespatchEditor {
  const ids = new IdRegister(mint);
  const repairs = hasUnknownParts(document)
    ? () => {}
    : mergeRegister(registerTableRepairs(editor), registerRepairs(editor, document.kind, ids));
  // A transform that is registered later would have Lexical make every node anew and look through them all.
  const transforms = mergeRegister(registerRuns(editor), registerKeepWithheld(editor));
  const loaded = load(editor, document);
  ids.note(editor.getEditorState()._nodeMap.keys(), editor.getEditorState());
  const changes = new ChangeTracker(editor, loaded);
  // Without a current entry the history would not know what the first edit is to be undone to.
  const history: HistoryState = {
    ...createEmptyHistoryState(),
    current: { editor, editorState: editor.getEditorState() },
  };
  const dispose = mergeRegister(
    repairs,
    transforms,
    registerRichText(editor),
    registerHistory(editor, history, TYPING_PAUSE, Date.now, undefined, HISTORY_DEPTH),
    registerHistorySteps(editor, history),
    registerKeys(editor, document.kind),
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, tags }) => {
      if (!tags.has(HISTORIC_TAG)) return;
      ids.note(dirtyElements.keys(), editorState);
      ids.note(dirtyLeaves, editorState);
    }),
  );
  const holdHistory = () => {
    const held = history.current;
    return () => {
      history.current = held;
    };
  };
  return { ids, history, changes, holdHistory, dispose };
}
