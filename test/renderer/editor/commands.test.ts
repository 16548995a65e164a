import { expect, test } from 'vitest';
import type { BlockFocus } from '../../../renderer/editor/api.ts';
import { commandForKey } from '../../../renderer/editor/command-keys.ts';
import { commandsFor, type EditorCommandId, editorCommands } from '../../../renderer/editor/commands.ts';
import { $blockFocus } from '../../../renderer/editor/focus.ts';
import { $runCommand } from '../../../renderer/editor/run-command.ts';
import { type DocumentKind, documentKinds } from '../../../shared/document/schema.ts';
import { fullSample } from './full-sample.ts';
import { $blocks, open, outline } from './headless.ts';

function focusOn(kind: DocumentKind, blockKind: string): { focus: BlockFocus; ids: EditorCommandId[] } {
  const bench = open(fullSample(kind));
  bench.edit(
    () =>
      void $blocks()
        .find((block) => block.getState().kind === blockKind)
        ?.selectEnd(),
  );
  const focus = bench.editor.read(() => $blockFocus(bench.history));
  if (!focus) throw new Error('no focus');
  return { focus, ids: commandsFor(focus, kind).map(({ id }) => id) };
}

test('no two commands have one id or one key', () => {
  const ids = editorCommands.map(({ id }) => id);
  const keys = editorCommands.flatMap(({ shortcut }) => shortcut ?? []);
  expect([new Set(ids).size, new Set(keys).size]).toEqual([ids.length, keys.length]);
});

test.each<[DocumentKind, string, EditorCommandId[], EditorCommandId[]]>([
  ['briefing', 'title', ['section', 'section:lines'], ['text', 'delete', 'moveUp', 'duplicate', 'unlock']],
  ['briefing', 'attendee', ['switchSide', 'delete', 'text'], ['point', 'detail:lead', 'addDetail', 'indent']],
  ['briefing', 'heading', ['unlock', 'duplicate'], ['text', 'delete', 'moveUp', 'bold', 'lock']],
  ['briefing', 'point', ['question', 'indent', 'lineToTake'], ['recommendation', 'outdent', 'section:body']],
  ['submission', 'recommendation', ['decision', 'section:timing'], ['aim', 'section:lines', 'section:body']],
])('in a %s a %s is offered %j and not %j', (kind, block, offered, withheld) => {
  const { ids } = focusOn(kind, block);
  expect(offered.filter((id) => !ids.includes(id))).toEqual([]);
  expect(withheld.filter((id) => ids.includes(id))).toEqual([]);
});

test.each(documentKinds)('in a %s every command that is offered for a new section makes one', (kind) => {
  for (const { id, role } of editorCommands) {
    if (role === null) continue;
    const bench = open(fullSample(kind));
    const before = bench.current().sections.length;
    bench.edit(() => {
      $blocks()[3]?.selectEnd();
      $runCommand(bench.editor, kind, id);
    });
    const offered = commandsFor(focusOn(kind, 'text').focus, kind).some((command) => command.id === id);
    if (offered)
      expect(outline(bench.current()).filter((line) => line === `— ${role}`).length).toBeGreaterThan(1);
    else expect(bench.current().sections.length - before).toBeLessThanOrEqual(1);
  }
});

test('a missing detail is offered by its name, and one that is there is not', () => {
  const { focus } = focusOn('briefing', 'question');
  const offered = (details: BlockFocus['details']) =>
    commandsFor({ ...focus, details }, 'briefing').flatMap(({ id, detail }) => (detail ? [id] : []));
  expect(offered([])).toEqual(['detail:hopedForAnswer', 'detail:followUp']);
  expect(offered(['followUp'])).toEqual(['detail:hopedForAnswer']);
});

test.each<[Partial<KeyboardEvent>, EditorCommandId | null]>([
  [{ ctrlKey: true, altKey: true, code: 'Digit5', key: '5' }, 'point'],
  [{ ctrlKey: true, altKey: true, code: 'Numpad5', key: '5' }, 'point'],
  [{ altKey: true, code: 'ArrowUp', key: 'ArrowUp' }, 'moveUp'],
  [{ ctrlKey: true, code: 'Enter', key: 'Enter' }, 'addDetail'],
  [{ ctrlKey: true, shiftKey: true, code: 'Enter', key: 'Enter' }, 'section'],
  [{ ctrlKey: true, code: 'KeyD', key: 'd' }, 'duplicate'],
  [{ ctrlKey: true, shiftKey: true, code: 'Backspace', key: 'Backspace' }, 'delete'],
  [{ ctrlKey: true, code: 'KeyA', key: 'a' }, 'selectMore'],
  [{ code: 'Tab', key: 'Tab' }, null],
  [{ shiftKey: true, code: 'KeyD', key: 'D' }, null],
  [{ ctrlKey: true, code: 'KeyB', key: 'b' }, null],
])('the keys %j mean %s', (pressed, id) => {
  const held = {
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    getModifierState: () => false,
  };
  expect(commandForKey({ ...held, ...pressed } as unknown as KeyboardEvent)).toBe(id);
});

test('AltGr writes characters and gives no command', () => {
  const pressed = { ctrlKey: true, altKey: true, shiftKey: false, metaKey: false, code: 'Digit4', key: '€' };
  expect(commandForKey({ ...pressed, getModifierState: () => true })).toBeNull();
});
