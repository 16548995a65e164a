/** A sheet with features on it, drawn into a document without a window. */
import { withDOM } from '@lexical/headless/dom';
import { $isRangeSelection, $setSelection, createEditor, type LexicalEditor, UNDO_COMMAND } from 'lexical';
import { editorConfig } from '../../../renderer/editor/create-editor.ts';
import type { EditorFeature } from '../../../renderer/editor/feature-context.ts';
import { type FeatureKey, Provided } from '../../../renderer/editor/feature-key.ts';
import { registerDespatchEditor } from '../../../renderer/editor/register.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { counter } from './headless.ts';

export interface SheetBench {
  readonly editor: LexicalEditor;
  readonly root: HTMLElement;
  /** What was told to a screen reader, in order. */
  readonly said: readonly string[];
  edit(change: () => void): void;
  /** Types at the caret as the last edit left it; without a window, Lexical forgets it between two. */
  type(words: string): void;
  undo(): void;
  feature<Value>(key: FeatureKey<Value>): Value;
  current(): DespatchDocument;
}

export function onSheet(
  document: DespatchDocument,
  features: readonly EditorFeature[],
  work: (sheet: SheetBench) => void,
): void {
  withDOM((window) => {
    // What waits for an idle moment is done by the tests that want it.
    Object.assign(globalThis, {
      requestIdleCallback: () => 1,
      cancelIdleCallback: () => {},
      // `withDOM` leaves out what Lexical needs to change words that are drawn already.
      Node: window.Node,
    });
    const editor = createEditor(editorConfig);
    const root = window.document.createElement('div');
    const parts = registerDespatchEditor(editor, document, counter('made'));
    const provided = new Provided();
    const said: string[] = [];
    const endings = features.map((feature) =>
      feature({
        editor,
        root,
        documentKind: document.kind,
        ids: parts.ids,
        document: () => parts.changes.document(),
        holdHistory: parts.holdHistory,
        say: (news) => said.push(news),
        provide: (key, value) => provided.provide(key, value),
        drawBody: () => {},
      }),
    );
    editor.setRootElement(root);
    editor.registerUpdateListener((update) => {
      parts.changes.note(update);
    });
    work({
      editor,
      root,
      said,
      edit: (change) => editor.update(change, { discrete: true }),
      type: (words) => {
        const caret = editor.getEditorState()._selection?.clone() ?? null;
        editor.update(
          () => {
            $setSelection(caret);
            if ($isRangeSelection(caret)) caret.insertText(words);
          },
          { discrete: true },
        );
      },
      undo: () => {
        editor.dispatchCommand(UNDO_COMMAND, undefined);
        editor.read(() => {});
      },
      feature: (key) => {
        const value = provided.get(key);
        if (value === null) throw new Error(`no feature ${key.name}`);
        return value;
      },
      current: () => parts.changes.document(),
    });
    for (const end of endings) end();
    parts.dispose();
    editor.setRootElement(null);
  });
}
