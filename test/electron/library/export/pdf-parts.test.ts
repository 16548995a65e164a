/** PDF files of documents that have every part of their kind, read back by other programs and as their own tags. */
import { beforeAll, expect, test } from 'vitest';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { toErrorData } from '../../../../shared/contract/errors.ts';
import { explain } from '../../../../shared/contract/messages.ts';
import { section } from '../../../../shared/document/build.ts';
import type { PrintBlock, PrintDocument } from '../../../../shared/print/blocks.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { printedText } from '../../../../shared/print/words.ts';
import { builder } from './builder.ts';
import { pictures } from './picture.ts';
import { richBrief } from './rich-brief.ts';
import { richReport } from './rich-report.ts';
import { richSubmission } from './rich-submission.ts';
import { documentOf } from './sample-documents.ts';
import { canCheckPdf, canReadPdf, checkAccessible, pdfText } from './tools.ts';

const kinds = ['brief', 'report', 'submission'] as const;
type Kind = (typeof kinds)[number];
const prints: Record<Kind, PrintDocument> = {
  brief: printDocument(richBrief()),
  report: printDocument(richReport()),
  submission: printDocument(richSubmission()),
};
const files = {} as Record<Kind, Uint8Array>;
beforeAll(async () => {
  for (const kind of kinds) files[kind] = await renderPdf(prints[kind], pictures);
});
const squeezed = (text: string) => text.replace(/\s+/g, ' ');

test.skipIf(!canCheckPdf).each(kinds)(
  'no finding from check-pdf --ua: %s (skipped without ../shared/tools, qpdf and mutool)',
  (kind) => {
    const { status, output } = checkAccessible(files[kind]);
    expect(output).toContain('0 error(s), 0 UA finding(s), 0 warning(s)');
    expect(status).toBe(0);
  },
);

/** Everything of a block that is words on a line of its own. */
function linesOf(block: PrintBlock): string[] {
  const marker = 'marker' in block && block.marker ? `${block.marker} ` : '';
  if (block.type === 'table') {
    return [block.header ?? [], ...block.rows].flat().map(({ content }) => printedText(content));
  }
  if (block.type === 'image') return [printedText(block.content)];
  const details = 'details' in block ? block.details : [];
  const choices = block.type === 'decision' ? block.choices : [];
  return [
    `${marker}${printedText(block.content)}`,
    ...details.map(
      ({ label, content }) =>
        `${label && block.type !== 'person' ? `${label}: ` : ''}${printedText(content)}`,
    ),
    ...choices,
  ];
}

test.skipIf(!canReadPdf).each(kinds)(
  'every number and word of a %s is on paper (skipped without poppler)',
  (kind) => {
    const paper = squeezed(pdfText(files[kind]).replace(/\f/g, ' '));
    for (const line of prints[kind].blocks.filter(({ type }) => type !== 'table').flatMap(linesOf)) {
      expect(paper).toContain(squeezed(line).trim());
    }
    // The cells of a row stand beside each other, so their lines mix: only their words can be looked for.
    for (const word of prints[kind].blocks
      .filter(({ type }) => type === 'table')
      .flatMap(linesOf)
      .join(' ')
      .split(/\s+/)) {
      expect(paper).toContain(word);
    }
  },
);

test.skipIf(!canReadPdf).each(kinds)(
  'no word of the guidance is in the text or the bytes of a %s',
  (kind) => {
    expect(pdfText(files[kind])).not.toMatch(/xylophone|Guidance/);
    expect(Buffer.from(files[kind]).toString('latin1')).not.toMatch(/xylophone|Guidance/);
  },
);

interface Tag {
  readonly kind: string;
  readonly text: string;
}
/** The structure elements of a file in the order of its bytes; Typst writes them as plain text. */
function tags(bytes: Uint8Array): Tag[] {
  const file = Buffer.from(bytes).toString('latin1');
  return [...file.matchAll(/\/Type \/StructElem\n[\s\S]*?\nendobj/g)].map(([text]) => ({
    kind: /\/S \/(\w+)/.exec(text)?.[1] ?? '',
    text,
  }));
}

test('the cells that name a row are headers of their row, those above of their column, and nothing hides either', () => {
  const headers = tags(files.brief).filter(({ kind }) => kind === 'TH');
  const tables = prints.brief.blocks.filter((block) => block.type === 'table');
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const columns = tables.reduce((sum, table) => sum + table.columns.length, 0);
  expect(headers.filter(({ text }) => text.includes('/Scope /Row'))).toHaveLength(rows);
  expect(headers.filter(({ text }) => text.includes('/Scope /Column'))).toHaveLength(columns);
  expect(tags(files.brief).some(({ text }) => text.includes('/Headers'))).toBe(false);
});

test('a table without such a column is left as Typst tags it; one without any header has none', async () => {
  const headers = tags(files.submission).filter(({ kind }) => kind === 'TH');
  const named = prints.submission.blocks.flatMap((block) =>
    block.type === 'table' && block.headerColumn ? block.rows : [],
  );
  expect(headers.filter(({ text }) => text.includes('/Scope /Row'))).toHaveLength(named.length);
  const { mint, table } = builder();
  const bare = table('', [['A', 'B']], { headerRow: false });
  const document = documentOf('briefing', [section(mint, 'topic', [bare])]);
  expect(tags(await renderPdf(printDocument(document))).filter(({ kind }) => kind === 'TH')).toEqual([]);
});

test.skipIf(!canReadPdf)(
  'the header of a long table stands on each of its pages, and no row is parted',
  async () => {
    const { mint, table } = builder();
    const rows = Array.from({ length: 90 }, (_, at) => [
      `Row ${at}`,
      `first line of ${at} and then so much more of the same that it needs a second, end of ${at}.`,
    ]);
    const document = documentOf('briefing', [
      section(mint, 'topic', [table('Long', [['Harbour', 'What was said there'], ...rows])]),
    ]);
    const pages = pdfText(await renderPdf(printDocument(document)))
      .split('\f')
      .filter(Boolean);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      expect(page).toContain('What was said there');
      const begun = [...page.matchAll(/Row (\d+)/g)].map(([, number]) => number);
      expect([...page.matchAll(/end of (\d+)\./g)].map(([, number]) => number)).toEqual(begun);
    }
  },
);

test('pictures bear their words, decorations are no part of what is read', () => {
  const figures = tags(files.brief).filter(({ kind }) => kind === 'Figure');
  expect(figures).toHaveLength(1);
  expect(figures[0]?.text).toContain('/Alt');
  expect(tags(files.submission).filter(({ kind }) => kind === 'Figure')).toHaveLength(6);
});

test.skipIf(!canCheckPdf)('links lead out, references lead within, and all of them say where', () => {
  const annotations = /annotations: +\d+ \(\d+ links: (\d+) URI, (\d+) internal; (\d+) without Contents/;
  expect(checkAccessible(files.brief).output.match(annotations)?.slice(1)).toEqual(['1', '5', '0']);
  expect(checkAccessible(files.report).output.match(annotations)?.slice(1)).toEqual(['2', '10', '0']);
});

test.skipIf(!canReadPdf)('a question is on one page with its answer, an annex on its own', async () => {
  for (let filler = 20; filler < 27; filler += 1) {
    const { mint, plain, detail } = builder();
    const document = documentOf('briefing', [
      section(mint, 'qa', [
        plain('heading', 'Questions'),
        ...Array.from({ length: filler }, () => plain('text', 'One line.')),
        plain('likelyQuestion', 'Why was it late?'),
        detail('answer', 'The storms closed the channel.'),
        detail('ifPressed', 'For nine weeks.'),
      ]),
      section(mint, 'annex', [plain('heading', 'Terms'), plain('text', 'Five years.')]),
    ]);
    const pages = pdfText(await renderPdf(printDocument(document)))
      .split('\f')
      .filter(Boolean);
    const page = pages.find((text) => text.includes('Why was it late?'));
    expect(page, `after ${filler} lines`).toContain('For nine weeks.');
    expect(page).not.toContain('Annex A');
    expect(pages.at(-1)).toMatch(/^\s*Annex A\s+Terms/);
  }
});

test('a picture without words stops the export and is named; in a draft it does not', async () => {
  const { mint, image } = builder();
  const picture = { ...image('Costs', 'x', 'chart'), alternativeText: ' ' };
  const document = documentOf('briefing', [section(mint, 'topic', [picture])]);
  const failure = await renderPdf(printDocument(document), pictures).catch(toErrorData);
  expect(failure).toEqual({
    code: 'export.alternativeTextMissing',
    details: { blockId: 'chart', words: 'Figure 1: Costs' },
  });
  if (failure instanceof Uint8Array) throw new Error('it was exported');
  expect(explain(failure).what).toContain('“Figure 1: Costs”');
  const missing = await renderPdf(prints.report).catch(toErrorData);
  expect(missing).toMatchObject({ code: 'image.missing', details: { blockId: 'saving' } });
  const draft = await renderPdf(printDocument(document, { draft: true }));
  expect(draft.length).toBeGreaterThan(0);
});

test.each(kinds)('a %s gives the same bytes again', async (kind) => {
  expect(Buffer.compare(await renderPdf(prints[kind], pictures), files[kind])).toBe(0);
});

test.skipIf(!canReadPdf)('a word too long for its column is parted, and stands over no other', async () => {
  const { mint, attendee } = builder();
  const endless = 'Abcdefgh'.repeat(9);
  const rows = attendee('theirs', endless, 'President', 'Federation');
  const text = pdfText(
    await renderPdf(printDocument(documentOf('briefing', [section(mint, 'attendees', rows)]))),
  );
  expect(text).toMatch(/President +Federation/);
  expect(text.replace(/[^A-Za-z]/g, '').replace('PresidentFederation', '')).toContain(endless);
});
