import { expect, test } from 'vitest';
import { windowTitle } from '../../../electron/desktop/title.ts';

const state = {
  title: 'School attendance',
  saved: true,
  documentOpen: true,
  documentKind: 'briefing',
} as const;

test('the title bar names the document first, and says when it is not saved', () => {
  expect(windowTitle(state)).toBe('School attendance – Despatch');
  expect(windowTitle({ ...state, saved: false })).toBe('• School attendance (not saved yet) – Despatch');
});

test('a document without a title and a window without a document have names too', () => {
  expect(windowTitle({ ...state, title: ' ' })).toBe('Untitled – Despatch');
  expect(windowTitle({ ...state, documentOpen: false, documentKind: null })).toBe('Despatch');
});
