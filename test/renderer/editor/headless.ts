/** A Despatch editor without a window, and documents to put in it. */
import { createHeadlessEditor } from '@lexical/headless';
import type { RangeSelection } from 'lexical';
import { $getRoot, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { editorConfig } from '../../../renderer/editor/create-editor.ts';
import { $isBlock, type BlockNode } from '../../../renderer/editor/nodes/block-node.ts';
import { $isSection } from '../../../renderer/editor/nodes/section-node.ts';
import { $placeCaret, $rangeSelection } from '../../../renderer/editor/operations/locate.ts';
import { type DespatchEditor, registerDespatchEditor } from '../../../renderer/editor/register.ts';
import {
  appendixBlock,
  fieldBlock,
  plainBlock,
  questionBlock,
  section,
} from '../../../shared/document/build.ts';
import type { AnySection, DespatchDocument, DocumentKind, Inline } from '../../../shared/document/schema.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { newDocument } from '../../shared/document/blank.ts';

export function counter(prefix = 'id') {
  let next = 0;
  return () => `${prefix}-${++next}`;
}

export function words(text: string): Inline[] {
  return [{ type: 'text', text }];
}

export interface Bench extends DespatchEditor {
  readonly editor: LexicalEditor;
  /** Runs one edit, repairs included. */
  edit(change: () => void): void;
  undo(): void;
  redo(): void;
  current(): DespatchDocument;
}

export function open(document: DespatchDocument): Bench {
  const editor = createHeadlessEditor(editorConfig);
  const parts = registerDespatchEditor(editor, document, counter('made'));
  editor.registerUpdateListener((update) => {
    parts.changes.note(update);
  });
  return {
    ...parts,
    editor,
    edit: (change) => editor.update(change, { discrete: true }),
    undo: () => {
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      editor.read(() => {});
    },
    redo: () => {
      editor.dispatchCommand(REDO_COMMAND, undefined);
      editor.read(() => {});
    },
    current: () => parts.changes.document(),
  };
}

/** Every block node in reading order. Call inside an update or read. */
export function $blocks(): BlockNode[] {
  return $getRoot()
    .getChildren()
    .filter($isSection)
    .flatMap((node) => node.getChildren().filter($isBlock));
}

export function $blockWith(text: string): BlockNode {
  const found = $blocks().find((block) => block.getTextContent() === text);
  if (!found) throw new Error(`no block says "${text}"`);
  return found;
}

/** Puts the caret before the first or behind the last leaf of a block. */
export function $caret(text: string, where: 'start' | 'end'): RangeSelection {
  const block = $blockWith(text);
  $placeCaret(block, where === 'start' ? 0 : block.getChildrenSize());
  const selection = $rangeSelection();
  if (!selection) throw new Error('no selection');
  return selection;
}

/** Puts the caret, or one end of a range, at a character of a block of one plain run. */
export function $select(from: [string, number], to: [string, number] = from): RangeSelection {
  const selection = $caret(from[0], 'start');
  const anchor = $blockWith(from[0]).getFirstChild() ?? $blockWith(from[0]);
  const focus = $blockWith(to[0]).getFirstChild() ?? $blockWith(to[0]);
  selection.anchor.set(anchor.getKey(), from[1], $isBlock(anchor) ? 'element' : 'text');
  selection.focus.set(focus.getKey(), to[1], $isBlock(focus) ? 'element' : 'text');
  return selection;
}

/** `kind level: words`, one line a block, sections apart by a line naming their role. */
export function outline(document: DespatchDocument): string[] {
  return document.sections.flatMap((part: AnySection) => [
    `— ${part.role}`,
    ...part.blocks.map((block) =>
      block.kind === 'unknown' ? 'unknown' : `${block.kind} ${block.level}: ${plainText(block.content)}`,
    ),
  ]);
}

/** A small document that has every kind of block its document kind knows, each with words. */
export function sample(kind: DocumentKind): DespatchDocument {
  const mint = counter('own');
  const blank = newDocument(kind, mint);
  const front = section(mint, 'front', [
    plainBlock(mint, 'title', words('Meeting with the council')),
    fieldBlock(mint, 'date', words('1 September 2020')),
    fieldBlock(mint, 'attendees', []),
    plainBlock(mint, 'text', words('An aside')),
  ]);
  const sections =
    kind === 'briefing'
      ? [
          front,
          section(mint, 'agenda', [
            plainBlock(mint, 'label', words('Annotated agenda')),
            plainBlock(mint, 'aim', words('Agree the plan')),
          ]),
          section(mint, 'topic', [
            plainBlock(mint, 'heading', words('First topic')),
            plainBlock(mint, 'label', words('Points to make')),
            plainBlock(mint, 'point', words('One')),
            plainBlock(mint, 'point', words('Two'), 1),
            plainBlock(mint, 'point', words('Three'), 2),
            questionBlock(mint, words('Why?'), 'Questions to ask'),
          ]),
          section(mint, 'topic', [
            plainBlock(mint, 'heading', words('Second topic')),
            plainBlock(mint, 'heading', words('Detail'), 2),
            plainBlock(mint, 'text', words('Background words')),
            plainBlock(mint, 'quotation', words('Quoted words')),
            plainBlock(mint, 'point', words('Four')),
          ]),
          section(mint, 'clearance', [fieldBlock(mint, 'clearance', words('Nobody yet'))]),
          section(mint, 'contact', [fieldBlock(mint, 'contact', words('A. Official'))]),
        ]
      : [
          front,
          section(mint, 'recommendations', [
            plainBlock(mint, 'heading', words('Recommendations')),
            plainBlock(mint, 'recommendation', words('Notes the report')),
            plainBlock(mint, 'recommendation', words('Agrees'), 1),
            fieldBlock(mint, 'reportOf', words('Cllr Example'), 'Report of the member'),
          ]),
          section(mint, 'body', [
            plainBlock(mint, 'heading', words('Summary')),
            plainBlock(mint, 'paragraph', words('First paragraph')),
            plainBlock(mint, 'paragraph', words('A part of it'), 1),
            plainBlock(mint, 'quotation', words('As was said')),
          ]),
          section(mint, 'documents', [
            plainBlock(mint, 'heading', words('Appendices')),
            appendixBlock(mint, words('Guidance'), '1'),
            plainBlock(mint, 'backgroundDocument', words('A study')),
          ]),
          section(mint, 'contact', [fieldBlock(mint, 'contactName', words('B. Officer'))]),
        ];
  return { ...blank, sections };
}
