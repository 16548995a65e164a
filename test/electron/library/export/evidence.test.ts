/** Sources in both files: the same notes, valid, reachable, and only what may leave. */
import { expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/library/export/docx/index.ts';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { section } from '../../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { builder } from './builder.ts';
import { citation, cited, citing, citingAll, evidenceOf, sources } from './evidence-builder.ts';
import { pictures } from './picture.ts';
import { richBrief } from './rich-brief.ts';
import { richReport } from './rich-report.ts';
import { richSubmission } from './rich-submission.ts';
import { documentOf, words } from './sample-documents.ts';
import { canCheckPdf, canReadPdf, canValidateDocx, checkAccessible, pdfText, validate } from './tools.ts';
import { parts } from './word-file.ts';

const options = [
  ['notes', 'gov-uk'],
  ['notes', 'harvard'],
  ['endnotes', 'oscola'],
  ['annex', 'gov-uk'],
  ['none', 'gov-uk'],
] as const;
const documents = [
  ['brief', richBrief],
  ['report', richReport],
  ['submission', richSubmission],
] as const;
const all = documents.flatMap(([name, make]) =>
  options.map(([form, style]) => [name, form, style, make] as const),
);

test.runIf(canValidateDocx)(
  'validate-docx finds nothing, whatever is chosen (skipped without ../shared/tools and xmllint)',
  async () => {
    for (const [name, form, style, make] of all) {
      const print = printDocument(citingAll(make()), { evidence: await evidenceOf(form, style) });
      const { status, output } = validate(await renderDocx(print, pictures));
      expect({
        name,
        form,
        style,
        status,
        clean: output.includes('0 error(s)') && output.includes(' 0 warning(s)'),
      }).toEqual({ name, form, style, status: 0, clean: true });
    }
  },
);

test.runIf(canCheckPdf)(
  'check-pdf --ua finds nothing, whatever is chosen (skipped without ../shared/tools, qpdf and mutool)',
  async () => {
    for (const [name, form, style, make] of all) {
      const print = printDocument(citingAll(make()), { evidence: await evidenceOf(form, style) });
      const { status, output } = checkAccessible(await renderPdf(print, pictures));
      expect({ name, form, style, status, output }).toMatchObject({ status: 0 });
      expect(output).toContain('0 UA finding(s)');
    }
  },
);

/** A brief whose second point has notes on its words and on the whole of it. */
function cites(): DespatchDocument {
  const { mint, plain, table } = builder();
  return documentOf('briefing', [
    section(mint, 'topic', [
      plain('heading', 'Floods'),
      citing(
        plain('point', [cited('The river rose', 'a'), ...words(', and then it fell.')], { id: 'rose' }),
        citation('a', 'flood', 4),
      ),
      citing(
        plain('point', [...words('Pumps '), cited('failed', 'b'), ...words('.')], { id: 'pumps' }),
        citation('b', 'survey', 7, { bearing: 'contradicts' }),
        citation('c', 'secret', 2),
      ),
      citing(
        table(
          'Costs',
          [
            ['Place', 'Cost'],
            ['Wall', [cited('£18m', 'd')]],
          ],
          { id: 'costs' },
        ),
        citation('d', 'flood', 9),
      ),
    ]),
  ]);
}
const texts = (xml: string) =>
  xml
    .replace(/<\/w:footnote>|<\/w:endnote>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&');

test('notes are Word’s own, in the order of the text, and numbered as in the PDF', async () => {
  const print = printDocument(cites(), { evidence: await evidenceOf('notes') });
  const files = parts(await renderDocx(print));
  const body = files.get('word/document.xml') ?? '';
  expect([...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)).toEqual([
    '1',
    '2',
    '3',
  ]);
  expect(
    texts(files.get('word/footnotes.xml') ?? '')
      .trim()
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ).toEqual([
    'Keeping rivers moving, Environment Agency, 12 March 2025, page 4.',
    'But see Residents’ survey, Harrowmere County Council, February 2026, page 7; Legal advice on the wall, no date, page 2.',
    'Keeping rivers moving, 12 March 2025, page 9.',
  ]);
  expect(body.replace(/<[^>]*footnoteReference[^>]*>/g, '^').replace(/<[^>]*>/g, '')).toContain(
    'The river rose,^ and then it fell.',
  );
  if (!canReadPdf) return;
  const text = pdfText(await renderPdf(print)).replace(/\s+/g, ' ');
  expect(text).toMatch(
    /1 ?Keeping rivers moving, Environment Agency.*2 ?But see Residents’ survey.*3 ?Keeping rivers moving, 12 March/,
  );
});

test('endnotes are Word’s own, counted 1, 2, 3, below a heading that is the last of the text', async () => {
  const print = printDocument(cites(), { evidence: await evidenceOf('endnotes') });
  const files = parts(await renderDocx(print));
  const body = files.get('word/document.xml') ?? '';
  expect(body.match(/<w:endnoteReference /g)).toHaveLength(3);
  expect(body).toContain('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>');
  expect(
    body
      .split('<w:p>')
      .at(-1)
      ?.replace(/<[^>]*>/g, ''),
  ).toBe('Notes');
  expect(texts(files.get('word/endnotes.xml') ?? '')).toContain('12 March 2025, page 4.');
});

test('a style for the text puts brackets into it, and the list of references to its end', async () => {
  const print = printDocument(cites(), { evidence: await evidenceOf('notes', 'harvard') });
  const body = parts(await renderDocx(print)).get('word/document.xml') ?? '';
  const text = body.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '');
  expect(text).toContain('The river rose (Keeping rivers moving, 2025, p. 4), and then it fell.');
  expect(text).toMatch(/References\n.*Keeping rivers moving/s);
  expect(print.notes).toEqual([]);
});

test('the page and the words of each citation are kept where they come back: a bookmark and a part of ours', async () => {
  const print = printDocument(cites(), { evidence: await evidenceOf('notes') });
  const files = parts(await renderDocx(print));
  const body = files.get('word/document.xml') ?? '';
  const part = files.get('customXml/item1.xml') ?? '';
  const kept = [...part.matchAll(/<citation bookmark="(\w+)">(.*?)<\/citation>/g)].map(
    ([, name = '', json = '']) => {
      const id = body.match(
        new RegExp(`<w:bookmarkStart (?:w:id="(\\d+)" w:name="${name}"|w:name="${name}" w:id="(\\d+)")`),
      );
      const number = id?.[1] ?? id?.[2];
      const inside = body.split(id?.[0] ?? '?')[1]?.split(`<w:bookmarkEnd w:id="${number}"/>`)[0] ?? '';
      const citation = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
      return [
        citation.locator.page,
        citation.locator.quote?.exact ?? null,
        inside.replace(/^[^>]*>/, '').replace(/<[^>]*>/g, ''),
      ];
    },
  );
  expect(kept).toEqual([
    [4, 'Words of flood on 4', 'The river rose'],
    [7, 'Words of survey on 7', 'failed'],
    // Marked higher than the document: what it says stays here.
    [2, null, 'Pumps failed.'],
    [9, 'Words of flood on 9', '£18m'],
  ]);
  expect(part).toContain('Environment Agency');
});

test('without evidence nothing of it is in the file', async () => {
  const print = printDocument(cites(), { evidence: await evidenceOf('none') });
  for (const [name, part] of parts(await renderDocx(print))) {
    expect(name).not.toContain('customXml');
    expect(part).not.toMatch(/_Evidence|Words of|Environment Agency/);
  }
});

test('nothing is quoted of a source marked higher unless somebody chose it', async () => {
  const text = async (quoteHigher: boolean) => {
    const print = printDocument(cites(), { evidence: await evidenceOf('annex', 'gov-uk', { quoteHigher }) });
    return [...parts(await renderDocx(print)).values()].join('');
  };
  expect(await text(false)).not.toContain('Words of secret');
  expect(await text(false)).toContain('Not quoted: the source is marked OFFICIAL-SENSITIVE.');
  expect(await text(true)).toContain('“Words of secret on 2”');
});

test('the same document gives the same bytes, notes and all', async () => {
  for (const [form, style] of options) {
    const make = async () => printDocument(cites(), { evidence: await evidenceOf(form, style) });
    expect(Buffer.compare(await renderDocx(await make()), await renderDocx(await make()))).toBe(0);
    expect(Buffer.compare(await renderPdf(await make()), await renderPdf(await make()))).toBe(0);
  }
});

test('a source that is not there stops the export and is named by the block that cites it', async () => {
  const document = cites();
  const missing = new Map([...sources].filter(([id]) => id !== 'survey'));
  for (const form of ['notes', 'endnotes', 'annex'] as const) {
    const evidence = await evidenceOf(form, 'gov-uk', { sources: missing });
    expect(() => printDocument(document, { evidence })).toThrow(
      expect.objectContaining({
        code: 'export.evidenceMissing',
        details: expect.objectContaining({ blockId: 'pumps', words: 'Pumps failed.' }),
      }),
    );
    expect(() => printDocument(document, { evidence, draft: true })).not.toThrow();
  }
  expect(() => printDocument(document, { evidence: { ...evidenceNone, sources: missing } })).not.toThrow();
});
const evidenceNone = await evidenceOf('none');
