/** The parts of the second format in the print model: rows, details, tables, pictures, references. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { Block, DespatchDocument, Inline } from '../../../shared/document/schema.ts';
import { detailNames, plainBlockKinds } from '../../../shared/document/schema.ts';
import { plainText } from '../../../shared/document/walk.ts';
import type { PrintBlock, PrintInline, PrintTable } from '../../../shared/print/blocks.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { printedText } from '../../../shared/print/words.ts';
import { builder, GUIDANCE } from '../../electron/library/export/builder.ts';
import { richBrief } from '../../electron/library/export/rich-brief.ts';
import { richReport } from '../../electron/library/export/rich-report.ts';
import { richSubmission } from '../../electron/library/export/rich-submission.ts';
import { documentOf, words } from '../../electron/library/export/sample-documents.ts';

/** Everything a block puts on paper, details and cells included. */
function contents(block: PrintBlock): (readonly PrintInline[])[] {
  const cells = block.type === 'table' ? [block.header ?? [], ...block.rows].flat() : [];
  const details = 'details' in block ? block.details : [];
  return [block, ...details, ...cells].map(({ content }) => content);
}
const tablesOf = (document: DespatchDocument): PrintTable[] =>
  printDocument(document).blocks.filter((block) => block.type === 'table');
const textOf = (table: PrintTable | undefined) =>
  [table?.header ?? [], ...(table?.rows ?? [])].map((row) => row.map(({ content }) => printedText(content)));
const brief = (blocks: Block[]): DespatchDocument =>
  documentOf('briefing', [section(builder().mint, 'topic', blocks)]);

test.each([
  ['brief', richBrief()],
  ['report', richReport()],
  ['submission', richSubmission()],
])('guidance is in no print model: %s', (_, document) => {
  expect(JSON.stringify(document)).toContain(GUIDANCE);
  expect(JSON.stringify(printDocument(document))).not.toContain('xylophone');
});

test('attendees stand in a table for each side, theirs first, without columns nobody filled in', () => {
  const { mint, attendee } = builder();
  const document = documentOf('briefing', [
    section(mint, 'attendees', [
      ...attendee('ours', 'Jo', 'Secretary', ''),
      ...attendee('theirs', 'Ines', 'President', 'Federation'),
      ...attendee('ours', 'Priya', 'Director', ''),
    ]),
  ]);
  expect(tablesOf(document).map(textOf)).toEqual([
    [
      ['For them', 'Role', 'Organisation'],
      ['Ines', 'President', 'Federation'],
    ],
    [
      ['For us', 'Role'],
      ['Jo', 'Secretary'],
      ['Priya', 'Director'],
    ],
  ]);
  for (const { columns } of tablesOf(document))
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test('a table of rows that goes on in the next section stays one; an empty row is left out', () => {
  const { mint, row } = builder();
  const document = documentOf('report', [
    section(mint, 'implications', row('implication', 'Legal', 'None.', 'Ann')),
    section(mint, 'implications', [
      ...row('implication', '', '', ''),
      ...row('implication', '', 'Much.', ''),
    ]),
  ]);
  expect(tablesOf(document).map(textOf)).toEqual([
    [
      ['Area', 'Implications', 'Signed off by'],
      ['Legal', 'None.', 'Ann'],
      ['', 'Much.', ''],
    ],
  ]);
});

test('the details of a block follow it with their labels; an answer needs none', () => {
  const { plain, detail, mint } = builder();
  const [question] = printDocument(
    documentOf('briefing', [
      section(mint, 'qa', [
        plain('likelyQuestion', 'Why?'),
        detail('answer', 'Because.'),
        detail('ifPressed', ''),
        detail('ifPressed', 'No more.'),
      ]),
    ]),
  ).blocks;
  expect(question).toMatchObject({
    type: 'numbered',
    marker: 'Q1',
    details: [{ label: '' }, { label: 'If pressed' }],
  });
});

test('long answers may be parted by a page, short ones not', () => {
  const { plain, detail, mint } = builder();
  const questions = ['Because.', 'Because. '.repeat(400)].map((answer) => [
    plain('likelyQuestion', 'Why?'),
    detail('answer', answer),
  ]);
  const { blocks } = printDocument(documentOf('briefing', [section(mint, 'qa', questions.flat())]));
  expect(blocks.map((block) => 'together' in block && block.together)).toEqual([true, false]);
});

test('figures of a table stand to the right; its caption is counted', () => {
  const { table } = builder();
  const [own] = tablesOf(
    brief([
      table('Costs', [
        ['Harbour', 'Cost'],
        ['Saltmarsh', '£1,250'],
      ]),
    ]),
  );
  expect(own).toMatchObject({ marker: 'Table 1', header: [{}, {}], rows: [[{}, {}]] });
  expect(own?.columns.map(({ numeric }) => numeric)).toEqual([false, true]);
});

test('a picture is as large as it is, or as the page allows', () => {
  const { image } = builder();
  const sizes = [
    image('', 'A'),
    { ...image('', 'B'), width: 3000, height: 1000 },
    { ...image('', 'C'), height: 9000 },
  ];
  expect(printDocument(brief(sizes)).blocks.map((block) => 'printed' in block && block.printed)).toEqual([
    { width: 451, height: 183.22 },
    { width: 451, height: 150.33 },
    { width: 42.67, height: 600 },
  ]);
});

test('references print the number of their target, and name it for the writers', () => {
  const { blocks, anchors } = printDocument(richReport());
  const text = blocks.flatMap(contents).map(printedText).join('\n');
  expect(text).toContain('described in Appendix A, as recommendation a and recommendation b(ii) say.');
  expect(text).toContain(
    'As paragraph 3.2 and paragraph 3.2(b)(i) explain, the cost of waiting grows; see section 2',
  );
  expect([...anchors].sort()).toEqual(
    ['background', 'changes', 'cost-report', 'costs', 'join', 'saving', 'storm', 'summary', 'terms'].sort(),
  );
});

test('a reference to nothing stops the export and names its block; a draft shows it instead', () => {
  const { plain } = builder();
  const gone: Inline = { type: 'reference', target: 'gone', show: 'label' };
  const document = brief([plain('point', [...words('As agreed in '), gone, ...words('.')], { id: 'p' })]);
  let thrown: unknown;
  try {
    printDocument(document);
  } catch (error) {
    thrown = error;
  }
  const error = toErrorData(thrown);
  expect(error).toMatchObject({ code: 'export.brokenReference', details: { blockId: 'p' } });
  expect(explain(error).what).toContain('“As agreed in .”');
  const [point] = printDocument(document, { draft: true }).blocks;
  expect(printedText(point?.content ?? [])).toBe('As agreed in [broken reference].');
});

test('links keep their addresses apart, and runs that differ only by comments are one', () => {
  const content: Inline[] = [
    { type: 'text', text: 'See ' },
    { type: 'text', text: 'this', comments: ['c1'] },
    { type: 'text', text: ' page', link: 'https://a.example/' },
  ];
  const [point] = printDocument(brief([plainBlock(builder().mint, 'point', content)])).blocks;
  expect(point?.content).toEqual([
    { type: 'text', text: 'See this' },
    { type: 'text', text: ' page', link: 'https://a.example/' },
  ]);
});

test('whatever stands under whatever, no word but guidance is lost', () => {
  const kinds = plainBlockKinds.filter((kind) => kind !== 'guidance');
  const { mint, plain, detail } = builder();
  const anyBlock = fc.oneof(
    fc.constantFrom(...kinds).map((kind) => plain(kind, `w${mint()}`)),
    fc.constantFrom(...detailNames).map((name) => detail(name, `w${mint()}`)),
  );
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 25 }), (blocks) => {
      const fresh = blocks.map((block) => ({ ...block, id: mint() }));
      const printed = printDocument(documentOf('submission', [section(mint, 'body', fresh)])).blocks;
      const onPaper = printed.flatMap(contents).map(printedText);
      const written = fresh.map((block) => (block.kind === 'unknown' ? '' : plainText(block.content)));
      expect(onPaper.filter((text) => text.startsWith('wb')).sort()).toEqual(written.sort());
    }),
  );
});
