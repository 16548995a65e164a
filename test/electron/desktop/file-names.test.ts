import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName, withExtension } from '../../../electron/desktop/file-names.ts';

test('a title becomes a file name that reads the same', () => {
  expect(safeFileName('School attendance: spring term', 'docx')).toBe('School attendance spring term.docx');
  expect(safeFileName('Meeting with the minister.pdf', 'pdf')).toBe('Meeting with the minister.pdf');
});

test('a title of nothing usable, or the name of a device, becomes Untitled', () => {
  expect(safeFileName('', 'pdf')).toBe('Untitled.pdf');
  expect(safeFileName('///...', 'pdf')).toBe('Untitled.pdf');
  expect(safeFileName('con', 'docx')).toBe('Untitled.docx');
});

test('whatever the title is, Windows takes the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = safeFileName(title, 'docx');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Windows refuses.
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[. ]|[. ]\.docx$/);
      expect(name).toMatch(/\.docx$/);
      expect(name.length).toBeLessThanOrEqual(125);
    }),
  );
});

test('a name typed without its extension gets it, once', () => {
  expect(withExtension('/a/b', 'pdf')).toBe('/a/b.pdf');
  expect(withExtension('/a/b.PDF', 'pdf')).toBe('/a/b.PDF');
  expect(withExtension('/a/v1.2', 'docx')).toBe('/a/v1.2.docx');
});
