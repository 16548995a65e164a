/** Copy, cut, paste and dragging words, all in terms of fragments, so that no foreign node can ever enter. */
import {
  $addUpdateTag,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import { $deleteRange } from '../operations/delete-range.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { $selectedContent, clipboardData } from './copy.ts';
import { FRAGMENT_TYPE, type Fragment, readFragments } from './fragment.ts';
import { fragmentsFromHtml } from './html-in.ts';
import { $insertFragments } from './insert-fragments.ts';
import { fragmentsFromText } from './plain-text.ts';

/** The richest reading of what was pasted. */
export function fragmentsIn(data: Pick<DataTransfer, 'getData'>): Fragment[] {
  const own = data.getData(FRAGMENT_TYPE);
  const fragments = own === '' ? null : readFragments(own);
  if (fragments) return fragments;
  const html = data.getData('text/html');
  const rich = html === '' ? [] : fragmentsFromHtml(html);
  return rich.length > 0 ? rich : fragmentsFromText(data.getData('text/plain'));
}

function $copy(data: DataTransfer | null): boolean {
  const selection = $rangeSelection();
  if (!selection || !data || selection.isCollapsed()) return false;
  const blocks = $selectedContent(selection);
  for (const [type, value] of clipboardData(blocks, blocks.length > 1)) data.setData(type, value);
  return true;
}

function $paste(data: DataTransfer | null, $isFree: (id: string) => boolean): void {
  const selection = $rangeSelection();
  if (!selection || !data) return;
  $addUpdateTag(PASTE_TAG);
  $insertFragments(selection, fragmentsIn(data), $isFree);
}

function clipboardOf(event: object): DataTransfer | null {
  return 'clipboardData' in event ? (event as ClipboardEvent).clipboardData : null;
}

export function registerClipboard(editor: LexicalEditor, $isFree: (id: string) => boolean): () => void {
  const $handleCut = (event: ClipboardEvent | KeyboardEvent | null, remove: boolean) => {
    if (!event || !$copy(clipboardOf(event))) return true;
    event.preventDefault();
    const selection = $rangeSelection();
    if (remove && selection && editor.isEditable()) {
      $addUpdateTag(CUT_TAG);
      $deleteRange(selection);
    }
    return true;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, (event) => $handleCut(event, false), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CUT_COMMAND, (event) => $handleCut(event, true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        if (editor.isEditable()) $paste(clipboardOf(event), $isFree);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (eventOrText) => {
        if (typeof eventOrText === 'string' || !eventOrText.dataTransfer) return false;
        $paste(eventOrText.dataTransfer, $isFree);
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
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
