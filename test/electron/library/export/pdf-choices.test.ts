/** What can be asked of a PDF, read back with other programs. */
import { PDFArray, PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/library/export/docx/index.ts';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { toErrorData } from '../../../../shared/contract/errors.ts';
import { questionBlock, section } from '../../../../shared/document/build.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { defaultPdf, hasContents, type PdfChoice } from '../../../../shared/print/pdf-choice.ts';
import { speakingCopy } from '../../../../shared/print/speaking.ts';
import { builder } from './builder.ts';
import { citation, citing, evidenceOf } from './evidence-builder.ts';
import { pictures } from './picture.ts';
import { richBrief } from './rich-brief.ts';
import { documentOf, longReport, sampleBrief, sampleReport, words } from './sample-documents.ts';
import { notePages, type TagNode, tagTree } from './tag-tree.ts';
import { canReadPdf, pdfText, wordHeights } from './tools.ts';
import { parts } from './word-file.ts';

const made = new Date('2031-05-08T10:00:00Z');
const pdfWith = (choice: Partial<PdfChoice>, document = sampleReport()) =>
  renderPdf(printDocument(document), undefined, { choice: { ...defaultPdf, ...choice }, made });
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const within = (tag: TagNode | null, kind: string): boolean =>
  tag !== null && (tag.kind === kind || within(tag.parent, kind));

test('contents lead to each heading on the page they name, and stand before the first of them', async () => {
  const bytes = await pdfWith({ contents: 'with' });
  const { all, links } = await tagTree(bytes);
  const entries = links.filter(({ tag }) => within(tag, 'TOCI'));
  const headings = all.filter(({ kind }) => /^H[1-3]$/.test(kind)).slice(1);
  const count = printDocument(sampleReport()).blocks.filter(({ type }) => type === 'heading').length;
  expect(entries).toHaveLength(count);
  expect(entries.map(({ target }) => target)).toEqual(headings.map(({ pages }) => pages[0]));
  expect(all.findIndex(({ kind }) => kind === 'TOC')).toBeLessThan(
    all.findIndex((tag) => tag.kind === headings[0]?.kind && tag.dict === headings[0]?.dict),
  );
  if (!canReadPdf) return;
  const first = pdfText(bytes).split('\f')[0] ?? '';
  for (const { target } of entries) expect(first).toMatch(new RegExp(`[. ]${target}\\n`));
});

test('long reports have contents unless somebody says otherwise, short ones and briefs when asked', () => {
  const long = printDocument(longReport(10_000));
  const short = printDocument(sampleReport());
  const brief = printDocument(sampleBrief());
  expect([long, short, brief].map((print) => hasContents(print, 'auto'))).toEqual([true, false, false]);
  expect([long, short, brief].map((print) => hasContents(print, 'without'))).toEqual([false, false, false]);
  expect([long, short, brief].map((print) => hasContents(print, 'with'))).toEqual([true, true, true]);
});

test.skipIf(!canReadPdf)(
  'line numbers begin anew on each page, and neither they nor the mark of a draft are read out',
  async () => {
    const plain = await pdfWith({ contents: 'without' });
    const marked = await pdfWith({ contents: 'without', lineNumbers: true, draftMark: true });
    for (const page of pdfText(marked).split('\f').filter(Boolean)) {
      expect(page).toMatch(/^\s*1\s+\S/m);
      expect(page).toMatch(/Draft/);
    }
    // The same tags in the same order: what is not content is an artifact.
    const kinds = async (bytes: Uint8Array) => (await tagTree(bytes)).all.map(({ kind }) => kind);
    expect(await kinds(marked)).toEqual(await kinds(plain));
  },
);

test('pages are labelled with the numbers that are printed on them', async () => {
  const { document } = await tagTree(await pdfWith({ contents: 'with' }));
  const labels = document.catalog
    .lookup(PDFName.of('PageLabels'), PDFDict)
    .lookup(PDFName.of('Nums'), PDFArray);
  const found = Array.from({ length: labels.size() / 2 }, (_, at) => {
    const range = labels.lookup(2 * at + 1, PDFDict);
    const style = range.lookup(PDFName.of('S'), PDFName).decodeText();
    // From 1 where nothing else is said (ISO 32000-1, 12.4.2).
    const first = range.lookupMaybe(PDFName.of('St'), PDFNumber)?.asNumber() ?? 1;
    return {
      page: labels.lookup(2 * at, PDFNumber).asNumber() + 1,
      style,
      first,
      prefix: range.has(PDFName.of('P')),
    };
  });
  expect(found[0]?.page).toBe(1);
  expect(found).toEqual(found.map(({ page }) => ({ page, style: 'D', first: page, prefix: false })));
});

test('a note of a heading is not repeated in the contents', async () => {
  const { mint, plain } = builder();
  const document = documentOf('report', [
    section(mint, 'body', [
      citing(plain('heading', 'Alpha'), citation('a', 'flood', 101)),
      plain('paragraph', 'Words.'),
    ]),
  ]);
  const print = printDocument(document, { evidence: await evidenceOf('notes') });
  const tree = await tagTree(
    await renderPdf(print, undefined, { choice: { ...defaultPdf, contents: 'with' } }),
  );
  expect(tree.all.filter(({ kind }) => kind === 'TOCI')).toHaveLength(1);
  expect(notePages(tree)).toEqual([{ mark: 2, note: 2 }]);
});

test('a file for the archive says that it is PDF/A-2a and PDF/UA-1, and of what day; any other bears no day', async () => {
  const archive = latin(await pdfWith({ standard: 'a-2a' }));
  expect(archive).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  expect(archive).toMatch(/<pdfuaid:part[^>]*>1<\/pdfuaid:part>/);
  expect(archive).toContain('/DisplayDocTitle true');
  expect(archive).toContain('2031-05-08');
  const usual = latin(await pdfWith({}));
  expect(usual).toMatch(/<pdfuaid:part>1/);
  expect(usual).not.toMatch(/pdfaid:part|2031-05-08/);
  // All that was moved is found again.
  const { all } = await tagTree(await pdfWith({ standard: 'a-2a' }));
  expect(all.length).toBeGreaterThan(20);
  expect(await pdfWith({ standard: 'a-2a' })).toEqual(await pdfWith({ standard: 'a-2a' }));
});

test('a speaking copy has every point and question under its heading, and nothing else', () => {
  const full = printDocument(richBrief());
  const copy = speakingCopy(full);
  const said = full.blocks.filter(
    (block) =>
      block.type === 'question' ||
      (block.type === 'bulleted' && (block.kind === 'point' || block.kind === 'lineToTake')),
  );
  expect(
    copy.blocks.filter(({ type }) => type === 'question' || type === 'bulleted').map(({ id }) => id),
  ).toEqual(said.map(({ id }) => id));
  expect(new Set(copy.blocks.map(({ type }) => type))).toEqual(
    new Set(['title', 'heading', 'bulleted', 'question']),
  );
  for (const block of copy.blocks) {
    if (block.type === 'question')
      expect({ label: block.label, details: block.details }).toEqual({ label: 'Q', details: [] });
    expect(block.content.some(({ type }) => type === 'note' || type === 'reference')).toBe(false);
  }
  const [last] = copy.blocks.slice(-1);
  expect(last?.type).not.toBe('heading');
});

test('a document without points and questions has no speaking copy, in plain words', () => {
  expect(() => speakingCopy(printDocument(sampleReport()))).toThrow(
    expect.objectContaining({ code: 'export.nothingToSay' }),
  );
});

test.skipIf(!canReadPdf)('a speaking copy is in large type on two pages where it fits', async () => {
  const bytes = await renderPdf(speakingCopy(printDocument(richBrief())), pictures);
  const text = pdfText(bytes);
  expect(text.split('\f').filter(Boolean).length).toBeLessThanOrEqual(2);
  expect(text).toContain('Q: ');
  const failure = await renderPdf(speakingCopy(printDocument(sampleBrief()))).catch(toErrorData);
  expect(failure).toBeInstanceOf(Uint8Array);
});

test('a speaking copy of many pages stays in large print, and no page ends within a point or question', async () => {
  const { mint, plain } = builder();
  const filler = (at: number) => `Point ${at} is that ${'the ferry leaves '.repeat(9 + (at % 7))}`;
  const points = Array.from({ length: 60 }, (_, at) => [
    plain('point', filler(at), { level: at % 5 === 4 ? 1 : 0 }),
    ...(at % 4 === 3 ? [questionBlock(mint, words(filler(at)), null)] : []),
  ]).flat();
  const document = documentOf('briefing', [
    section(mint, 'front', [plain('title', 'A long meeting')]),
    section(mint, 'topic', [plain('heading', 'Ferries'), ...points]),
  ]);
  const copy = speakingCopy(printDocument(document));
  const bytes = await renderPdf(copy);
  const { all, document: pdf } = await tagTree(bytes);
  expect(pdf.getPageCount()).toBeGreaterThan(4);
  const paragraphs = all.filter(({ kind }) => kind === 'P');
  expect(paragraphs.length).toBeGreaterThanOrEqual(75);
  expect(paragraphs.filter(({ pages }) => new Set(pages).size > 1)).toEqual([]);
  if (!canReadPdf) return;
  const said = wordHeights(bytes).filter(({ top }) => top > 60 && top < 760);
  expect(Math.min(...said.map(({ height }) => height))).toBeGreaterThanOrEqual(16 * 1.1);
});
test('in Word a speaking copy is in 16 points', async () => {
  const copy = speakingCopy(printDocument(sampleBrief()));
  const styles = parts(await renderDocx(copy)).get('word/styles.xml') ?? '';
  expect(styles).toMatch(/<w:docDefaults>.*?<w:sz w:val="32"\/>/s);
  const usual = parts(await renderDocx(printDocument(sampleBrief()))).get('word/styles.xml') ?? '';
  expect(usual).toMatch(/<w:docDefaults>.*?<w:sz w:val="24"\/>/s);
});
