/** A sheet in a document without a window, of which sections wait for their drawing. */
import { withDOM } from '@lexical/headless/dom';
import { createEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { editorConfig } from '../../../renderer/editor/create-editor.ts';
import { undrawnOf } from '../../../renderer/editor/drawing/undrawn.ts';
import { $sections } from '../../../renderer/editor/operations/locate.ts';
import { registerDespatchEditor } from '../../../renderer/editor/register.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { type Bench, counter } from './headless.ts';
import { step } from './random-steps.ts';

export interface Late extends Bench {
  readonly root: HTMLElement;
  /** Updates that were told to be changes of the document. */
  readonly changed: () => number;
}

/** A sheet on which only the first section is drawn. */
export function late(document: DespatchDocument, all = false): Late {
  const editor = createEditor(editorConfig);
  const root = globalThis.document.createElement('div');
  globalThis.document.body.append(root);
  const parts = registerDespatchEditor(editor, document, counter('made'));
  const behind = editor.read(() => $sections().map((node) => node.getKey())).slice(1);
  undrawnOf(editor).passOver(all ? [] : behind, () => editor.setRootElement(root));
  let changed = 0;
  editor.registerUpdateListener((update) => {
    if (parts.changes.note(update)) changed += 1;
  });
  const dispatch = (command: typeof UNDO_COMMAND) => {
    editor.dispatchCommand(command, undefined);
    editor.read(() => {});
  };
  return {
    ...parts,
    editor,
    root,
    changed: () => changed,
    edit: (change) => editor.update(change, { discrete: true }),
    undo: () => dispatch(UNDO_COMMAND),
    redo: () => dispatch(REDO_COMMAND),
    current: () => parts.changes.document(),
  };
}

export function inWindow(work: () => void): void {
  withDOM((window) => {
    Object.assign(globalThis, {
      requestIdleCallback: () => 1,
      cancelIdleCallback: () => {},
      Node: window.Node,
      Element: window.Element,
      HTMLElement: window.HTMLElement,
      Event: window.Event,
    });
    work();
  });
}

/** An element with all that is in it, whatever the order in which its attributes were set. */
export function shown(node: Node): string {
  if (node.nodeType !== 1) return node.textContent ?? '';
  const element = node as Element;
  const attributes = [...element.attributes]
    .map(({ name, value }) => `${name}=${value}`)
    // Its room was guessed when the section was made.
    .filter((attribute) => !/^style=(contain-intrinsic-block-size: auto \d+px;)?$/.test(attribute))
    .sort();
  return `<${element.tagName} ${attributes.join(' ')}>${[...element.childNodes].map(shown).join('')}</>\n`;
}

/** What the sheet shows of a document that was drawn whole at once. */
export function wholly(document: DespatchDocument): string[] {
  const sheet = late(document, true);
  const whole = [...sheet.root.children].map(shown);
  close(sheet);
  return whole;
}

export function close({ editor, root }: Late): void {
  editor.setRootElement(null);
  root.remove();
}

/** Citations get the next of a few ids, whichever document they are made in; two documents would differ in them. */
export const edit = step.filter((next) => next.do !== 'cite');
