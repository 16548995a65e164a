import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { annotationsOf } from '../../../electron/assembler/inspect/annotations.ts';
import { documentFacts } from '../../../electron/assembler/inspect/document-facts.ts';
import { missingFonts } from '../../../electron/assembler/inspect/fonts.ts';
import { openSource } from '../../../electron/assembler/objects/open-source.ts';
import { Walk } from '../../../electron/assembler/proof/walk.ts';
import { canReadPacks, complaints, packOf } from './pack-of.ts';
import { type RawStream, rawPdf } from './raw-pdf.ts';

/** Objects from 1 on, of which the first pages and the catalogue refer to the others and to some that are missing. */
const OBJECTS = 24;
const FIRST_PAGE = 3;
const PAGES = 2;

/** Every entry that is looked at anywhere, so that what leads nowhere, in a circle or to another kind is met often. */
const KEYS =
  'Type Subtype S K Pg P Obj Stm MCID A C ID NS Ref Kids Names Nums Dests Limits Count First Last Next Prev Parent Title Dest D N F EF UF ' +
  'Annots Rect AP AS FT Ff V DA T TU Fields AcroForm XFA Contents Resources Font XObject Properties Pattern OC OCGs OCProperties ON OFF ' +
  'BaseState Order Usage View Event MediaBox CropBox Rotate UserUnit Group StructTreeRoot RoleMap ClassMap ParentTree IDTree StructParents ' +
  'StructParent Headers O BBox Matrix Length Filter DecodeParms Predictor Lang Metadata MarkInfo Marked Names EmbeddedFiles JavaScript ' +
  'OpenAction AA PA URI BaseFont FontDescriptor FontFile2 DescendantFonts ToUnicode Encoding Differences Outlines Collection AF Namespaces';
const NAMES =
  'Page Pages Catalog Form Image Link Widget Highlight FileAttachment Redact Popup Screen StructElem MCR OBJR Document P Table TR TD TH ' +
  'Figure Note Link GoTo URI JavaScript Launch Named NextPage Tx Btn Sig Type0 Type1 Type3 Helvetica FlateDecode ASCIIHexDecode LZWDecode ' +
  'Crypt OCG OCMD Fit XYZ FitR OFF ON Off Yes F1 Odd#20Name';

const name = fc.constantFrom(...NAMES.split(' '), '', 'x'.repeat(300)).map((text) => `/${text}`);
const reference = fc.integer({ min: 0, max: OBJECTS + 3 }).map((number) => `${number} 0 R`);
const scalar = fc.oneof(
  { weight: 6, arbitrary: reference },
  { weight: 3, arbitrary: name },
  fc.integer({ min: -3, max: 9 }).map(String),
  fc.constantFrom('-2147483649', '-99999999999999999999', '0.00001', 'true', 'false', 'null'),
  fc.constantFrom('(words)', '(\\377\\376\\000)', '<FEFF00>', '<>', '()'),
);
const { value } = fc.letrec<{ value: string; array: string; dict: string }>((tie) => ({
  value: fc.oneof({ depthSize: 'small', maxDepth: 5 }, scalar, tie('dict'), tie('array')),
  array: fc.array(tie('value'), { maxLength: 5 }).map((items) => `[${items.join(' ')}]`),
  dict: fc
    .array(fc.tuple(fc.constantFrom(...KEYS.split(' ')), tie('value')), { maxLength: 9 })
    .map((entries) => `<<${entries.map(([key, item]) => `/${key} ${item}`).join('')}>>`),
}));
const CONTENT = 'q BT /F1 12 Tf (Words) Tj ET /P<</MCID 0>>BDC EMC /F1 Do Q Q EMC';
const stream = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...KEYS.split(' ')), scalar), { maxLength: 6 }), fc.boolean())
  .map(([entries, drawn]): RawStream => {
    const inside = entries.filter(([key]) => key !== 'Length').map(([key, item]) => `/${key} ${item}`);
    return { entries: inside.join(''), content: drawn ? CONTENT : 'no stream of anything' };
  });
const object = fc.oneof({ weight: 5, arbitrary: value }, { weight: 2, arbitrary: stream });

/** A file that has its pages, whatever else is wrong with it. */
const file = fc
  .record({
    objects: fc.array(object, { minLength: OBJECTS, maxLength: OBJECTS }),
    catalog: fc.array(
      fc.tuple(
        fc.constantFrom(
          'StructTreeRoot',
          'Outlines',
          'Names',
          'AcroForm',
          'OCProperties',
          'Dests',
          'OpenAction',
          'Metadata',
          'AA',
          'Lang',
        ),
        value,
      ),
    ),
    page: fc.array(
      fc.tuple(
        fc.constantFrom(
          'Annots',
          'Resources',
          'Contents',
          'MediaBox',
          'Rotate',
          'UserUnit',
          'Group',
          'AA',
          'CropBox',
        ),
        value,
      ),
    ),
  })
  .map(({ objects, catalog, page }) => {
    const all: Record<number, string | RawStream> = {};
    for (const [at, one] of objects.entries()) all[at + 1] = one;
    const entries = (pairs: readonly (readonly [string, string])[]) =>
      pairs.map(([key, item]) => `/${key} ${item}`).join('');
    all[1] = `<</Type/Catalog${entries(catalog)}/Pages 2 0 R>>`;
    const kids = Array.from({ length: PAGES }, (_, at) => `${FIRST_PAGE + at} 0 R`);
    all[2] = `<</Type/Pages/Count ${PAGES}/Kids[${kids.join(' ')}]>>`;
    for (let at = 0; at < PAGES; at += 1)
      all[FIRST_PAGE + at] = `<</MediaBox[0 0 300 300]${entries(page)}/Type/Page/Parent 2 0 R>>`;
    return rawPdf(all).toString('latin1');
  });

/** What goes wrong in a way nobody thought of is logged before it gets its general words. */
const unthought = vi.spyOn(console, 'error');
beforeEach(() => unthought.mockReset());
afterEach(() => expect(unthought.mock.calls).toEqual([]));

test('whatever refers to whatever, every fact about a file is found without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      const source = await openSource(Buffer.from(text, 'latin1'));
      documentFacts(source, '1.7');
      annotationsOf(source.pages);
      missingFonts(source.pages);
      Array.from(new Walk(source, []).texts());
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('whatever refers to whatever, a pack comes of it that can be read and proved', async () => {
  let checked = 0;
  await fc.assert(
    fc.asyncProperty(file, fc.boolean(), async (text, keepAnnotations) => {
      const bytes = Buffer.from(text, 'latin1');
      const pack = await packOf([{ bytes, pages: [0, 1, 0], item: 'Agenda Item 6' }], {
        keepAnnotations,
        bookmarks: [{ title: 'Item 6', leaf: 0, part: 0, children: [] }],
      });
      expect(pack.assembled.pages).toBe(3);
      expect([...new Walk(await openSource(pack.bytes), []).texts()].length).toBeGreaterThan(0);
      if (!canReadPacks || checked >= 8) return;
      checked += 1;
      expect(complaints(pack.file)).toBe('');
    }),
    { numRuns: 60 },
  );
}, 240_000);

const WORDS = 'BT /F1 12 Tf 50 50 Td (Harrow words) Tj ET';

/** The words of a pack of one page with this content, after qpdf had nothing to say of it. */
async function wordsOf(content: RawStream): Promise<string> {
  const bytes = rawPdf({
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    4: content,
    5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  });
  const pack = await packOf([{ bytes, pages: [0], item: 'Agenda Item 6' }], {});
  expect(complaints(pack.file)).toBe('');
  return [...new Walk(await openSource(pack.bytes), []).texts()].map(({ text }) => text).join(' ');
}

test.skipIf(!canReadPacks).each(['()', '5', '<</A 1>>', '[()]', '[null 7 0 R]', '[true 3]'])(
  'a stream whose filter is %s, which is no name, comes into the pack as one without',
  async (filter) => {
    const entries = `/Filter ${filter}/DecodeParms<</Predictor 12>>`;
    expect(await wordsOf({ entries, content: WORDS })).toContain('Harrow words');
  },
);

test.skipIf(!canReadPacks)(
  'of several filters those that are names are kept, and read the stream',
  async () => {
    const content = `${deflateSync(Buffer.from(WORDS)).toString('hex')}>`;
    const entries = '/Filter [/ASCIIHexDecode () /FlateDecode]';
    expect(await wordsOf({ entries, content })).toContain('Harrow words');
  },
);
