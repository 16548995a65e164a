import { expect, test } from 'vitest';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { renderPlacedPdf } from '../../../../electron/library/export/pdf/placed.ts';
import { placesIn } from '../../../../electron/library/export/pdf/places.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { pictures } from './picture.ts';
import { richBrief } from './rich-brief.ts';
import { richReport } from './rich-report.ts';
import { richSubmission } from './rich-submission.ts';
import { longReport, sampleBrief, sampleReport } from './sample-documents.ts';

const samples = Object.entries({
  briefing: sampleBrief(),
  report: sampleReport(),
  'long report': longReport(12),
  'brief with every kind of block': richBrief(),
  'report with every kind of block': richReport(),
  'submission with every kind of block': richSubmission(),
});

test.each(samples)('a %s with its places is the exported file, byte for byte', async (_name, document) => {
  const print = printDocument(document);
  const { pdf } = await renderPlacedPdf(print, pictures);
  expect(Buffer.compare(pdf, await renderPdf(print, pictures))).toBe(0);
});

test.each(samples)(
  'every printed block of a %s has a place, in order down the pages',
  async (_name, document) => {
    const print = printDocument(document);
    const { places } = await renderPlacedPdf(print, pictures);
    const ids = places.map(({ blockId }) => blockId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(idsWithWords(print.blocks)));
    const printed = print.blocks.filter(({ content }) => content.length > 0).map(({ id }) => id);
    expect(ids.filter((id) => printed.includes(id))).toEqual(printed);
    for (const { page, y, endPage, endY } of places) {
      expect(page).toBeGreaterThan(0);
      expect(y).toBeGreaterThanOrEqual(72);
      expect(endPage * 10_000 + endY).toBeGreaterThanOrEqual(page * 10_000 + y);
    }
  },
);

/** Of blocks, of details under them and of cells of tables; a person's details share a line. */
function idsWithWords(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { type, id, content } = part as { type?: unknown; id?: unknown; content?: unknown };
  const own = typeof id === 'string' && Array.isArray(content) && content.length > 0 ? [id] : [];
  return type === 'person' ? own : [...own, ...Object.values(part).flatMap(idsWithWords)];
}

test('a heading that a list of contents repeats stands where it is printed last', () => {
  const mark = (edge: string, page: number, y: number) => ({
    type: 'mark',
    id: 'heading',
    edge,
    page,
    x: 72,
    y,
  });
  const marks = [mark('start', 1, 200), mark('end', 1, 200), mark('start', 5, 90), mark('end', 5, 104)];
  expect(placesIn([marks])).toEqual([{ blockId: 'heading', page: 5, x: 72, y: 90, endPage: 5, endY: 104 }]);
});
