/** Notes at the foot of the page stand on the page of their mark, wherever pages end. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { renderPlacedPdf } from '../../../../electron/library/export/pdf/placed.ts';
import { section } from '../../../../shared/document/build.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { despatch } from '../../cli/despatch.ts';
import { builder } from './builder.ts';
import { citation, citing, evidenceOf } from './evidence-builder.ts';
import { notedReport } from './noted-report.ts';
import { documentOf } from './sample-documents.ts';
import { notePages, tagTree } from './tag-tree.ts';
import { canReadPdf, pdfText } from './tools.ts';

async function notesOf(bytes: Uint8Array) {
  const tree = await tagTree(bytes);
  const notes = notePages(tree);
  return {
    pages: tree.document.getPageCount(),
    notes: notes.length,
    apart: notes.filter(({ mark, note }) => mark !== note),
  };
}

test('all 270 notes of a report of more than 40 pages stand on the pages of their marks', async () => {
  const print = printDocument(notedReport(300, 270), { evidence: await evidenceOf('notes') });
  const { pages, notes, apart } = await notesOf(await renderPdf(print));
  expect(pages).toBeGreaterThan(40);
  expect({ notes, apart }).toEqual({ notes: 270, apart: [] });
}, 60_000);

test('all notes of both samples do', async () => {
  const folder = scratchFolder();
  const library = path.join(folder, 'library');
  const { stdout } = await despatch(['samples', '--library', library, '--json']);
  const { documentIds } = JSON.parse(stdout) as { documentIds: string[] };
  expect(documentIds).toHaveLength(2);
  for (const id of documentIds) {
    const pdf = path.join(folder, `${id}.pdf`);
    expect(await despatch(['export', id, '--library', library, '--pdf', pdf])).toMatchObject({ code: 0 });
    const { notes, apart } = await notesOf(readFileSync(pdf));
    expect(notes).toBeGreaterThan(15);
    expect(apart).toEqual([]);
  }
}, 120_000);

test('blocks with notes are as far apart as without', async () => {
  const evidence = await evidenceOf('notes');
  const heights = async (noted: boolean) => {
    const { mint, plain } = builder();
    const at = (id: string, kind: 'heading' | 'paragraph' | 'text', level = 0) => {
      const block = plain(kind, `Words of ${id}.`, { id, level });
      return noted && id !== 'first' ? citing(block, citation(id, 'flood', 3)) : block;
    };
    const blocks = [at('first', 'text'), at('head', 'heading', 2), at('one', 'paragraph')];
    const rest = [
      at('under', 'paragraph', 1),
      at('two', 'paragraph'),
      at('text', 'text'),
      at('three', 'paragraph'),
    ];
    const document = documentOf('report', [section(mint, 'body', [...blocks, ...rest])]);
    const { places } = await renderPlacedPdf(printDocument(document, { evidence }));
    return places.map(({ blockId, y }) => [blockId, Math.round(y)]);
  };
  expect(await heights(true)).toEqual(await heights(false));
});

test.skipIf(!canReadPdf)(
  'wherever a page ends, notes are with their marks, and a heading with what follows (skipped without poppler)',
  async () => {
    const evidence = await evidenceOf('notes');
    const found: object[] = [];
    for (let lines = 14; lines < 34; lines += 1) {
      const { mint, plain, detail } = builder();
      const document = documentOf('report', [
        section(mint, 'body', [
          plain('heading', 'Before'),
          ...Array.from({ length: lines }, (_, at) => plain('text', `Line ${at}`)),
          citing(plain('heading', 'Alpha', { level: 2 }), citation('a', 'flood', 101)),
          citing(plain('paragraph', 'Beta announces:'), citation('b', 'flood', 102)),
          citing(plain('paragraph', 'Gamma', { level: 1 }), citation('c', 'flood', 103)),
          plain('heading', 'Under', { level: 2 }),
          citing(plain('paragraph', 'Zeta'), citation('f', 'flood', 106)),
          citing(plain('text', 'Theta'), citation('g', 'flood', 107)),
          plain('label', 'Label'),
          citing(plain('text', 'Eta'), citation('h', 'flood', 108), citation('i', 'survey', 8)),
          citing(plain('recommendation', 'Delta'), citation('d', 'flood', 104)),
          citing(detail('reason', 'Epsilon'), citation('e', 'flood', 105)),
        ]),
      ]);
      const bytes = await renderPdf(printDocument(document, { evidence }));
      const { notes, apart } = await notesOf(bytes);
      expect(notes).toBe(8);
      if (apart.length > 0) found.push({ lines, apart });
      const pages = pdfText(bytes).split('\f');
      for (const [first, next] of [
        ['Under', 'Zeta'],
        ['Label', 'Eta'],
      ] as const) {
        const page = pages.find((text) => new RegExp(`\\b${first}`).test(text)) ?? '';
        if (!page.includes(next)) found.push({ lines, first, next });
      }
    }
    expect(found).toEqual([]);
  },
  60_000,
);
