import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docx, p, r, W, zip } from '../zip.ts';
import { linesOf, read, refusal, textOf } from './read.ts';

const cell = (words: string) => `<w:tc>${p(words)}</w:tc>`;
const outline = (level: number) => `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`;

test('a Word file gives its lines, the rows of its tables, and its notes behind what they belong to', async () => {
  const extraction = await read(
    docx({
      body: `<w:p>${outline(0)}${r('Findings')}</w:p>${p('- An item')}<w:p>${r('With a note')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr>${cell('Place')}<w:tc>${p('Homes')}${p('flooded')}</w:tc></w:tr><w:tr>${cell('')}${cell('7')}</w:tr></w:tbl><w:p><w:del>${r('gone').replaceAll('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>${r('Kept')}</w:p>`,
      parts: {
        footnotes: `<w:footnote w:id="2">${p('The note.')}</w:footnote>`,
        header1: p('OFFICIAL-SENSITIVE'),
      },
    }),
    'findings.docx',
  );
  expect(linesOf(extraction)).toEqual([
    ['heading', 'Findings'],
    ['item', '- An item'],
    ['text', 'With a note'],
    ['aside', 'The note.'],
    ['row', 'Place\tHomes flooded'],
    ['row', '\t7'],
    ['text', 'Kept'],
  ]);
  expect(extraction.about.marking).toBe('OFFICIAL-SENSITIVE');
  expect(extraction.notices.join()).toContain('tracked changes');
  expect([extraction.kind, extraction.paged]).toEqual(['word', false]);
});

const rendered = '<w:lastRenderedPageBreak/>';

test('pages are those that Word showed last; a paragraph belongs to the page it begins on', async () => {
  const extraction = await read(
    docx({
      body: `${p('one')}<w:p><w:r><w:t>two</w:t>${rendered}<w:t> on page two</w:t></w:r></w:p>${p('three')}<w:p><w:r>${rendered}<w:t>four</w:t></w:r></w:p><w:p>${outline(1)}<w:r><w:t>five</w:t></w:r></w:p>`,
    }),
    'pages.docx',
  );
  expect(extraction.pages.map(({ text }) => text)).toEqual(['one\ntwo on page two', 'three', 'four\nfive']);
  expect(extraction.outline).toEqual([{ title: 'five', page: 3, level: 1 }]);
  expect(extraction.paged).toBe(true);
});

test('a break that somebody set is a page only if Word counted as many pages', async () => {
  const body = `${p('one')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${p('two')}`;
  const unsure = await read(docx({ body }), 'a.docx');
  expect([unsure.paged, textOf(unsure)]).toEqual([false, 'one\ntwo']);
  const app = {
    name: 'docProps/app.xml',
    data: '<Properties><Pages>2</Pages><Company>HM Treasury</Company></Properties>',
  };
  const rels = {
    name: '_rels/.rels',
    data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
  };
  const core = {
    name: 'docProps/core.xml',
    data: '<cp:coreProperties><dc:title>Review</dc:title><dc:creator>Smith, Jane; Thomas O’Hara</dc:creator></cp:coreProperties>',
  };
  const main = { name: 'word/document.xml', data: `<w:document ${W}><w:body>${body}</w:body></w:document>` };
  const sure = await read(zip([rels, app, core, main]), 'a.docx');
  expect([sure.paged, sure.pages.map(({ text }) => text)]).toEqual([true, ['one', 'two']]);
  expect(sure.about.csl).toMatchObject({
    title: 'Review',
    publisher: 'HM Treasury',
    author: [
      { family: 'Smith', given: 'Jane' },
      { family: 'O’Hara', given: 'Thomas' },
    ],
  });
});

test('a file without words is kept and said to have none', async () => {
  const { textState, pages } = await read(docx({ body: p('') }), 'empty.docx');
  expect([textState, pages.length]).toEqual(['none', 1]);
});

test('our own Word files give their title and their headings', async () => {
  const file = path.resolve(
    import.meta.dirname,
    '../../../../resources/sample-library/evidence/residents-survey.docx',
  );
  const { about, outline } = await read(readFileSync(file), 'residents-survey.docx');
  expect(about.csl.title).toBe('Residents’ survey, February 2026');
  expect(outline.map(({ title }) => title)).toEqual(['Summary', 'What we asked', 'What people wrote']);
});

const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);
test.each([
  ['input.encrypted', 'locked.docx', /password/, compound('EncryptedPackage')],
  ['input.unsupported', 'old.doc', /97–2003/, compound('WordDocument')],
  ['input.unsupported', 'old.xls', /Excel 97–2003/, compound('Workbook')],
  [
    'input.unsupported',
    'slides.pptx',
    /presentation/,
    zip([{ name: '[Content_Types].xml', data: '<Types>presentationml</Types>' }]),
  ],
  ['input.unsupported', 'files.zip', /unpack it/, zip([{ name: 'a.txt', data: 'a' }])],
  [
    'input.encrypted',
    'part.docx',
    /encrypted/,
    zip([{ name: 'word/document.xml', data: 'x', encrypted: true }]),
  ],
  [
    'input.zipBomb',
    'many.zip',
    /more than 10000 parts/,
    zip(Array.from({ length: 10_050 }, (_, at) => ({ name: `${at}`, data: '' }))),
  ],
])('%s: %s is refused with its reason', async (code, name, reason, bytes) => {
  const fault = await refusal(bytes, name);
  expect([fault.code.replace('docxE', 'e'), fault.details['reason']]).toEqual([
    code,
    expect.stringMatching(reason),
  ]);
});
