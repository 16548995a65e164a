/** Every command of the editor that the block menu and the palette offer, with the keys that give it. */
import type { BlockKind } from '../../shared/document/schema.ts';

export interface EditorCommand {
  readonly id: string;
  /** What menus call it. */
  readonly name: string;
  /** The kind of block it makes; null for what changes no kind. */
  readonly kind: BlockKind | null;
  /** The outline level it makes, for headings; null keeps the block's own. */
  readonly level: number | null;
  /** As printed in menus, for example `Ctrl+Alt+1`; null where there is none. */
  readonly shortcut: string | null;
}

function kind(id: string, name: string, made: BlockKind, digit: string | null, level: number | null = null) {
  const shortcut = digit === null ? null : `Ctrl+Alt+${digit}`;
  return { id, name, kind: made, level, shortcut } satisfies EditorCommand;
}

function action(id: string, name: string, shortcut: string | null) {
  return { id, name, kind: null, level: null, shortcut } satisfies EditorCommand;
}

/** The heading keys are Word's, because officials' hands know them. */
export const editorCommands = [
  kind('heading1', 'Section heading', 'heading', '1', 1),
  kind('heading2', 'Sub-heading', 'heading', '2', 2),
  kind('heading3', 'Minor heading', 'heading', '3', 3),
  kind('label', 'Label', 'label', '4'),
  kind('point', 'Point', 'point', '5'),
  kind('question', 'Question', 'question', '6'),
  kind('paragraph', 'Numbered paragraph', 'paragraph', '7'),
  kind('recommendation', 'Recommendation', 'recommendation', '8'),
  kind('quotation', 'Quotation', 'quotation', '9'),
  kind('text', 'Text', 'text', '0'),
  kind('aim', 'Aim', 'aim', null),
  kind('backgroundDocument', 'Background document', 'backgroundDocument', null),
  kind('appendix', 'Appendix', 'appendix', null),
  action('section', 'New section', 'Ctrl+Shift+Enter'),
  action('indent', 'Move in a level', 'Tab'),
  action('outdent', 'Move out a level', 'Shift+Tab'),
  action('moveUp', 'Move up', 'Alt+Up'),
  action('moveDown', 'Move down', 'Alt+Down'),
  action('bold', 'Bold', 'Ctrl+B'),
  action('italic', 'Italic', 'Ctrl+I'),
  action('undo', 'Undo', 'Ctrl+Z'),
  action('redo', 'Redo', 'Ctrl+Y'),
] as const satisfies readonly EditorCommand[];

export type EditorCommandId = (typeof editorCommands)[number]['id'];

/** The command that a pressed key means; null for keys that mean none, and for those Lexical knows by itself. */
export function commandForKey(event: KeyboardEvent): EditorCommandId | null {
  const { ctrlKey, altKey, shiftKey, metaKey, code } = event;
  if (metaKey) return null;
  if (altKey && !ctrlKey && !shiftKey) {
    if (code === 'ArrowUp') return 'moveUp';
    return code === 'ArrowDown' ? 'moveDown' : null;
  }
  if (ctrlKey && shiftKey && !altKey) return code === 'Enter' ? 'section' : null;
  // AltGr reports itself as Ctrl+Alt and writes characters, such as the euro sign on a British keyboard.
  if (!ctrlKey || !altKey || shiftKey || event.getModifierState('AltGraph')) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const command = digit && editorCommands.find(({ shortcut }) => shortcut === `Ctrl+Alt+${digit}`);
  return command ? command.id : null;
}
