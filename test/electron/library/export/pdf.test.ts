import { expect, test } from 'vitest';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { layOut } from '../../../../electron/library/export/pdf/layout.ts';
import { typesetSheet } from '../../../../electron/library/export/pdf/sheet.ts';
import { toErrorData } from '../../../../shared/contract/errors.ts';
import { explain } from '../../../../shared/contract/messages.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { printedText } from '../../../../shared/print/words.ts';
import { newDocument } from '../../../shared/document/blank.ts';
import { counter, documentOf, longReport, sampleBrief, sampleReport, words } from './sample-documents.ts';
import { canCheckPdf, canReadPdf, checkAccessible, pdfText } from './tools.ts';

const samples = { briefing: sampleBrief(), report: sampleReport() } as const;
const kinds = ['briefing', 'report'] as const;
const pdfOf = (kind: (typeof kinds)[number]) => renderPdf(printDocument(samples[kind]));
const briefWith = (text: string) => {
  const mint = counter();
  return documentOf('briefing', [
    section(mint, 'front', [plainBlock(mint, 'title', words('Title'))]),
    section(mint, 'topic', [plainBlock(mint, 'point', words(text))]),
  ]);
};

test.skipIf(!canCheckPdf)(
  'no finding from check-pdf --ua (skipped without ../shared/tools, qpdf and mutool)',
  async () => {
    const documents = [
      samples.briefing,
      samples.report,
      ...kinds.map((kind) => newDocument(kind, counter())),
    ];
    for (const document of documents) {
      const { status, output } = checkAccessible(await renderPdf(printDocument(document)));
      expect(output).toContain('0 error(s), 0 UA finding(s), 0 warning(s)');
      expect(status).toBe(0);
    }
  },
);

test.skipIf(!canCheckPdf)(
  'points and numbers are lists, labels are headings without a bookmark',
  async () => {
    const { output } = checkAccessible(await pdfOf('briefing'));
    const bookmarks = Number(output.match(/outline:\s+(\d+) entries/)?.[1]);
    const headings = [...output.matchAll(/\bH[1-6] (\d+)/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
    const print = printDocument(samples.briefing);
    const count = (type: string) => print.blocks.filter((block) => block.type === type).length;
    expect(bookmarks).toBe(count('heading'));
    expect(headings).toBe(count('heading') + count('label'));
    expect(output).toMatch(new RegExp(`\\bLI ${count('bulleted') + count('numbered')}\\b`));
  },
);

test('the same document gives the same bytes, whatever the moment', async () => {
  const first = await Promise.all(kinds.map(pdfOf));
  await new Promise((resolve) => setTimeout(resolve, 1100));
  for (const [at, kind] of kinds.entries())
    expect(Buffer.compare(await pdfOf(kind), first[at] ?? Buffer.of())).toBe(0);
});

test.skipIf(!canReadPdf).each(kinds)(
  'every number and word of a %s is on paper, in order (skipped without poppler)',
  async (kind) => {
    const print = printDocument(samples[kind]);
    const paper = pdfText(await pdfOf(kind)).replace(/\s+/g, ' ');
    let from = 0;
    for (const block of print.blocks) {
      const marker = 'marker' in block && block.marker ? `${block.marker} ` : '';
      const expected = `${marker}${printedText(block.content).replace(/\s+/g, ' ')}`;
      const at = paper.indexOf(expected, from);
      expect(at, `“${expected}” after character ${from}`).toBeGreaterThanOrEqual(0);
      from = at + expected.length;
    }
  },
);

test.skipIf(!canReadPdf)('every page bears the marking twice and its number of how many', async () => {
  const pages = pdfText(await pdfOf('briefing'))
    .split('\f')
    .filter(Boolean);
  expect(pages.length).toBeGreaterThan(1);
  for (const [at, page] of pages.entries()) {
    expect(page.split('OFFICIAL-SENSITIVE – RECIPIENTS ONLY – COMMERCIAL')).toHaveLength(3);
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
  }
  expect(pdfText(await renderPdf(printDocument(briefWith('No marking'))))).not.toContain('OFFICIAL');
});

test('words that no font of ours has stop the export, named with their block and in plain words', async () => {
  const document = briefWith('Call 📞 or write to 王毅');
  const failure = await renderPdf(printDocument(document)).catch(toErrorData);
  expect(failure).toEqual({
    code: 'export.unprintable',
    details: { characters: '“📞”, “王”, “毅”', blockId: document.sections[1]?.blocks[0]?.id },
  });
  if (failure instanceof Uint8Array) throw new Error('it was exported');
  expect(explain(failure).what).toContain('“📞”, “王”, “毅”');
});

test('a sign that nobody sees stops a sheet of a pack, and goes by its number', async () => {
  const sheet = {
    name: 'Item 1',
    heading: 'Left out',
    title: 'A \u0001 title',
    lines: [],
    target: null,
    link: null,
  };
  const data = { title: 'Pack', sheets: [sheet] };
  await expect(typesetSheet('pack-notice', data)).rejects.toMatchObject({
    code: 'export.unprintable',
    details: { characters: 'the invisible U+0001' },
  });
});

test.skipIf(!canReadPdf)('other scripts, rare signs and would-be markup are printed as written', async () => {
  const text = 'Ελλάδα שלום Nguyễn ŵ ✓ → #strong[x] $x$ \\ <b> {a} @b';
  const paper = pdfText(await renderPdf(printDocument(briefWith(text))));
  for (const word of ['Ελλάδα', 'Nguyễn', '✓', '→', '#strong[x] $x$ \\ <b> {a} @b']) {
    expect(paper).toContain(word);
  }
});

test('items hang under their parents whatever their level, and long lists are cut at whole items', () => {
  const mint = counter();
  const levels = [1, 0, 2, 1, 0];
  const points = levels.map((level, at) => plainBlock(mint, 'point', words(`Point ${at}`), level));
  const { blocks } = layOut(printDocument(documentOf('briefing', [section(mint, 'topic', points)])));
  const outline = JSON.stringify(blocks).match(/Point \d|"items"/g);
  expect(outline?.filter((entry) => entry !== '"items"')).toEqual(levels.map((_, at) => `Point ${at}`));
  const long = layOut(printDocument(longReport(40_000))).blocks;
  expect(long.length).toBeGreaterThan(10);
});

test.skipIf(!canReadPdf)(
  'wherever a page ends, it never parts what a paragraph announces from it',
  async () => {
    for (let filler = 18; filler < 26; filler += 1) {
      const mint = counter();
      const body = section(mint, 'body', [
        ...Array.from({ length: filler }, () => plainBlock(mint, 'paragraph', words('One line.'))),
        plainBlock(mint, 'paragraph', words('The Act says:')),
        plainBlock(mint, 'quotation', words('Every word counts.')),
        plainBlock(mint, 'text', words('In short:')),
        plainBlock(mint, 'quotation', words('All of them.')),
      ]);
      const pages = pdfText(await renderPdf(printDocument(documentOf('report', [body])))).split('\f');
      for (const [announced, words] of [
        ['The Act says:', 'Every word counts.'],
        ['In short:', 'All of them.'],
      ] as const) {
        const page = pages.find((text) => text.includes(announced));
        expect(page, `${announced} after ${filler} lines`).toContain(words);
      }
    }
  },
);
