import { expect, test } from 'vitest';
import { renderPdf, renderPlacedPdf } from '../../../../electron/library/export/pdf/index.ts';
import { placesIn } from '../../../../electron/library/export/pdf/places.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { pictures } from './picture.ts';
import { richBrief, richReport, richSubmission } from './rich-documents.ts';
import { longReport, sampleBrief, sampleReport } from './sample-documents.ts';

const samples = {
  briefing: sampleBrief(),
  report: sampleReport(),
  'long report': longReport(12),
  'rich brief': richBrief(),
  'rich report': richReport(),
  'rich submission': richSubmission(),
};

test.each(Object.entries(samples))(
  'a %s with its places is the exported file, byte for byte',
  async (_name, document) => {
    const print = printDocument(document);
    const { pdf } = await renderPlacedPdf(print, pictures);
    expect(Buffer.compare(pdf, await renderPdf(print, pictures))).toBe(0);
  },
);

test.each(Object.entries(samples))(
  'every printed block of a %s has a place, in order down the pages',
  async (_name, document) => {
    const print = printDocument(document);
    const { places } = await renderPlacedPdf(print, pictures);
    expect(places.map(({ blockId }) => blockId)).toEqual(
      print.blocks.filter(({ content }) => content.length > 0).map(({ id }) => id),
    );
    for (const [at, { page, y, endPage, endY }] of places.entries()) {
      const before = places[at - 1];
      if (before) expect(page * 10_000 + y).toBeGreaterThanOrEqual(before.page * 10_000 + before.y);
      expect(endPage * 10_000 + endY).toBeGreaterThanOrEqual(page * 10_000 + y);
    }
  },
);

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
