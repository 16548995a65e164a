/** The sheet: a document one can write in. Everything that is not React stands in the files beside this one. */
import { HISTORY_PUSH_TAG, type LexicalEditor, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { BlockFocus, EditorHandle, EditorProps, MoveOutcome } from './api.ts';
import { $applyDocument } from './apply-document.ts';
import type { EditorCommandId } from './commands.ts';
import { registerCompaction } from './compaction.ts';
import { createDespatchEditor } from './create-editor.ts';
import { drawOn } from './drawing/register-drawing.ts';
import { Provided } from './feature-key.ts';
import { editorFeatures } from './features.ts';
import { $blockFocus, changedName, sameFocus } from './focus.ts';
import { registerCurrentBlock } from './marks/register-current-block.ts';
import { type MarkKeeper, NUMBERING_CHANGED_COMMAND, registerMarks } from './marks/register-marks.ts';
import { registerSelectedBlocks } from './marks/register-selected-blocks.ts';
import { BlockNode } from './nodes/block-node.ts';
import { bodiesOf } from './nodes/bodies.ts';
import { $moveBlocksById, $moveSectionById } from './operations/move-by-id.ts';
import { type DespatchEditor, hasUnknownParts, registerDespatchEditor } from './register.ts';
import { Reporter } from './reporting.ts';
import { registerRevealAfterHistory, reveal } from './reveal.ts';
import { $runCommand, $setSelectedKind } from './run-command.ts';
import { sameJson } from './same.ts';
import { registerSelectionSync } from './selection-sync.ts';
import { announce, listen, type News, refuse } from './voice.ts';
import './editor.css';
import './kinds.css';
import './rows.css';

interface Mounted {
  readonly editor: LexicalEditor;
  readonly parts: DespatchEditor;
  readonly marks: MarkKeeper;
  readonly reporter: Reporter;
  readonly provided: Provided;
  readonly endFeatures: () => void;
}

type Callbacks = Pick<EditorProps, 'onChange' | 'onDirty' | 'onFocusChange'>;

function mount(
  root: HTMLElement,
  props: EditorProps,
  callbacks: { current: Callbacks },
  hear: (news: News) => void,
): Mounted {
  const say = (text: string) => hear({ text, refusal: false });
  const editor = createDespatchEditor();
  const parts = registerDespatchEditor(editor, props.initial, () => crypto.randomUUID());
  editor.setEditable(!props.readOnly && !hasUnknownParts(props.initial));
  listen(editor, hear);
  const { changes, history, ids } = parts;
  const provided = new Provided();
  const bodies = bodiesOf(editor);
  const endings = editorFeatures.map((feature) =>
    feature({
      editor,
      root,
      documentKind: props.initial.kind,
      ids,
      document: () => changes.document(),
      holdHistory: parts.holdHistory,
      say,
      provide: (key, value) => provided.provide(key, value),
      drawBody: (kind, make) => bodies.setMaker(kind, make),
    }),
  );
  endings.push(
    editor.registerMutationListener(
      BlockNode,
      (mutations) => {
        for (const [key, mutation] of mutations) if (mutation === 'destroyed') bodies.drop(key);
      },
      { skipInitialization: true },
    ),
    () => bodies.dropAll(),
  );
  // React asks the focused element for its selection at every commit, wherever in the window. Where it is not told, it
  // walks through the whole text for it: 10 ms of every edit at 2,100 blocks (getOffsets in react-dom).
  Object.assign(root, { selectionStart: 0, selectionEnd: 0 });
  // Before the sheet is drawn, so that each block is dressed once.
  const marks = registerMarks(editor, ids, () => changes.document());
  endings.push(drawOn(editor, root), registerCompaction(editor));
  registerCurrentBlock(editor);
  endings.push(registerSelectedBlocks(editor, root), registerRevealAfterHistory(editor));
  registerSelectionSync(editor);
  const reporter = new Reporter(
    () => callbacks.current.onDirty(),
    (resting) => {
      const report = changes.report();
      callbacks.current.onChange(changes.document(), report, resting);
    },
  );
  let focus: BlockFocus | null = null;
  editor.registerUpdateListener((update) => {
    if (changes.note(update)) reporter.changed();
    const next = update.editorState.read(() => $blockFocus(history), { editor });
    if (sameFocus(focus, next)) return;
    const news = changedName(focus, next);
    if (news !== null) say(news);
    focus = next;
    callbacks.current.onFocusChange(next);
  });
  const endFeatures = () => {
    for (const end of endings.toReversed()) end();
  };
  return { editor, parts, marks, reporter, provided, endFeatures };
}

function unmount({ editor, parts, marks, reporter, endFeatures }: Mounted): void {
  reporter.flush();
  endFeatures();
  marks.dispose();
  parts.dispose();
  editor.setRootElement(null);
}

function handleOf(mounted: { current: Mounted | null }, kind: EditorProps['initial']['kind']): EditorHandle {
  const held = (): Mounted => {
    if (!mounted.current) throw new Error('The editor is not mounted.');
    return mounted.current;
  };
  const run = (command: EditorCommandId) => {
    const { editor } = held();
    editor.update(() => {
      $runCommand(editor, kind, command);
    });
  };
  const move = ($move: () => MoveOutcome, done: (count: number) => string): MoveOutcome => {
    const { editor } = held();
    if (!editor.isEditable()) return { moved: [], refusal: 'The document is open for reading only.' };
    let outcome: MoveOutcome = { moved: [], refusal: null };
    editor.update(
      () => {
        outcome = $move();
      },
      { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_SELECTION_FOCUS_TAG] },
    );
    if (outcome.refusal === null) announce(editor, done(outcome.moved.length));
    else refuse(editor, outcome.refusal);
    return outcome;
  };
  return {
    focus: () => held().editor.focus(undefined, { defaultSelection: 'rootStart' }),
    goTo: (blockId) => reveal(held().editor, held().parts.ids, blockId),
    beginAt: (blockId) => reveal(held().editor, held().parts.ids, blockId, false),
    undo: () => run('undo'),
    redo: () => run('redo'),
    toggleFormat: run,
    setKind: (wanted) => {
      const { editor } = held();
      editor.update(() => {
        if (editor.isEditable()) $setSelectedKind(wanted);
      });
    },
    indent: () => run('indent'),
    outdent: () => run('outdent'),
    run,
    moveBlocks: (ids, to) => {
      const { parts } = held();
      return move(
        () => $moveBlocksById((id) => parts.ids.keyOf(id), ids, to),
        (count) => (count === 1 ? 'Block moved' : `${count} blocks moved`),
      );
    },
    moveSection: (sectionId, beforeSectionId) => {
      const { parts } = held();
      return move(
        () => $moveSectionById((id) => parts.ids.keyOf(id), sectionId, beforeSectionId),
        () => 'Section moved',
      );
    },
    feature: (key) => held().provided.get(key),
    apply: (next) => {
      const { editor, parts } = held();
      const current = parts.changes.document();
      parts.changes.setFrame(next);
      editor.update(() => $applyDocument(current, next), {
        discrete: true,
        tag: [HISTORY_PUSH_TAG, SKIP_SELECTION_FOCUS_TAG],
      });
    },
    setSettings: (settings) => {
      const { editor, parts } = held();
      const document = parts.changes.document();
      if (sameJson(document.settings, settings)) return;
      parts.changes.setFrame({ ...document, settings });
      editor.dispatchCommand(NUMBERING_CHANGED_COMMAND, undefined);
    },
    current: () => held().parts.changes.document(),
    flush: () => held().reporter.flush(),
  };
}

/** Long enough to read two short sentences. */
const REFUSAL_MS = 5000;

/** What the sheet refuses is to be seen for a while; all else it says is only heard. */
function showFor(voice: HTMLElement, ms: number): void {
  const at = String(performance.now());
  if (ms > 0) voice.dataset['shown'] = at;
  else delete voice.dataset['shown'];
  setTimeout(() => {
    if (voice.dataset['shown'] === at) delete voice.dataset['shown'];
  }, ms);
}

/** Another document makes another editor: history and ids belong to one document alone. */
export function DocumentEditor(props: EditorProps) {
  return <Sheet key={props.initial.id} {...props} />;
}

function Sheet(props: EditorProps) {
  const { initial, readOnly, findings, onChange, onDirty, onFocusChange, ref } = props;
  const editable = !readOnly && !hasUnknownParts(initial);
  const root = useRef<HTMLDivElement>(null);
  const voice = useRef<HTMLParagraphElement>(null);
  const mounted = useRef<Mounted | null>(null);
  const callbacks = useRef<Callbacks>({ onChange, onDirty, onFocusChange });
  callbacks.current = { onChange, onDirty, onFocusChange };
  const first = useRef(props);

  useEffect(() => {
    if (!root.current) return;
    const made = mount(root.current, first.current, callbacks, ({ text, refusal }) => {
      if (!voice.current) return;
      voice.current.textContent = text;
      showFor(voice.current, refusal ? REFUSAL_MS : 0);
    });
    mounted.current = made;
    return () => {
      mounted.current = null;
      unmount(made);
    };
  }, []);
  useEffect(() => {
    mounted.current?.editor.setEditable(editable);
  }, [editable]);
  useEffect(() => {
    mounted.current?.marks.setFindings(findings);
  }, [findings]);
  useImperativeHandle(ref, () => handleOf(mounted, initial.kind), [initial.kind]);

  return (
    <div className="sheet-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: no textarea can hold headings and lists */}
      <div
        ref={root}
        className="sheet"
        contentEditable={editable}
        suppressContentEditableWarning
        data-document-kind={initial.kind}
        role="textbox"
        aria-multiline="true"
        aria-label="Text of the document"
        aria-readonly={!editable}
        spellCheck={false}
        tabIndex={0}
        onBlur={() => mounted.current?.reporter.flush()}
      />
      <p ref={voice} className="sheet-voice" aria-live="polite" />
    </div>
  );
}
