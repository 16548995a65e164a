import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderPdf } from '../../../electron/library/export/pdf/index.ts';
import { type OpenPdf, openPdf } from '../../../electron/pdfium/open-pdf.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { sampleReport } from '../library/export/sample-documents.ts';
import { canReadPacks, complaints, objectsOf, packOf, wordsOn } from './pack-of.ts';
import { simplePdf } from './raw-pdf.ts';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where words stand on the page as it is shown, as PDFium sees it, from its top left corner. */
function placeOf(pdf: OpenPdf, page: number, words: string): Place | null {
  const { text, boxes } = pdf.placedText(page);
  const at = text.indexOf(words);
  if (at === -1) return null;
  const numbers = [...words].map((_, step) => boxes.subarray(4 * (at + step), 4 * (at + step) + 4));
  const drawn = numbers.filter(([left = 0, , right = 0]) => right > left);
  return {
    left: Math.min(...drawn.map(([left = 0]) => left)),
    top: Math.min(...drawn.map(([, top = 0]) => top)),
    right: Math.max(...drawn.map(([, , right = 0]) => right)),
    bottom: Math.max(...drawn.map(([, , , bottom = 0]) => bottom)),
  };
}

test('stamps stand upright at the corners that are seen, however the page is turned, cropped or scaled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 90, 180, 270, -90, 450),
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: -500, max: 500 }),
      fc.constantFrom(1, 0.5, 2),
      fc.boolean(),
      async (rotate, x, y, unit, cropped) => {
        const [width, height] = [600 / unit, 800 / unit];
        const media = `[${x - 50} ${y - 30} ${x + width + 20} ${y + height + 70}]`;
        const crop = `[${x} ${y} ${x + width} ${y + height}]`;
        const entries = cropped
          ? `/MediaBox${media}/CropBox${crop}/Rotate ${rotate}/UserUnit ${unit}`
          : `/MediaBox${crop}/Rotate ${rotate}/UserUnit ${unit}`;
        const { bytes } = await packOf([{ bytes: simplePdf([{ entries }]), item: 'Agenda Item 6' }], {
          marking: 'OFFICIAL',
        });
        const pdf = await openPdf(bytes);
        try {
          // PDFium tells units, not points.
          const [across, down] = (rotate / 90) % 2 === 0 ? [width, height] : [height, width];
          const [number, stamp] = [placeOf(pdf, 0, 'Page 1'), placeOf(pdf, 0, 'Agenda Item 6')];
          expect(number && stamp).not.toBeNull();
          if (!number || !stamp) return;
          expect((number.left + number.right) / 2).toBeCloseTo(across / 2, -1);
          expect(number.top).toBeGreaterThan(down * 0.9);
          expect(number.bottom).toBeLessThan(down);
          expect(number.right - number.left).toBeGreaterThan(number.bottom - number.top);
          expect(stamp.right).toBeGreaterThan(across * 0.9);
          expect(stamp.right).toBeLessThan(across);
          expect(stamp.bottom).toBeLessThan(down * 0.1);
          expect(stamp.top).toBeGreaterThanOrEqual(0);
        } finally {
          pdf.close();
        }
      },
    ),
    { numRuns: 24 },
  );
}, 120_000);

test.runIf(canReadPacks)('pages get what they inherit from the tree', async () => {
  const inherited = simplePdf([{ entries: '' }])
    .toString('latin1')
    .replace('/Type/Pages', '/Type/Pages/MediaBox[0 0 300 200]/Rotate 90');
  const { file, bytes } = await packOf([{ bytes: Buffer.from(inherited, 'latin1') }]);
  expect(complaints(file)).toBe('');
  const pdf = await openPdf(bytes);
  expect([...pdf.sizes]).toEqual([200, 300]);
  pdf.close();
});

test.each([
  [
    'leaves graphics states open',
    'q q 0.1 0 0 0.1 0 0 cm q 0 1 -1 0 0 0 cm BT /F1 200 Tf 1000 4000 Td (Sheet) Tj ET',
  ],
  ['closes more than it opened', 'q Q Q Q BT /F1 20 Tf 100 400 Td (Sheet) Tj ET Q'],
  ['leaves text open', '0.2 0 0 0.2 0 0 cm BT /F1 20 Tf 100 400 Td (Sheet) Tj'],
  ['leaves marks open', '/Span BMC /Span <</X (EMC q q q)>> BDC BT /F1 20 Tf 100 400 Td (Sheet) Tj ET'],
  ['holds a picture', 'q BI /W 4 /H 1 /BPC 8 /CS /G ID q q\nEI Q BT /F1 20 Tf 100 400 Td (Sheet) Tj ET'],
])('a page whose content %s is numbered in its place all the same', async (_, content) => {
  const { bytes, file } = await packOf([{ bytes: simplePdf([{ content }]), item: 'Agenda Item 2' }]);
  const pdf = await openPdf(bytes);
  const number = placeOf(pdf, 0, 'Page 1');
  expect(number?.top).toBeGreaterThan(800);
  expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2).toBeCloseTo(297.5, 0);
  expect(pdf.text(0).text).toContain('Sheet');
  pdf.close();
  if (canReadPacks) expect(complaints(file)).toBe('');
});

test.runIf(canReadPacks)('a page that is used twice stands twice, with its tags each time', async () => {
  const report = await renderPdf(printDocument(sampleReport()));
  const { file, assembled } = await packOf([{ bytes: report, origin: 'ours', pages: [0, 1, 0] }]);
  expect(complaints(file)).toBe('');
  expect(assembled.notices).toEqual([]);
  const [first, again] = [wordsOn(file, 1), wordsOn(file, 3)];
  expect(again.replace('Page 3', 'Page 1')).toBe(first);
  const keys = [...objectsOf(file).values()].flatMap((object) => {
    const value = (object as { value?: Record<string, unknown> }).value;
    return value?.['/Type'] === '/Page' ? [value['/StructParents']] : [];
  });
  expect(new Set(keys).size).toBe(3);
});

test('A0 and a page of one point get what is printed in their own measure, and are told', async () => {
  const bytes = simplePdf([
    { entries: '/MediaBox[0 0 2384 3370]' },
    { entries: '/MediaBox[0 0 1 1]' },
    { entries: '/MediaBox[0 0 120 90]' },
  ]);
  const pack = await packOf([{ bytes, item: 'Agenda Item 4' }], { marking: 'OFFICIAL-SENSITIVE' });
  const pdf = await openPdf(pack.bytes);
  const large = placeOf(pdf, 0, 'Page 1');
  expect((large?.bottom ?? 0) - (large?.top ?? 0)).toBeGreaterThan(20);
  const small = placeOf(pdf, 2, 'OFFICIAL-SENSITIVE');
  expect(small?.left).toBeGreaterThanOrEqual(0);
  expect(small?.right).toBeLessThanOrEqual(120);
  pdf.close();
  const kinds = pack.assembled.notices.map(({ kind, pages }) => `${kind} ${pages.join(',')}`);
  expect(kinds).toContain('hugePage 1');
  expect(kinds).toContain('tinyPage 2');
});

test('the same job makes the same bytes', async () => {
  const bytes = simplePdf([{}, {}]);
  const [one, other] = await Promise.all([
    packOf([{ bytes, item: 'Agenda Item 1' }], { marking: 'OFFICIAL' }),
    packOf([{ bytes, item: 'Agenda Item 1' }], { marking: 'OFFICIAL' }),
  ]);
  expect(one.bytes.equals(other.bytes)).toBe(true);
  expect(one.assembled.sha256).toBe(other.assembled.sha256);
});
