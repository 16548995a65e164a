import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence } from '../../../../electron/extractor/evidence/index.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { pdf, pdfOf, picture, words } from '../../pdfium/pdf-file.ts';
import { expectSound, read, refusal, textOf } from './read.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const sample = () =>
  readFileSync(path.join(root, 'resources/sample-library/evidence/flood-investigation.pdf'));
const fixture = (name: string) => readFileSync(path.join(root, 'test/fixtures/evidence', name));
const blank = ' ';

test('a PDF gives its pages with the numbers printed on them, its bookmarks and what it says of itself', async () => {
  const bytes = pdfOf(
    [{ content: words('Preface') }, { content: words('OFFICIAL-SENSITIVE') }, { content: words('Body') }],
    {
      catalogue: '/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 5 >>] >> /Outlines 12 0 R',
      info: '/Title (Microsoft Word - Flood review.docx) /Author (Jane Smith; Cabinet Office) /CreationDate (D:20260203101112Z) /Producer (Word)',
      more: [
        '<< /First 13 0 R /Last 13 0 R >>',
        '<< /Title (Findings) /Parent 12 0 R /Dest [8 0 R /Fit] /First 14 0 R /Last 14 0 R >>',
        '<< /Title (Detail) /Parent 13 0 R /Dest [10 0 R /Fit] >>',
      ],
    },
  );
  const extraction = await read(bytes, 'review.pdf');
  expect(extraction.pages.map(({ label, text }) => [label, text])).toEqual([
    ['i', 'Preface'],
    ['5', 'OFFICIAL-SENSITIVE'],
    ['6', 'Body'],
  ]);
  expect(extraction.outline).toEqual([
    { title: 'Findings', page: 2, level: 0 },
    { title: 'Detail', page: 3, level: 1 },
  ]);
  expect(extraction.about).toEqual({
    csl: {
      type: 'report',
      title: 'Flood review',
      author: [{ family: 'Smith', given: 'Jane' }, { literal: 'Cabinet Office' }],
      publisher: 'Cabinet Office',
      issued: { 'date-parts': [[2026, 2, 3]] },
      custom: { producer: 'Word' },
    },
    marking: 'OFFICIAL-SENSITIVE',
    reviewBy: null,
  });
  expect(extraction).toMatchObject({ kind: 'pdf', paged: true, textState: 'text', notices: [] });
});

test('XMP says it better than the old dictionary', async () => {
  const xmp =
    '<x:xmpmeta><rdf:RDF><rdf:Description><dc:title><rdf:Alt><rdf:li>True title</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Jane Smith</rdf:li><rdf:li>Environment Agency</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>';
  const bytes = pdfOf([{ content: words('x') }], {
    info: '/Title (untitled)',
    more: [`<< /Length ${xmp.length} >>\nstream\n${xmp}\nendstream`],
  });
  expect((await read(bytes, 'a.pdf')).about.csl).toMatchObject({
    title: 'True title',
    author: [{ family: 'Smith', given: 'Jane' }, { literal: 'Environment Agency' }],
    publisher: 'Environment Agency',
  });
});

test.each([
  ['text', [words('a'), words('b')], ''],
  ['partlyScanned', [words('a'), picture, picture, words('b'), picture], 'Pages 2, 3 and 5 are scanned'],
  ['scanned', [picture, picture], 'It is a scan'],
  ['none', [blank, blank], ''],
])('a file that is %s is known as such and says so', async (state, contents, notice) => {
  const stream = (content: string) => (content === blank ? '<< /Length 0 >>\nstream\n\nendstream' : content);
  const extraction = await read(pdfOf(contents.map((content) => ({ content: stream(content) }))), 'a.pdf');
  expect(extraction.textState).toBe(state);
  expect(extraction.notices.join(' ')).toContain(notice);
});

test('a file locked with a password is refused as such; one that only forbids copying is read', async () => {
  const fault = await refusal(fixture('password.pdf'), 'Locked – “brief”.pdf');
  expect([fault.code, fault.details['reason']]).toEqual(['input.encrypted', 'it opens only with a password']);
  expect(textOf(await read(fixture('owner-only.pdf'), 'a.pdf'))).toBe('Locked words');
});

test('a file cut short is refused, or read as far as it goes and said to be cut short', async () => {
  const whole = sample();
  for (const share of [0.02, 0.3, 0.6, 0.9, 0.99]) {
    const bytes = whole.subarray(0, Math.floor(share * whole.length));
    const outcome = await readEvidence(bytes, 'cut.pdf').catch((fault: unknown) => fault);
    if (outcome instanceof DespatchError)
      expect([outcome.code, outcome.details['file']]).toEqual(['input.damaged', 'cut.pdf']);
    else expect(outcome).toMatchObject({ notices: [expect.stringContaining('cut off')] });
  }
});

const catalogue = '<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>';
const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>';
test.each([
  [
    'a page tree that leads back to itself',
    [catalogue, '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>', page],
  ],
  [
    'a page tree that is its own parent',
    [catalogue, '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>'],
  ],
  [
    'bookmarks in a circle',
    [
      catalogue,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page,
      '<< >>',
      '<< /First 6 0 R >>',
      '<< /Title (A) /Dest [3 0 R] /First 6 0 R /Next 7 0 R >>',
      '<< /Title (B) /Dest [3 0 R] /First 5 0 R /Next 6 0 R >>',
    ],
  ],
  ['page numbers that nobody has', [catalogue, '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', page]],
  ['a negative number of pages', [catalogue, '<< /Type /Pages /Kids [3 0 R] /Count -5 >>', page]],
  ['pages that are none', [catalogue, '<< /Type /Pages /Kids [99 0 R null 7 (x)] /Count 4 >>']],
  ['no pages', ['<< /Type /Catalog >>']],
])('%s ends in pages or in a refusal that names the file', async (_name, objects) => {
  const outcome = await readEvidence(pdf(objects), 'odd.pdf').catch((fault: unknown) => fault);
  if (outcome instanceof DespatchError) {
    expect(outcome.code).toMatch(/^input\.(?:damaged|tooComplex)$/);
    expect(outcome.details).toMatchObject({ file: 'odd.pdf', reason: expect.stringMatching(/^it|^none/) });
  } else expect((outcome as { outline: unknown[] }).outline.length).toBeLessThan(10);
});

test('bytes changed anywhere give pages or a refusal, and the next file is read as ever', async () => {
  const whole = pdfOf([{ content: words('One page') }, { content: picture }]);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return;
      const outcome = await readEvidence(bytes, 'a.pdf').catch((fault: unknown) => fault);
      if (outcome instanceof DespatchError) expect(outcome.code).toMatch(/^input\./);
      else if (outcome instanceof Error) throw outcome;
      else expectSound(outcome as Awaited<ReturnType<typeof readEvidence>>);
    }),
    { numRuns: 150 },
  );
  expect(textOf(await read(whole, 'a.pdf'))).toBe('One page\n');
});

function longFile(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${4 + at} 0 R`).join(' ');
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} /MediaBox [0 0 200 200] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`,
    words('Every page says this'),
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /Contents 3 0 R >>'),
  ]);
}

test('ten thousand pages are read; more than twenty thousand are refused with the number', async () => {
  const { pages } = await read(longFile(10_000), 'long.pdf');
  expect([pages.length, pages.at(-1)?.text]).toEqual([10_000, 'Every page says this']);
  const fault = await refusal(longFile(20_001), 'longer.pdf');
  expect([fault.code, fault.details['reason']]).toEqual([
    'input.tooComplex',
    'it has 20,001 pages; the limit is 20,000',
  ]);
});

test('places of words follow the page as it is shown: turned and cropped', async () => {
  const { openPdf } = await import('../../../../electron/pdfium/open-pdf.ts');
  const upright = await openPdf(pdfOf([{ content: words('Word') }]));
  const [left = 0, top = 0, , bottom = 0] = upright.placedText(0).boxes;
  upright.close();
  expect([Math.round(left), top < 50, bottom > 50]).toEqual([20, true, true]);
  const turned = await openPdf(pdfOf([{ content: words('Word'), entries: '/Rotate 90' }]));
  const [, down = 0] = turned.placedText(0).boxes;
  turned.close();
  expect(Math.abs(down - 20)).toBeLessThan(2);
  const cropped = await openPdf(pdfOf([{ content: words('Word'), entries: '/CropBox [10 100 200 200]' }]));
  const [moved = 0] = cropped.placedText(0).boxes;
  expect([...cropped.sizes]).toEqual([190, 100]);
  cropped.close();
  expect(Math.round(moved)).toBe(10);
});
