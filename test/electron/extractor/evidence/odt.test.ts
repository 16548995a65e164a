import { expect, test } from 'vitest';
import { odt } from './office-files.ts';
import { linesOf, read, refusal, textOf } from './read.ts';

const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted words</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Flood <text:span>review</text:span></text:h>
<text:p>One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>next line<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> and on.</text:p>
<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>
<text:p text:style-name="Quotations">They said so.</text:p>
<table:table><table:table-row><table:table-cell><text:p>Place</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Homes</text:p><text:p>flooded</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>Around it</text:p>`;

test('an OpenDocument text gives its lines and what they are', async () => {
  const extraction = await read(odt({ body }), 'review.odt');
  expect(linesOf(extraction)).toEqual([
    ['heading', 'Flood review'],
    ['text', 'One two three'],
    ['text', 'next line and on.'],
    ['aside', 'A note.'],
    ['item', 'An item'],
    ['quote', 'They said so.'],
    ['row', 'Place\t\t\tHomes flooded'],
    ['text', 'In a box'],
    ['text', 'Around it'],
  ]);
  expect(extraction.outline).toEqual([{ title: 'Flood review', page: 1, level: 0 }]);
  expect([extraction.kind, extraction.paged]).toEqual(['odt', false]);
  expect(extraction.notices.join()).toContain('tracked changes');
});

test('it says who wrote it, and a marking in the header of its pages', async () => {
  const { about } = await read(
    odt({
      body: '<text:p>x</text:p>',
      styles:
        '<style:header><text:p>OFFICIAL<text:s/>SENSITIVE</text:p><text:p>OFFICIAL-SENSITIVE</text:p></style:header>',
      meta: '<dc:title>Review</dc:title><meta:initial-creator>Jane Smith</meta:initial-creator><dc:date>2026-02-03T10:00:00</dc:date><meta:generator>LibreOffice/7.4</meta:generator>',
    }),
    'review.odt',
  );
  expect(about).toMatchObject({
    csl: {
      title: 'Review',
      author: [{ family: 'Smith', given: 'Jane' }],
      issued: { 'date-parts': [[2026, 2, 3]] },
    },
    marking: 'OFFICIAL-SENSITIVE',
  });
});

test('pages are those that the program marked; a page begun within a paragraph begins with the next one', async () => {
  const extraction = await read(
    odt({
      automaticStyles:
        '<style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style><style:style style:name="P2" style:parent-style-name="P1"/>',
      body: '<text:p>one</text:p><text:p>two <text:soft-page-break/>still two</text:p><text:p>three</text:p><text:p text:style-name="P2">four</text:p><text:soft-page-break/><text:h text:outline-level="2">five</text:h>',
    }),
    'pages.odt',
  );
  expect(extraction.pages.map(({ text }) => text)).toEqual(['one\ntwo still two', 'three', 'four', 'five']);
  expect(extraction.outline).toEqual([{ title: 'five', page: 4, level: 1 }]);
  expect(extraction.paged).toBe(true);
});

test('breaks that are not all the pages there are give no page numbers', async () => {
  const parts = {
    automaticStyles:
      '<style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style>',
    body: '<text:p>one</text:p><text:p text:style-name="P1">two</text:p>',
  };
  const unsure = await read(
    odt({ ...parts, meta: '<meta:document-statistic meta:page-count="5"/>' }),
    'a.odt',
  );
  expect([unsure.paged, textOf(unsure), unsure.pages.length]).toEqual([false, 'one\ntwo', 1]);
  const sure = await read(odt({ ...parts, meta: '<meta:document-statistic meta:page-count="2"/>' }), 'a.odt');
  expect([sure.paged, sure.pages.length]).toEqual([true, 2]);
});

const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
test.each([
  ['input.encrypted', /password/, odt({ body: '', manifest: '<manifest:encryption-data/>' })],
  ['input.damaged', /document type/, odt({ body: '<text:p>&b;</text:p>', prologue: laughs })],
  ['input.damaged', /nest more than 250/, odt({ body: '<text:span>'.repeat(3000) })],
  ['input.damaged', /not well-formed/, odt({ body: '<text:p>' })],
  ['input.zipBomb', /times its size/, odt({ body: `<text:p>${' '.repeat(20_000_000)}</text:p>` })],
])('%s: a harmful or broken file is refused with its reason', async (code, reason, bytes) => {
  const fault = await refusal(bytes, 'odd.odt');
  expect([fault.code, fault.details['reason']]).toEqual([code, expect.stringMatching(reason)]);
});

test('columns and spaces repeated without end stay few', async () => {
  const swollen = odt({
    body: '<text:p>a<text:s text:c="999999999"/>b</text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="999999999"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
  });
  expect(textOf(await read(swollen, 'a.odt')).length).toBeLessThan(1000);
});
