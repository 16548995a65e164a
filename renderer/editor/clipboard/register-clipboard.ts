/** Copy, cut, paste and drop, all in terms of fragments, so that no foreign node can ever enter. */
import {
  $addUpdateTag,
  $createRangeSelectionFromDom,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { changesDocument } from '../changes.ts';
import type { EditorContext } from '../feature-context.ts';
import { $deleteRange } from '../operations/delete-range.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { $cellRange } from '../tables/cells.ts';
import { $clearCells } from '../tables/operations.ts';
import { $clip, clipboardData } from './copy.ts';
import { Paster } from './paste.ts';
import { type PasteEvent, pastingKey } from './pasting.ts';
import { sourceOf } from './source.ts';

/** Milliseconds within which Ctrl+Shift+V is followed by what it pastes. */
const PLAIN_KEY = 1000;

function clipboardOf(event: object): DataTransfer | null {
  return 'clipboardData' in event ? (event as ClipboardEvent).clipboardData : null;
}

/** Fields on the sheet, such as that for the words of a picture, have their own clipboard. */
function isInField({ target }: { readonly target: EventTarget | null }): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

function $cutOut(): void {
  const selection = $rangeSelection();
  const cells = $cellRange(selection);
  $addUpdateTag(CUT_TAG);
  if (!selection) return;
  if (cells && !cells.inOneCell) $clearCells(cells.place.grid, cells.from, cells.to);
  else if (cells) selection.removeText();
  else $deleteRange(selection);
}

/** The place under the pointer. */
function $selectDropPlace(editor: LexicalEditor, { clientX, clientY }: DragEvent): boolean {
  const range = document.caretRangeFromPoint(clientX, clientY);
  const seen = getSelection();
  if (!range || !seen || !editor.getRootElement()?.contains(range.startContainer)) return false;
  // Whoever drops words goes on writing, or undoes, where they fell.
  editor.getRootElement()?.focus({ preventScroll: true });
  seen.removeAllRanges();
  seen.addRange(range);
  const selection = $createRangeSelectionFromDom(seen, editor);
  if (selection) $setSelection(selection);
  return selection !== null;
}

export function registerClipboard(context: EditorContext): () => void {
  const { editor, root } = context;
  const listeners = new Set<(event: PasteEvent) => void>();
  const paster = new Paster({ ...context, documentId: context.document().id }, (event) => {
    for (const listener of listeners) listener(event);
  });
  let plainKeyAt = Number.NEGATIVE_INFINITY;
  /** As it was when the event came: inside its update the document must not be asked for. */
  let copied = context.document();

  context.provide(pastingKey, {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel: () => paster.cancel(),
    undo: () => {
      paster.undo();
    },
    asPlainText: () => paster.asPlainText(),
    get keepPicture() {
      return paster.keepPicture;
    },
    set keepPicture(keep) {
      paster.keepPicture = keep;
    },
  });

  const lookAtDocument = () => {
    copied = context.document();
  };
  root.addEventListener('copy', lookAtDocument, true);
  root.addEventListener('cut', lookAtDocument, true);

  const $handleCopy = (event: ClipboardEvent | KeyboardEvent | null, remove: boolean) => {
    const selection = $rangeSelection();
    const data = event && clipboardOf(event);
    if (!event || !data || !selection || isInField(event)) return true;
    const clip = selection.isCollapsed() ? null : $clip(selection);
    if (clip === null) return true;
    event.preventDefault();
    for (const [type, value] of clipboardData(clip, copied)) data.setData(type, value);
    if (remove && editor.isEditable()) $cutOut();
    return true;
  };
  const swallow = () => paster.isBusy;
  const swallowKey = (event: Event) => {
    if (!paster.isBusy) return false;
    event.preventDefault();
    return true;
  };
  return mergeRegister(
    () => paster.cancel(),
    () => {
      root.removeEventListener('copy', lookAtDocument, true);
      root.removeEventListener('cut', lookAtDocument, true);
    },
    editor.registerUpdateListener((update) => {
      if (changesDocument(update)) paster.settle();
    }),
    // Nothing may change under a paste that is being put down.
    editor.registerCommand(UNDO_COMMAND, swallow, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(REDO_COMMAND, swallow, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(BEFORE_INPUT_COMMAND, swallowKey, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (event.key === 'Escape') paster.cancel();
        if (event.code === 'KeyV' && event.shiftKey && (event.ctrlKey || event.metaKey))
          plainKeyAt = event.timeStamp;
        return swallowKey(event);
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(COPY_COMMAND, (event) => $handleCopy(event, false), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CUT_COMMAND, (event) => $handleCopy(event, true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (isInField(event)) return true;
        event.preventDefault();
        const data = clipboardOf(event);
        const plain = event.timeStamp - plainKeyAt < PLAIN_KEY;
        plainKeyAt = Number.NEGATIVE_INFINITY;
        if (data && editor.isEditable()) paster.$paste(sourceOf(data, plain));
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (eventOrText) => {
        if (typeof eventOrText === 'string' || !eventOrText.dataTransfer) return false;
        paster.$paste(sourceOf(eventOrText.dataTransfer, false));
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    // Words are moved by cutting and pasting; a half-dropped block would be neither here nor there.
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        const data = event.dataTransfer;
        if (data && editor.isEditable() && $selectDropPlace(editor, event))
          paster.$paste(sourceOf(data, false));
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
