import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackStructure } from '../../../electron/assembler/structure/pack-structure.ts';
import { RoleMap } from '../../../electron/assembler/structure/role-map.ts';
import { standardTypeOf } from '../../../electron/assembler/structure/standard-types.ts';
import { PdfWriter } from '../../../electron/assembler/write/pdf-writer.ts';
import { renderPdf } from '../../../electron/library/export/pdf/index.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { sampleBrief, sampleReport } from '../library/export/sample-documents.ts';
import { canCheckPdf, checkAccessible } from '../library/export/tools.ts';
import { canReadPacks, complaints, objectsOf, packOf } from './pack-of.ts';
import { PAGE, type RawPage, simplePdf } from './raw-pdf.ts';

type Dict = Readonly<Record<string, unknown>>;

const [brief, report] = await Promise.all([
  renderPdf(printDocument(sampleBrief())),
  renderPdf(printDocument(sampleReport())),
]);

/** The structure tree of a pack as qpdf reads it. */
function structureOf(file: string) {
  const objects = objectsOf(file);
  const objectAt = (name: unknown): unknown => {
    if (typeof name !== 'string' || !/^\d+ \d+ R$/.test(name)) return name;
    return (objects.get(`obj:${name}`) as { value?: unknown } | undefined)?.value;
  };
  const trailer = objects.get('trailer') as { value: Dict };
  const catalog = objectAt(trailer.value['/Root']) as Dict;
  const root = objectAt(catalog['/StructTreeRoot']) as Dict;
  const parents = new Map<number, unknown>();
  const readTree = (node: Dict) => {
    const nums = (node['/Nums'] ?? []) as unknown[];
    for (let at = 0; at < nums.length; at += 2) parents.set(Number(nums[at]), nums[at + 1]);
    for (const kid of (node['/Kids'] ?? []) as string[]) readTree(objectAt(kid) as Dict);
  };
  readTree(objectAt(root['/ParentTree']) as Dict);
  return { objects, objectAt, catalog, root, parents };
}

/** What is wrong between elements, marked content and the parent tree: each has to lead to the other. */
function faultsOf(file: string): string[] {
  const { objects, objectAt, root, parents } = structureOf(file);
  const faults: string[] = [];
  const reached = new Set<string>();
  const claim = (page: unknown, mcid: unknown, element: string) => {
    const key = (objectAt(page) as Dict | undefined)?.['/StructParents'];
    const listed = objectAt(parents.get(Number(key))) as unknown[] | undefined;
    if (listed?.[Number(mcid)] !== element)
      faults.push(`${element}: mark ${mcid} of ${page} leads elsewhere`);
  };
  const visit = (name: string, parent: string) => {
    if (reached.has(name)) faults.push(`${name} stands twice`);
    reached.add(name);
    const element = objectAt(name) as Dict;
    if (element['/P'] !== parent) faults.push(`${name} names another parent`);
    const kids = Array.isArray(element['/K']) ? element['/K'] : [element['/K'] ?? []].flat();
    for (const kid of kids) {
      if (typeof kid === 'number') claim(element['/Pg'], kid, name);
      else if (typeof kid === 'string') visit(kid, name);
      else {
        const dict = kid as Dict;
        if (dict['/Type'] === '/MCR') claim(dict['/Pg'], dict['/MCID'], name);
        else {
          const key = (objectAt(dict['/Obj']) as Dict)['/StructParent'];
          if (parents.get(Number(key)) !== name) faults.push(`${name}: its annotation leads elsewhere`);
        }
      }
    }
  };
  visit(
    root['/K'] as string,
    [...objects].find(([, object]) => (object as { value?: unknown }).value === root)?.[0].slice(4) ?? '',
  );
  for (const [key, value] of parents) {
    for (const element of [objectAt(value)].flat()) {
      if (typeof element === 'string' && !reached.has(element)) faults.push(`${key} leads out of the tree`);
    }
  }
  return faults;
}

test.runIf(canReadPacks)(
  'parts with tags make one tree in which everything leads back to where it came from',
  async () => {
    const { file, assembled } = await packOf(
      [
        { bytes: brief, origin: 'ours', name: 'Brief' },
        { bytes: report, name: 'Report', item: 'Agenda Item 2' },
        { bytes: brief, name: 'Brief again', pages: [0] },
      ],
      { bookmarks: [{ title: 'Brief', leaf: 0, part: null, children: [] }] },
    );
    expect(complaints(file)).toBe('');
    expect(faultsOf(file)).toEqual([]);
    expect(assembled.notices).toEqual([]);
    const { objectAt, catalog, root } = structureOf(file);
    const document = objectAt(root['/K']) as Dict;
    const parts = (document['/K'] as string[]).map((part) => objectAt(part) as Dict);
    expect(parts.map((part) => [part['/S'], part['/T']])).toEqual([
      ['/Part', 'u:Brief'],
      ['/Part', 'u:Report'],
      ['/Part', 'u:Brief again'],
    ]);
    expect(catalog).toMatchObject({ '/Lang': 'u:en-GB', '/MarkInfo': { '/Marked': true } });
  },
);

test.runIf(canCheckPdf)(
  'no finding from check-pdf --ua (skipped without ../shared/tools, qpdf and mutool)',
  async () => {
    const { bytes } = await packOf(
      [
        { bytes: brief, origin: 'ours' },
        { bytes: report, item: 'Agenda Item 2' },
      ],
      { marking: 'OFFICIAL', bookmarks: [{ title: 'Item 2', leaf: 1, part: 1, children: [] }] },
    );
    expect(checkAccessible(bytes)).toMatchObject({ status: 0 });
  },
);

const marked = (text: string) => `/P<</MCID 0>>BDC BT /F1 12 Tf 72 700 Td (${text}) Tj ET EMC`;
const structured: RawPage = { entries: '/MediaBox[0 0 595 842]/StructParents 0', content: marked('Words') };

/** A file whose elements have types of its own. */
function withRole(role: string, standard: string): Buffer {
  return simplePdf([structured], '/MarkInfo<</Marked true>>/StructTreeRoot 100 0 R', {
    100: `<</Type/StructTreeRoot/K 101 0 R/RoleMap<</${role} /${standard}>>/ParentTree<</Nums[0[101 0 R]]>>>>`,
    101: `<</S/${role}/P 100 0 R/Pg ${PAGE} 0 R/K 0/ID(one)/C/big>>`,
  });
}

test.runIf(canReadPacks)('a type that two files mean differently stands under two names', async () => {
  const { file } = await packOf([
    { bytes: withRole('Kop', 'H1') },
    { bytes: withRole('Kop', 'P') },
    { bytes: withRole('Kop', 'H1') },
  ]);
  expect(faultsOf(file)).toEqual([]);
  const { root, objects } = structureOf(file);
  expect(root['/RoleMap']).toEqual({ '/Kop': '/H1', '/Kop_2': '/P' });
  const types = [...objects.values()]
    .map((object) => (object as { value?: Dict }).value ?? {})
    .flatMap((value) => (String(value['/S']).startsWith('/Kop') ? [value['/S']] : []));
  expect(types).toEqual(['/Kop', '/Kop_2', '/Kop']);
});

test('a name of the role map means one thing, whatever is asked for in whatever order', () => {
  const wish = fc.tuple(fc.constantFrom('Kop', 'Kop_2', 'Tekst', 'P'), fc.constantFrom('P', 'H1', 'Span'));
  fc.assert(
    fc.property(fc.array(wish), (wishes) => {
      const roles = new RoleMap();
      const given = wishes.map(([type, standard]) => [roles.nameFor(type, standard), standard] as const);
      const meaning = new Map<string, string>();
      for (const [name, standard] of given) {
        if (name === 'P') continue;
        expect(meaning.get(name) ?? standard).toBe(standard);
        meaning.set(name, standard);
      }
    }),
  );
});

test('a chain of roles ends at what it stands for, a circle at nothing', () => {
  const map: Readonly<Record<string, string>> = {
    Kop: 'Heading',
    Heading: 'H2',
    Left: 'Right',
    Right: 'Left',
  };
  expect(standardTypeOf('Kop', (type) => map[type])).toBe('H2');
  expect(standardTypeOf('Left', (type) => map[type])).toBe('NonStruct');
  expect(standardTypeOf('Strong', () => undefined)).toBe('Span');
});

test('every key of the parent tree is given once and found again', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 3 }), { maxLength: 5 }), { maxLength: 300 }), (pages) => {
      const pieces: Buffer[] = [];
      const writer = new PdfWriter({ write: (bytes) => pieces.push(Buffer.from(bytes)) });
      const structure = new PackStructure(writer);
      const keys = pages.map((elements) => {
        const key = structure.nextKey();
        if (elements.length > 0) structure.setPage(key, elements);
        return key;
      });
      expect(new Set(keys).size).toBe(pages.length);
      structure.write();
    }),
    { numRuns: 20 },
  );
});

test.runIf(canReadPacks)(
  'pages without tags keep their words for those who listen, and are told',
  async () => {
    const { file, assembled } = await packOf([
      { bytes: brief, origin: 'ours' },
      { bytes: simplePdf([{}, {}]), name: 'Scan.pdf', item: 'Agenda Item 3' },
    ]);
    expect(complaints(file)).toBe('');
    expect(faultsOf(file)).toEqual([]);
    expect(assembled.notices.find(({ kind }) => kind === 'untagged')).toMatchObject({
      part: 1,
      pages: [1, 2],
    });
    const { catalog, objects } = structureOf(file);
    const metadata = String(catalog['/Metadata']);
    expect(objects.has(`obj:${metadata}`)).toBe(true);
  },
);

test.runIf(canReadPacks)('a page that is a picture says so', async () => {
  const picture = {
    entries: '/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray',
    content: 'x',
  };
  const scan = simplePdf([{}], '', { 200: picture })
    .toString('latin1')
    .replace('/Resources<</Font<</F1 4 0 R>>>>', '/Resources<</XObject<</Im1 200 0 R>>>>    ')
    .replace(/BT .*? ET/, (words) => 'q 500 0 0 700 40 70 cm /Im1 Do Q'.padEnd(words.length));
  const { file } = await packOf([{ bytes: Buffer.from(scan, 'latin1'), name: 'Map of the site' }]);
  expect(complaints(file)).toBe('');
  const figure = [...objectsOf(file).values()]
    .map((object) => (object as { value?: Dict }).value ?? {})
    .find((value) => value['/S'] === '/Figure');
  expect(figure?.['/Alt']).toBe('u:Page 1 of “Map of the site”, a picture without words');
});

test.runIf(canReadPacks)('sheets that lie between papers are read where they lie', async () => {
  const job = [
    { bytes: simplePdf([structured, structured]), name: 'Blanks' },
    { bytes: simplePdf([structured]), name: 'Paper' },
  ];
  const { job: plain } = await packOf(job);
  const order = [plain.leaves[0], plain.leaves[2], plain.leaves[1]].flatMap((leaf) => leaf ?? []);
  const { file } = await packOf(job, { leaves: order });
  const { objectAt, root } = structureOf(file);
  const parts = ((objectAt(root['/K']) as Dict)['/K'] as string[]).map(
    (part) => (objectAt(part) as Dict)['/T'],
  );
  expect(parts).toEqual(['u:Blanks', 'u:Paper', 'u:Blanks']);
  expect(faultsOf(file)).toEqual([]);
});
