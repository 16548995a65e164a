import { expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/library/export/docx/index.ts';
import { plainBlock, questionBlock, section } from '../../../../shared/document/build.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { newDocument } from '../../../shared/document/blank.ts';
import { counter, documentOf, sampleBrief, sampleReport, words } from './sample-documents.ts';
import { canValidateDocx, validate } from './tools.ts';
import { parts, wordParagraphs } from './word-file.ts';

const samples = { briefing: sampleBrief(), report: sampleReport() } as const;
const kinds = ['briefing', 'report'] as const;
const wordOf = (kind: (typeof kinds)[number]) => renderDocx(printDocument(samples[kind]));

test.each(kinds)('the sample %s is legal, or these tests prove nothing', (kind) => {
  expect(structureFaults(samples[kind])).toEqual([]);
});

test.skipIf(!canValidateDocx)(
  'no error and no warning from validate-docx (skipped without ../shared/tools and xmllint)',
  async () => {
    const documents = [
      samples.briefing,
      samples.report,
      ...kinds.map((kind) => newDocument(kind, counter())),
    ];
    for (const document of documents) {
      const { status, output } = validate(await renderDocx(printDocument(document)));
      expect(output).toMatch(/0 error\(s\).*, 0 warning\(s\)/);
      expect(status).toBe(0);
    }
  },
);

test('the same document gives the same bytes, whatever the moment', async () => {
  const first = await Promise.all(kinds.map(wordOf));
  // A zip file counts in steps of two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  for (const [at, kind] of kinds.entries())
    expect(Buffer.compare(await wordOf(kind), first[at] ?? Buffer.of())).toBe(0);
});

test('paragraph numbers of a report are one native list of three levels through the whole document', async () => {
  const numbered = wordParagraphs(await wordOf('report')).filter(
    ({ style }) => style === 'NumberedParagraph',
  );
  expect(new Set(numbered.map(({ list }) => list)).size).toBe(1);
  expect(numbered.map(({ number }) => number)).toEqual([
    ...['1.', '2.', '3.', '4.', 'a.', 'b.', 'i.', 'ii.', 'c.', '5.'],
  ]);
});

test.each(kinds)('Word counts every number of a %s as the print model does, and types none', async (kind) => {
  const print = printDocument(samples[kind]);
  const paragraphs = wordParagraphs(await wordOf(kind));
  expect(paragraphs).toHaveLength(print.blocks.length);
  for (const [at, block] of print.blocks.entries()) {
    if (block.type === 'numbered' || block.type === 'heading') {
      expect(paragraphs[at]?.number).toBe(block.marker ?? '');
      expect(paragraphs[at]?.text).not.toMatch(/^[0-9a-z]+[.)]\s/);
    }
  }
});

test('blocks bear styles a person finds by name in Word, labels and all', async () => {
  const brief = wordParagraphs(await wordOf('briefing'));
  const shown = brief.map(({ style, text }) => `${style}: ${text.slice(0, 24)}`);
  expect(shown).toContain('Title: Meeting with the Harbour');
  expect(shown).toContain('Field: Date:\tThursday 8 May 203');
  expect(shown).toContain('Label: Points to make');
  expect(shown).toContain('Question: Question to ask: Which h');
  expect(brief.find(({ style, text }) => style === 'Field' && text.includes('Halloran'))?.text).toContain(
    '\nTom',
  );
  const report = wordParagraphs(await wordOf('report')).map(({ style, text }) => `${style}: ${text}`);
  expect(report).toContain('Committee: Coast and Harbours Committee');
  expect(report).toContain('MeetingDate: Thursday 8 May 2031');
  expect(report).toContain('ReportAuthor: Report of Cllr Bea Winter, Cabinet Member for the Coast');
  expect(report).toContain('Appendix: Appendix A\tTerms of the joint contract');
});

test('the marking stands in capitals, bold and centred, in header and footer; without one there is no header', async () => {
  const files = parts(await wordOf('briefing'));
  const line = 'OFFICIAL-SENSITIVE – RECIPIENTS ONLY – COMMERCIAL';
  expect(files.get('word/header1.xml')).toContain(line);
  expect(files.get('word/footer1.xml')).toContain(line);
  const style = files.get('word/styles.xml')?.match(/<w:style [^>]*w:styleId="Marking".*?<\/w:style>/)?.[0];
  expect(style).toContain('<w:jc w:val="center"/>');
  expect(style).toContain('<w:b/>');
  expect(files.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/);
  const unmarked = parts(await renderDocx(printDocument({ ...samples.report, marking: null })));
  expect(unmarked.has('word/header1.xml')).toBe(false);
  expect(unmarked.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/);
});

test('the file says its title and that it is British English, and nothing about when it was made', async () => {
  const files = parts(await wordOf('report'));
  expect(files.get('docProps/core.xml')).toContain('<dc:title>A joint contract for dredging</dc:title>');
  expect(files.get('docProps/core.xml')).not.toContain('dcterms');
  expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
});

test('headings are in the outline, stay with what follows and number themselves in a brief only', async () => {
  const headingOf = async (kind: (typeof kinds)[number]) =>
    parts(await wordOf(kind))
      .get('word/styles.xml')
      ?.match(/<w:style [^>]*w:styleId="Heading1".*?<\/w:style>/)?.[0];
  expect(await headingOf('briefing')).toMatch(/<w:keepNext\/>.*<w:numPr>.*<w:outlineLvl w:val="0"\/>/);
  expect(await headingOf('report')).toMatch(/<w:keepNext\/>.*<w:outlineLvl w:val="0"\/>/);
  expect(await headingOf('report')).not.toContain('<w:numPr>');
});

test('a question under a label of its own bears no second one; what ends in a colon stays with what follows', async () => {
  const mint = counter();
  const print = printDocument(
    documentOf('briefing', [
      section(mint, 'topic', [
        questionBlock(mint, words('Why not sooner?'), ''),
        plainBlock(mint, 'text', words('They may answer:')),
        plainBlock(mint, 'text', words('Money.')),
      ]),
    ]),
  );
  const body = parts(await renderDocx(print)).get('word/document.xml') ?? '';
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => xml);
  expect(paragraphs.map((xml) => xml.replace(/<[^>]*>/g, ''))).toEqual([
    'Why not sooner?',
    'They may answer:',
    'Money.',
  ]);
  expect(paragraphs.map((xml) => xml.includes('<w:keepNext/>'))).toEqual([false, true, false]);
});

test('an author’s words are never taken for markup or for a placeholder of the writer', async () => {
  const text = '{paragraph-0} {\ufdd0paragraph-0} <w:p/> &amp; ]]> “§” \u05e9\u05dc\u05d5\u05dd 会见 📞';
  const document = documentOf('report', [
    section(counter(), 'body', [plainBlock(counter(), 'paragraph', words(text))]),
  ]);
  const [paragraph] = wordParagraphs(await renderDocx(printDocument(document)));
  expect(paragraph?.text).toBe(text.replace('\ufdd0', ''));
});
