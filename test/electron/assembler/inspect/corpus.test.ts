import { expect, test } from 'vitest';
import { inspectPdf } from '../../../../electron/assembler/inspect/inspect.ts';
import { type Inspection, inspectionSchema } from '../../../../shared/pack/inspection.ts';
import { corpus } from '../../../fixtures/pack/corpus.ts';
import { hasPrograms } from '../../../fixtures/pack/programs.ts';
import { suppliedPdf } from '../../../fixtures/pack/supplied-pdf.ts';

test.runIf(hasPrograms)(
  'files of many producers: every page, its words, tags and bookmarks (skipped without qpdf, mutool and pdftocairo)',
  async () => {
    const files = await corpus();
    expect(files).toHaveLength(40);
    const facts = new Map<string, Inspection>();
    for (const file of files) {
      const found = await inspectPdf(file.bytes, file.name);
      facts.set(file.name, found);
      expect(inspectionSchema.parse(found)).toEqual(found);
      const tokens = found.pages.map(({ text }) => /\b[A-Z0-9]+p\d+\b/.exec(text)?.[0] ?? null);
      expect({ name: file.name, tokens }).toEqual({ name: file.name, tokens: file.tokens });
      expect({ name: file.name, tagged: found.tagged }).toEqual({ name: file.name, tagged: file.tagged });
      expect({ name: file.name, bookmarks: found.bookmarks }).toEqual({
        name: file.name,
        bookmarks: file.bookmarks.length,
      });
      const scans = found.pages.filter(({ shows }) => shows === 'scan').length;
      expect({ name: file.name, scans }).toEqual({
        name: file.name,
        scans: file.tokens.filter((one) => one === null).length,
      });
      expect({
        name: file.name,
        covered: found.covered,
        redactions: found.redactions,
        damage: found.damage,
      }).toEqual({ name: file.name, covered: [], redactions: [], damage: 'none' });
    }
    expect(facts.get('Application form.pdf')).toMatchObject({ fields: 1 });
    expect(facts.get('With notes.pdf')?.comments).toEqual([
      { page: 1, kind: 'Text', author: 'Priya Shah', words: 'Is this right?' },
    ]);
    expect(facts.get('With JavaScript.pdf')).toMatchObject({ scripts: 1 });
    expect(facts.get('Starts a program.pdf')).toMatchObject({ launches: 1 });
    expect(facts.get('With attachment.pdf')).toMatchObject({ attachments: ['figures.xlsx'] });
    expect(facts.get('With hidden layer.pdf')).toMatchObject({ hiddenLayers: ['Old wording'] });
    expect(facts.get('American letter.pdf')).toMatchObject({ missingFonts: ['Helvetica'] });
    expect(facts.get('Locked for changes.pdf')).toMatchObject({ encryption: 'owner' });
    expect(
      facts
        .get('Local plan.pdf')
        ?.pages.slice(0, 4)
        .map(({ label }) => label),
    ).toEqual(['i', 'ii', 'iii', 'iv']);
  },
);

test('a page of a point and one of A0 are read like others', async () => {
  const tiny = await inspectPdf(await suppliedPdf({ key: 'TINY', pages: 1, size: [1, 1] }), 'a.pdf');
  expect(tiny.pages).toMatchObject([{ width: 1, height: 1 }]);
  const huge = await inspectPdf(
    await suppliedPdf({ key: 'HUGE', pages: 1, size: [14_400, 14_400] }),
    'a.pdf',
  );
  expect(huge.pages).toMatchObject([{ width: 14_400, text: 'HUGEp1 is page 1 of 1' }]);
});
