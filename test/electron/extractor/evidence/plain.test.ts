import { expect, test } from 'vitest';
import { linesOf, read, refusal, textOf } from './read.ts';

test('plain text keeps its lines; of several empty ones one stays', async () => {
  const extraction = await read(
    '\r\n\r\nOne  two  \r\n\r\n\r\n\r\nThree\u00a0four\tfive\u0007\r\n\n',
    'a.txt',
  );
  expect(textOf(extraction)).toBe('One  two\n\nThree four\tfive');
  expect([extraction.kind, extraction.textState, extraction.notices]).toEqual(['text', 'text', []]);
});

test('a file of white space is kept and said to have no text', async () => {
  const { textState, pages } = await read(' \n\n', 'a.txt');
  expect([textState, pages]).toEqual(['none', [{ label: null, text: '', roles: [] }]]);
});

test('Markdown says what its lines are, its headings are its outline, and its front matter is about it', async () => {
  const extraction = await read(
    '---\ntitle: "Line levels"\nauthor: Jane Smith\ndate: 2026-02-01\n---\n# Levels\n\nText.\n\n## Rivers\n- one\n> said\n| a | b |\n```\n# no heading\n```\nUnder\n=====\n',
    'levels.md',
  );
  expect(linesOf(extraction).filter(([, line]) => line !== '')).toEqual([
    ['heading', '# Levels'],
    ['text', 'Text.'],
    ['heading', '## Rivers'],
    ['item', '- one'],
    ['quote', '> said'],
    ['row', '| a | b |'],
    ['text', '```'],
    ['text', '# no heading'],
    ['text', '```'],
    ['heading', 'Under'],
    ['text', '====='],
  ]);
  expect(extraction.outline).toEqual([
    { title: 'Levels', page: 1, level: 0 },
    { title: 'Rivers', page: 1, level: 1 },
    { title: 'Under', page: 1, level: 0 },
  ]);
  expect(extraction.about.csl).toEqual({
    type: 'document',
    title: 'Line levels',
    author: [{ family: 'Smith', given: 'Jane' }],
    issued: { 'date-parts': [[2026, 2, 1]] },
  });
});

test('old encodings are read, and said to be a guess', async () => {
  const extraction = await read(Buffer.from('\x80 5 \x93quoted\x94', 'latin1'), 'a.txt');
  expect(textOf(extraction)).toBe('€ 5 “quoted”');
  expect(extraction.notices).toHaveLength(1);
});

test.each([
  ['input.empty', 'empty.txt', ''],
  ['input.binary', 'nul.txt', 'a\0b\x01\x02c'],
  ['input.encoding', 'odd.txt', Buffer.from([0x41, 0x81, 0x8d, 0xff])],
  ['input.unsupported', 'slides.odp.xyz', 'what is this'],
  ['input.unsupported', 'program.exe', Buffer.from('\x7fELF\x02')],
  ['input.unsupported', 'drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
])('%s: %s is refused by its name', async (code, name, bytes) => {
  expect((await refusal(bytes, name)).code).toBe(code);
});

test.each([
  ['minutes.pdf', 'it is called .pdf but is not a PDF inside'],
  ['minutes.DOCX', 'it is called .docx but is not a Word document inside'],
  ['costs.xlsx', 'it is called .xlsx but is not an Excel workbook inside'],
  ['photo.jpeg', 'it is called .jpeg but is not a JPEG picture inside'],
])('%s without what its name promises is refused for that', async (name, reason) => {
  const { code, details } = await refusal('Words of a text file.', name);
  expect([code, details['reason']]).toEqual(['input.misnamed', reason]);
});

test('what a file is, is decided by its bytes before its name', async () => {
  expect((await read('<!doctype html><p>A page</p>', 'page.txt')).kind).toBe('html');
  expect((await read('A letter', 'letter')).kind).toBe('text');
});

test('a name in any script stands in the message as it is', async () => {
  const { details } = await refusal('', 'Étude “финал” 最终 👩🏽‍🚒.txt');
  expect(details['file']).toBe('Étude “финал” 最终 👩🏽‍🚒.txt');
});
