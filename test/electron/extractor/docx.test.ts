import { expect, test } from 'vitest';
import { readDocx } from '../../../electron/extractor/docx/index.ts';
import { plainText } from '../../../shared/document/walk.ts';
import type { SourceText } from '../../../shared/import/source.ts';
import { importSource, ofKind, outline } from '../../shared/import/support.ts';
import { docx, p, r, type WordParts } from './zip.ts';

const read = (parts: WordParts): Promise<SourceText> => readDocx(docx(parts), 'test.docx');
const words = ({ lines }: SourceText) => lines.map(({ content }) => plainText(content));
const notices = (source: SourceText) => source.notices.map(({ code, original }) => [code, original[0]?.text]);

function style(id: string, name: string, rest: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
}
const item = (level: number, text: string, list = 1) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${r(text)}</w:p>`;
const lvl = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:abstractNum w:abstractNumId="7">${lvl(0, 'decimal', '%1.')}${lvl(1, 'lowerLetter', '%2)')}${lvl(2, 'lowerRoman', '(%3)')}</w:abstractNum>
<w:abstractNum w:abstractNumId="8">${lvl(0, 'decimal', '%1.', 4)}${lvl(1, 'decimal', '%1.%2')}</w:abstractNum>
<w:abstractNum w:abstractNumId="9">${lvl(0, 'bullet', '\uf0b7')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

test('headings, bold and italic come through style inheritance, and direct formatting turns them off', async () => {
  const styles = [
    style('Base', 'House heading', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>'),
    style('Child', 'House sub-heading', '<w:basedOn w:val="Base"/><w:rPr><w:i/></w:rPr>'),
    style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>'),
  ].join('');
  const source = await read({
    body: `${p('Inherited', 'Child')}<w:p><w:pPr><w:pStyle w:val="Base"/></w:pPr>${r('On ')}${r('off', '<w:b w:val="0"/>')}</w:p>${p('Plain', 'Loop')}`,
    parts: { styles },
  });
  expect(source.lines.map(({ heading }) => heading)).toEqual([2, 2, null]);
  expect(source.lines[0]?.content).toEqual([{ type: 'text', text: 'Inherited', bold: true, italic: true }]);
  expect(source.lines[1]?.content).toEqual([
    { type: 'text', text: 'On ', bold: true },
    { type: 'text', text: 'off' },
  ]);
});

test('the numbers that Word only computes are computed: levels, restarts, starts and paths', async () => {
  const source = await read({
    body: [
      item(0, 'one'),
      item(1, 'one a'),
      item(1, 'one b'),
      item(2, 'one b i'),
      item(0, 'two'),
      item(1, 'two a'),
      p('between'),
      item(0, 'three'),
      item(0, 'four', 2),
      item(1, 'four one', 2),
      item(0, 'again', 4),
      item(0, 'dot', 3),
    ].join(''),
    parts: { numbering },
  });
  expect(source.lines.map(({ marker }) => marker?.text ?? null)).toEqual([
    '1.',
    'a)',
    'b)',
    '(i)',
    '2.',
    'a)',
    null,
    '3.',
    '4.',
    '4.1',
    '1.',
    '•',
  ]);
  expect(source.lines[9]?.marker).toMatchObject({ style: 'decimal', prefix: '4.', value: 1 });
});

test('tracked insertions are kept, deletions left out, and both are told with their words', async () => {
  const body = `<w:p>${r('We ')}<w:ins w:author="A">${r('always ')}</w:ins><w:del w:author="A"><w:r><w:delText xml:space="preserve">never </w:delText></w:r></w:del>${r('agree.')}</w:p>`;
  const source = await read({ body });
  expect(words(source)).toEqual(['We always agree.']);
  expect(notices(source)).toEqual([
    ['trackedInsertion', 'always'],
    ['trackedDeletion', 'never'],
  ]);
});

test('footnotes, endnotes and comments follow their paragraph as text and are told', async () => {
  const mark = (kind: string) => `<w:r><w:${kind}Reference w:id="5"/></w:r>`;
  const note = (kind: string, text: string) =>
    `<w:${kind} w:id="0" w:type="separator">${p('---')}</w:${kind}><w:${kind} w:id="5" w:author="Ida">${p(text)}</w:${kind}>`;
  const source = await read({
    body: `<w:p>${r('A figure.')}${mark('footnote')}${mark('endnote')}${mark('comment')}</w:p>${p('Next.')}`,
    parts: {
      footnotes: note('footnote', 'From the survey.'),
      endnotes: note('endnote', 'From the census.'),
      comments: note('comment', 'Is this right?').replace(/<w:comment w:id="0".*?<\/w:comment>/, ''),
    },
  });
  expect(words(source)).toEqual([
    'A figure.',
    'From the survey.',
    'From the census.',
    'Is this right?',
    'Next.',
  ]);
  expect(source.notices.map(({ code, at }) => [code, at])).toEqual([
    ['footnote', 1],
    ['endnote', 2],
    ['comment', 3],
  ]);
  const { document } = importSource(source, 'briefing');
  expect(ofKind(document, 'text').map((block) => plainText(block.content))).toContain('Is this right?');
});

test('fields give their results, links their words, and drawings what is written in them, once', async () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const box = `<w:txbxContent>${p('In the box')}</w:txbxContent>`;
  const source = await read({
    body: `<w:p>${r('Page ')}${mark('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>${mark('separate')}${r('seven')}${mark('end')}${r(', see ')}<w:hyperlink r:id="h1">${r('the guidance')}</w:hyperlink><w:r><w:tab/><w:t>and</w:t><w:br/><w:t>below</w:t></w:r></w:p>
      <w:p>${r('Boxed')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
      <w:sdt><w:sdtContent><w:p><w:smartTag>${r('Tagged')}</w:smartTag></w:p></w:sdtContent></w:sdt>
      <w:p>${r('Seen')}${r('unseen', '<w:vanish/>')}</w:p>`,
    links: { h1: 'https://guide.example/' },
  });
  expect(words(source)).toEqual([
    'Page seven, see the guidance and\nbelow',
    'Boxed',
    'In the box',
    'Tagged',
    'Seen',
  ]);
  expect(notices(source)).toEqual([
    ['link', 'https://guide.example/'],
    ['textBox', 'In the box'],
    ['hiddenText', 'unseen'],
  ]);
});

test('the marking comes from the header, and its other words are told', async () => {
  const source = await read({
    body: p('MEETING WITH THE CHAIR'),
    parts: { header1: p('OFFICIAL-SENSITIVE'), footer1: `${p('Draft 3')}<w:p>${r('Page ')}</w:p>` },
  });
  expect(source.headerMarking).toBe('OFFICIAL-SENSITIVE');
  expect(notices(source)).toEqual([['headerFooter', 'Draft 3']]);
  expect(importSource(source).document.marking?.classification).toBe('OFFICIAL-SENSITIVE');
});

test('a table of labels becomes fields; any other is a table, and its first row is told to be its head', async () => {
  const row = (...cells: string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;
  const source = await read({
    body: `${p('MEETING WITH THE CHAIR')}<w:tbl>${row('Date', '4 May 2026')}${row('Attendees:', 'The Chair')}</w:tbl>
      ${p('BACKGROUND')}<w:tbl>${row('Site', 'Level', 'Trend')}${row('Upper', '3.2', 'down')}</w:tbl>`,
  });
  const { document, report } = importSource(source, 'briefing');
  expect(outline(document)).toEqual([
    'title: MEETING WITH THE CHAIR',
    'field date: 4 May 2026',
    'field attendees: The Chair',
    'heading 1: BACKGROUND',
    'table: Site | Level | Trend / Upper | 3.2 | down',
  ]);
  expect(report.map(({ code }) => code)).toContain('tableHeader');
});

test('a number of a hostile file neither hangs nor fills the memory', async () => {
  const source = await read({
    body: item(0, 'far') + item(1, 'off'),
    parts: {
      numbering: `<w:abstractNum w:abstractNumId="7">${lvl(0, 'lowerRoman', '%1.', 2_000_000_000)}${lvl(1, 'lowerLetter', '%2', -5)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`,
    },
  });
  expect(source.lines[0]?.marker?.text.length).toBeLessThan(100);
});

test('a Word file without any style is read like text: list marks, headings and labels as they were typed', async () => {
  const typed = `MEETING WITH THE CHAIR
Attendees: TBC
1) Storms
Points to make
Risks on land – including floods and falling trees
Floods
- We are building walls that will hold the water back in most of the winters that are to come.
Falling trees
- We are asking every ward to look at the children's
- trees and to cut what is dead.
- **Question**`;
  const source = await read({
    body: typed
      .split('\n')
      .map((line) => p(line))
      .join(''),
  });
  expect(outline(importSource(source).document)).toEqual([
    'title: MEETING WITH THE CHAIR',
    'field attendees: TBC',
    'heading 1: Storms',
    'label: Points to make',
    'heading 2: Risks on land – including floods and falling trees',
    'heading 3: Floods',
    'point: We are building walls that will hold the water back in most of the winters that are to come.',
    'heading 3: Falling trees',
    "point: We are asking every ward to look at the children's trees and to cut what is dead.",
    'point: Question',
  ]);
});

test('lines that Word broke within a paragraph are fields of their own', async () => {
  const source = await read({
    body: `${p('MEETING WITH THE CHAIR')}<w:p><w:r><w:t>Date: 4 May 2026</w:t><w:br/><w:t>Time: 10:30</w:t></w:r></w:p>${p('Points to make')}`,
  });
  expect(outline(importSource(source).document).slice(1, 3)).toEqual([
    'field date: 4 May 2026',
    'field time: 10:30',
  ]);
});

test('a letter typed behind an automatic bullet is the marker, a bullet behind it is nothing', async () => {
  const source = await read({
    body: [item(0, 'a. the pier', 3), item(0, 'b. the wall', 3), item(0, '- the sea', 3)].join(''),
    parts: { numbering },
  });
  expect(source.lines.map(({ marker, content }) => `${marker?.text} ${plainText(content)}`)).toEqual([
    'a. the pier',
    'b. the wall',
    '• - the sea',
  ]);
});

test('a quotation in lines of its own within a paragraph is a quotation', async () => {
  const source = await read({
    body: `${p('Report', 'H')}<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${r('The guide says:')}<w:r><w:br/></w:r>${r('‘Every harbour shall have a master, and every master a book.’')}</w:p>`,
    parts: { numbering, styles: style('H', 'heading 1', '') },
  });
  expect(outline(importSource(source, 'report').document).slice(-2)).toEqual([
    'paragraph: The guide says:',
    'quotation: ‘Every harbour shall have a master, and every master a book.’',
  ]);
});

test('asterisks are formatting only in a Word file that has no other', async () => {
  const typed = p('We **must act** now, with *Safer Seas* in hand.');
  const plain = await read({ body: typed });
  expect(plain.lines[0]?.content).toEqual([
    { type: 'text', text: 'We ' },
    { type: 'text', text: 'must act', bold: true },
    { type: 'text', text: ' now, with ' },
    { type: 'text', text: 'Safer Seas', italic: true },
    { type: 'text', text: ' in hand.' },
  ]);
  expect(notices(plain).map(([code]) => code)).toEqual(['typedMarkup']);
  const formatted = await read({ body: `${typed}<w:p>${r('Bold', '<w:b/>')}</w:p>` });
  expect(words(formatted)[0]).toContain('**must act**');
});

test('"List Bullet 2" stands below "List Bullet", and a typed "o" before a tab is a bullet', async () => {
  const bullets = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>';
  const source = await read({
    body: [
      p('Wall', 'One'),
      p('North', 'Two'),
      '<w:p><w:r><w:t>o</w:t><w:tab/><w:t>Sea</w:t></w:r></w:p>',
    ].join(''),
    parts: {
      numbering,
      styles: style('One', 'List Bullet', bullets) + style('Two', 'List Bullet 2', bullets),
    },
  });
  expect(source.lines.map(({ marker, indent }) => [marker?.style, indent])).toEqual([
    ['bullet', 0],
    ['bullet', 4],
    ['bullet', 0],
  ]);
  expect(words(source)).toEqual(['Wall', 'North', 'Sea']);
});
