import { expect, test } from 'vitest';
import { commandFor, commandShortcuts, type KeyPress, keysFor } from '../../../renderer/app/shortcuts.ts';

function press(key: string, held = ''): KeyPress {
  return {
    key,
    ctrlKey: held.includes('Ctrl'),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    metaKey: false,
  };
}

test('keys mean the command that menu and help print beside them', () => {
  expect(commandFor(press('n', 'Ctrl'))).toBe('new-document');
  expect(commandFor(press('B', 'Ctrl Shift'))).toBe('new-briefing');
  expect(commandFor(press('/', 'Ctrl'))).toBe('keyboard-help');
  expect(commandFor(press('N', 'Ctrl Shift'))).toBe('new-report');
  expect(commandFor(press('F12'))).toBe('export-docx');
  expect(commandFor(press('F12', 'Shift'))).toBe('export-pdf');
  expect(keysFor('export-pdf')).toBe('Shift+F12');
});

test('keys that Shift turns into another character are known all the same', () => {
  expect(commandFor(press('\\', 'Ctrl'))).toBe('toggle-navigator');
  expect(commandFor(press('|', 'Ctrl Shift'))).toBe('toggle-inspector');
  expect(commandFor(press('+', 'Ctrl Shift'))).toBe('zoom-in');
});

test('plain characters and AltGr stay with the writer', () => {
  expect(commandFor(press('n'))).toBeNull();
  expect(commandFor(press('N', 'Shift'))).toBeNull();
  expect(commandFor(press('n', 'Ctrl Alt'))).toBeNull();
  expect(commandFor(press('#', 'Ctrl'))).toBeNull();
});

test('no key is given twice', () => {
  const keys = commandShortcuts.map((shortcut) => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
});
