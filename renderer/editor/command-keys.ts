/** From a pressed key to the command it gives. */
import { type EditorCommandId, editorCommands } from './commands.ts';

/** Lexical hears these itself, or what they do depends on where the caret stands (`keys.ts`). */
const heardElsewhere: ReadonlySet<EditorCommandId> = new Set([
  'indent',
  'outdent',
  'bold',
  'italic',
  'undo',
  'redo',
  'selectBlock',
]);

const byKeys: ReadonlyMap<string, EditorCommandId> = new Map(
  editorCommands.flatMap(({ id, shortcut }) =>
    shortcut === null || heardElsewhere.has(id) ? [] : [[shortcut, id] as const],
  ),
);

type Pressed = Pick<
  KeyboardEvent,
  'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'code' | 'key' | 'getModifierState'
>;

function nameOf({ code, key }: Pressed): string {
  // By place, not by character: Shift and other layouts change what a digit key writes.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit) return digit;
  if (code.startsWith('Arrow')) return code.slice('Arrow'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}

/** The command that a pressed key means; null for keys that mean none, and for those heard elsewhere. */
export function commandForKey(event: Pressed): EditorCommandId | null {
  if (event.metaKey) return null;
  // AltGr reports itself as Ctrl+Alt and writes characters, such as the euro sign on a British keyboard.
  if (event.ctrlKey && event.altKey && event.getModifierState('AltGraph')) return null;
  const held = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}`;
  return held === '' ? null : (byKeys.get(held + nameOf(event)) ?? null);
}
