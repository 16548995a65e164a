import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { assemblePack } from '../../../electron/assembler/assemble.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { canReadPacks, complaints, jobOf, packOf, summaryOf, wordsOn } from './pack-of.ts';
import { rawPdf, simplePdf } from './raw-pdf.ts';

const fixtures = path.join(import.meta.dirname, '../../fixtures/evidence');
const item = 'Agenda Item 9';

function refusalOf(bytes: Uint8Array, pages: readonly number[] = [0]) {
  return packOf([{ bytes, name: 'Paper.pdf', item, pages }]);
}

test.runIf(canReadPacks)('a file that is encrypted but opens is put into the pack, and told', async () => {
  const bytes = readFileSync(path.join(fixtures, 'owner-only.pdf'));
  const { file, assembled } = await packOf([{ bytes, pages: [0] }]);
  expect(complaints(file)).toBe('');
  expect(wordsOn(file, 1).trim().length).toBeGreaterThan('Page 1'.length);
  expect(assembled.notices.map(({ kind }) => kind)).toContain('securityRemoved');
});

test.each([
  ['asks for a password', readFileSync(path.join(fixtures, 'password.pdf')), 'it asks for a password'],
  ['is no PDF', Buffer.from('Dear all,'), 'it is damaged, or no PDF at all'],
  ['is empty', Buffer.alloc(0), 'the file is empty'],
  ['has no pages', simplePdf([]), 'it has no pages'],
])('a file that %s is refused with its name, its item and the reason', async (_, bytes, reason) => {
  await expect(refusalOf(bytes)).rejects.toMatchObject({
    code: 'pack.partFailed',
    details: { file: 'Paper.pdf', item, reason },
  });
});

test('a page that the file does not have is refused', async () => {
  await expect(refusalOf(simplePdf([{}]), [3])).rejects.toMatchObject({
    details: { reason: 'it has 1 page, and page 4 was asked for' },
  });
});

test('a file that has vanished is refused', async () => {
  const job = await jobOf(scratchFolder(), [{ bytes: simplePdf([{}]) }]);
  const parts = job.parts.map((part) => ({ ...part, file: `${part.file}.gone` }));
  await expect(assemblePack({ ...job, parts }, { write: () => {} })).rejects.toMatchObject({
    code: 'pack.partFailed',
    details: { reason: 'it is no longer there' },
  });
});

test.runIf(canReadPacks)(
  'a file without its table of objects, or cut off behind its pages, is read all the same',
  async () => {
    const whole = simplePdf([{}, {}]);
    const text = whole.toString('latin1');
    const cut = Buffer.from(text.slice(0, text.indexOf('xref\n')), 'latin1');
    const { file } = await packOf([{ bytes: cut, pages: [0, 1] }]);
    expect(complaints(file)).toBe('');
    expect(wordsOn(file, 2)).toContain('Sheet 2');
  },
);

test.runIf(canReadPacks)(
  'a stream that does not end where it says takes nothing with it, and it is told',
  async () => {
    const whole = simplePdf([{}, {}]).toString('latin1');
    const bytes = Buffer.from(whole.replace('endstream', 'endstrXam'), 'latin1');
    const { file, assembled } = await packOf([{ bytes, pages: [0, 1] }]);
    expect(complaints(file)).toBe('');
    expect(wordsOn(file, 1)).toContain('Sheet 1');
    expect(wordsOn(file, 2)).toContain('Sheet 2');
    expect(assembled.notices.map(({ kind }) => kind)).toContain('repaired');
  },
);

test.runIf(canReadPacks)(
  'a stream whose length stands elsewhere, and that looks like objects itself, is whole',
  async () => {
    const content = 'BT /F1 20 Tf 100 400 Td (a stream, then endobj 7 0 obj) Tj ET';
    const bytes = rawPdf({
      1: '<</Type/Catalog/Pages 2 0 R>>',
      2: '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>',
      4: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      5: { content },
      6: String(content.length),
    });
    const indirect = bytes.toString('latin1').replace(`/Length ${content.length}`, '/Length 6 0 R');
    const { file } = await packOf([{ bytes: Buffer.from(indirect, 'latin1'), pages: [0] }]);
    expect(complaints(file)).toBe('');
    expect(wordsOn(file, 1)).toContain('then endobj 7 0 obj');
  },
);

test.runIf(canReadPacks)('objects nested beyond reason do not stop the pack, or name the file', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const bytes = simplePdf([{ entries: '/MediaBox[0 0 595 842]/Group 100 0 R' }], '', {
    100: `<</S/Transparency/Deep ${deep}>>`,
  });
  const outcome = await packOf([{ bytes, name: 'Deep.pdf', pages: [0] }]).then(
    ({ file }) => complaints(file),
    (thrown) => thrown.details?.file,
  );
  expect(['', 'Deep.pdf']).toContain(outcome);
});

test.runIf(canReadPacks)('a pack is a part of another one', async () => {
  const first = await packOf([{ bytes: simplePdf([{}, {}]), item: 'Agenda Item 1' }], {
    marking: 'OFFICIAL',
  });
  const second = await packOf([{ bytes: first.bytes, item: 'Agenda Item 5' }, { bytes: first.bytes }]);
  expect(complaints(second.file)).toBe('');
  expect(summaryOf(second.file).pages).toHaveLength(4);
  const words = wordsOn(second.file, 1);
  expect(words).toContain('Agenda Item 1');
  expect(words).toContain('Agenda Item 5');
});

test.runIf(canReadPacks)('what pdf-lib itself writes, in object streams, comes through', async () => {
  const document = await PDFDocument.create();
  for (let page = 0; page < 70; page += 1)
    document.addPage([300, 300]).drawText(`Leaf ${page}`, { x: 20, y: 200 });
  const { file } = await packOf([{ bytes: await document.save() }]);
  expect(complaints(file)).toBe('');
  expect(wordsOn(file, 70)).toContain('Leaf 69');
});
