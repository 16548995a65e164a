import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, cleanTextWithOrigin } from '../../../electron/pdfium/clean-text.ts';
import { openPdf } from '../../../electron/pdfium/open-pdf.ts';
import { pdfOf, stream } from './pdf-file.ts';

const sample = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../resources/sample-library/evidence', name));

test('a word hyphenated at the end of a line is whole, and lines end in one kind of break', () => {
  expect(cleanText('infor\ufffemation and insti\u0002\r\ntutions \r\n well\u00a0said\r\n')).toBe(
    'information and institutions\nwell said',
  );
});

test('the text of a page never holds control characters or half characters, and both ways of reading agree', () => {
  const awkward = fc.constantFrom(
    '\r',
    '\n',
    '\u0002',
    '\ufffe',
    '\u00ad',
    '\0',
    '\t',
    ' ',
    '\u00a0',
    '\ud835',
    '\udd38',
  );
  const raw = fc.array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 60 });
  fc.assert(
    fc.property(raw, (parts) => {
      const given = parts.join('');
      const { text, from } = cleanTextWithOrigin(given);
      expect(text).toBe(cleanText(given));
      expect(from.length).toBe(text.length);
      expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      for (const [unit, character] of [...text].entries()) {
        if (text.length === [...text].length && /[a-z]/.test(character))
          expect(given[from[unit] ?? -1]).toBe(character);
      }
    }),
  );
});

test('every unit of the text of a page has a box on the page, in reading order along a line', async () => {
  const pdf = await openPdf(sample('flood-investigation.pdf'));
  for (let page = 0; page < pdf.pageCount; page += 1) {
    const { text, boxes } = pdf.placedText(page);
    expect(text).toBe(pdf.text(page).text);
    expect(boxes.length).toBe(4 * text.length);
    const [width = 0, height = 0] = pdf.sizes.subarray(2 * page);
    for (let unit = 0; unit < text.length; unit += 1) {
      const [left = -1, top = -1, right = -1, bottom = -1] = boxes.subarray(4 * unit, 4 * unit + 4);
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(top).toBeGreaterThanOrEqual(-1);
      expect(right).toBeLessThanOrEqual(width + 1);
      expect(bottom).toBeLessThanOrEqual(height + 1);
      expect(right).toBeGreaterThanOrEqual(left);
    }
  }
  pdf.close();
});

test('a file gives its title, its pages and its bookmarks', async () => {
  const pdf = await openPdf(sample('flood-investigation.pdf'));
  expect(pdf.info('Title')).toMatch(/flood/i);
  expect(pdf.outline().length).toBeGreaterThan(2);
  expect(pdf.outline().every(({ page }) => page >= 0 && page < pdf.pageCount)).toBe(true);
  pdf.close();
});

test('words and edges are found where they are shown, however far from the origin the page lies', async () => {
  const far = 1_000_000;
  const content = (at: number) => stream(`BT /F1 12 Tf ${20 - at} ${150 - at} Td (Here) Tj ET`);
  const boxes = await Promise.all(
    [0, far].map(async (at) => {
      const entries = `/MediaBox [${-at} ${-at} ${200 - at} ${200 - at}]`;
      const pdf = await openPdf(pdfOf([{ content: content(at), entries }]));
      const found = { words: [...pdf.placedText(0).boxes.slice(0, 4)], edges: pdf.edges(0) };
      pdf.close();
      return found;
    }),
  );
  const [near, away] = boxes;
  for (const [side, value] of (near?.words ?? []).entries())
    expect(Math.abs((away?.words[side] ?? 0) - value)).toBeLessThan(0.5);
  expect(near?.edges).toHaveLength(1);
  expect(away?.edges).toHaveLength(1);
});
