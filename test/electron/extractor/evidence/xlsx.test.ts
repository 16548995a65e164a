import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownNumber } from '../../../../electron/extractor/evidence/number-format.ts';
import { xlsx } from './office-files.ts';
import { linesOf, read, refusal, textOf } from './read.ts';

const n = (reference: string, value: string | number, style = 0) =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
const s = (reference: string, at: number) => `<c r="${reference}" t="s"><v>${at}</v></c>`;

test('each sheet is a page under its name, each row a line, empty cells keep their place', async () => {
  const bytes = xlsx({
    strings: ['<t>Place</t>', '<r><t>Cost of </t></r><r><t>repair</t></r><rPh><t>phonetic</t></rPh>'],
    sheets: [
      {
        name: 'Costs & dates',
        rows: `<row>${s('A1', 0)}${s('C1', 1)}</row><row></row><row>${n('B3', 7)}<c r="C3" t="inlineStr"><is><t>in line</t></is></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#REF!</v></c><c r="F3" t="str"><f>A1&amp;"x"</f><v>worked out</v></c></row>`,
      },
      { name: 'Empty', rows: '' },
    ],
    core: '<dc:title>Response costs</dc:title><dc:creator>Jane Smith</dc:creator><dcterms:modified>2026-02-03T10:00:00Z</dcterms:modified>',
  });
  const extraction = await read(bytes, 'costs.xlsx');
  expect(linesOf(extraction)).toEqual([
    ['row', 'Place\t\tCost of repair'],
    ['row', '\t7\tin line\tTRUE\t#REF!\tworked out'],
  ]);
  expect(extraction.pages.map(({ label }) => label)).toEqual(['Costs & dates', 'Empty']);
  expect(extraction.outline.map(({ title, page }) => [title, page])).toEqual([
    ['Costs & dates', 1],
    ['Empty', 2],
  ]);
  expect([extraction.kind, extraction.paged, extraction.textState]).toEqual(['spreadsheet', false, 'text']);
  expect(extraction.about.csl).toMatchObject({
    type: 'dataset',
    title: 'Response costs',
    author: [{ family: 'Smith', given: 'Jane' }],
    issued: { 'date-parts': [[2026, 2, 3]] },
  });
});

test('numbers stand as the workbook shows them', async () => {
  const formats = [
    'General',
    9,
    '#,##0.0',
    14,
    '£#,##0;[Red]-£#,##0',
    'd mmmm yyyy',
    '0.0%',
    '[$€-2] #,##0.00',
    4,
  ];
  const values = [0.1 + 0.2, 0.58, 1284.25, 46_031, -18_400, 46_031.5, 0.0725, 1.5, 1234.5];
  const rows = `<row>${values.map((value, at) => n(`${'ABCDEFGHI'[at]}1`, value, at)).join('')}</row>`;
  expect(textOf(await read(xlsx({ formats, sheets: [{ name: 'S', rows }] }), 'a.xlsx')).split('\t')).toEqual([
    '0.3',
    '58%',
    '1,284.3',
    '09/01/2026',
    '-£18,400',
    '9 January 2026',
    '7.3%',
    '€ 1.50',
    '1,234.50',
  ]);
});

test.each([
  [0, '#,##0;-#,##0;"nil"', 'nil'],
  [1_600_000, '£0.0,,"m"', '£1.6m'],
  [-5, '0;(0)', '(5)'],
  [-5, '0.00', '-5.00'],
  [1.005, '0.00', '1.01'],
  [0.5, '#.##', '.5'],
  [7, '000', '007'],
  [0.75, 'h:mm AM/PM', '6:00 pm'],
  [1.5, '[h]:mm', '36:00'],
  [61, 'yyyy-mm-dd', '1900-03-01'],
  [1, 'd/m/yy', '1/1/00'],
  [46_031.427, 'hh:mm:ss', '10:14:53'],
  [12_345_678_912, '0.00E+00', '12345678912'],
  [0.25, '# ?/?', '0.25'],
  [3, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', '3.00'],
  [0, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', '-'],
  [-3, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', '-3.00'],
])('%d in %s is shown as %s', (value, format, shown) => {
  expect(shownNumber(value, format, false)).toBe(shown);
});

test('any format shows a number in words of one line and without end', () => {
  const piece = fc.constantFrom(
    '#',
    '0',
    ',',
    '.',
    '%',
    ';',
    '"',
    '\\',
    '[',
    ']',
    'd',
    'm',
    'y',
    'h',
    's',
    '_',
    '*',
    'E+',
    '/',
    '@',
    '£',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      (parts, value) => {
        expect(shownNumber(value, parts.join(''), false).length).toBeLessThan(400);
      },
    ),
  );
});

test('whole numbers in thousands read back as themselves', () => {
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(Number(shownNumber(value, '#,##0', false).replaceAll(',', ''))).toBe(value);
    }),
  );
});

test('days counted from 1904 are the same days', async () => {
  const sheets = [{ name: 'S', rows: `<row>${n('A1', 46_031 - 1462)}</row>` }];
  expect(textOf(await read(xlsx({ formats: [14], from1904: true, sheets }), 'a.xlsx'))).toBe('09/01/2026');
});

test('hidden sheets and formulas without a result are told', async () => {
  const { notices } = await read(
    xlsx({
      sheets: [
        { name: 'One', rows: '<row><c r="A1"><f>1+1</f></c></row>' },
        { name: 'Secret', hidden: true, rows: '' },
      ],
    }),
    'a.xlsx',
  );
  expect(notices.join(' ')).toMatch(/“Secret” is hidden.*formulas/);
});

const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const one = (rows: string) => [{ name: 'S', rows }];
test.each([
  [
    'input.damaged',
    'entities.xlsx',
    /document type/,
    { prologue: bomb, strings: ['<t>&b;</t>'], sheets: one('') },
  ],
  ['input.zipBomb', 'swollen.xlsx', /times its size/, { sheets: one('<row></row>'.repeat(4_000_000)) }],
])('%s: %s is refused with its reason', async (code, name, reason, parts) => {
  const fault = await refusal(xlsx(parts), name);
  expect([fault.code, fault.details['reason']]).toEqual([code, expect.stringMatching(reason)]);
});

test('a cell far to the right does not make its row swell', async () => {
  const rows = '<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'.repeat(100);
  const text = textOf(await read(xlsx({ sheets: [{ name: 'S', rows }] }), 'wide.xlsx'));
  expect([text.length < 30_000, text.split('\n').length]).toEqual([true, 100]);
});

test('a workbook cut short is refused as damaged', async () => {
  const whole = xlsx({ sheets: [{ name: 'S', rows: '<row></row>' }] });
  expect((await refusal(whole.subarray(0, whole.length - 40), 'cut.xlsx')).code).toBe('input.damaged');
});
