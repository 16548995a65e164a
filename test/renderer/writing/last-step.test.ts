import { beforeEach, expect, test, vi } from 'vitest';
import type { EditorHandle } from '../../../renderer/editor/api.ts';
import { undoOfLastStep } from '../../../renderer/writing/last-step.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import { newDocument } from '../../shared/document/blank.ts';

let words: string;
const undo = vi.fn();
let made = 0;
const mint = () => `id-${made++}`;

function sheetOf(): EditorHandle {
  const document = newDocument('briefing', mint);
  const block = plainBlock(mint, 'text', []);
  const sections = () => [
    section(() => 'section', 'topic', [{ ...block, content: [{ type: 'text' as const, text: words }] }]),
  ];
  return { current: () => ({ ...document, sections: sections() }), undo } as unknown as EditorHandle;
}

beforeEach(() => {
  words = 'The port board';
  undo.mockClear();
});

test('a step is taken back while it is the last one', () => {
  const editor = { current: sheetOf() };
  expect(undoOfLastStep(editor)()).toBe(true);
  expect(undo).toHaveBeenCalledOnce();
});

test('words written since are never taken back in its place', () => {
  const editor = { current: sheetOf() };
  const undoStep = undoOfLastStep(editor);
  words += ' asks for money';
  expect(undoStep()).toBe(false);
  expect(undo).not.toHaveBeenCalled();
});

test('it does nothing to a document that is closed, nor to the one opened after it', () => {
  const editor: { current: EditorHandle | null } = { current: sheetOf() };
  const undoStep = undoOfLastStep(editor);
  editor.current = null;
  expect(undoStep()).toBe(false);
  editor.current = sheetOf();
  expect(undoStep()).toBe(false);
  expect(undo).not.toHaveBeenCalled();
});
