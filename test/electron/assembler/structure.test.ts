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
  const dictOf = (name: unknown): Dict | undefined => {
    const object = objects.get(`obj:${name}`) as { value?: Dict; stream?: { dict: Dict } } | undefined;
    return object?.value ?? object?.stream?.dict;
  };
  const claim = (page: unknown, mcid: unknown, element: string) => {
    const key = dictOf(page)?.['/StructParents'];
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
        if (dict['/Type'] === '/MCR') claim(dict['/Stm'] ?? dict['/Pg'], dict['/MCID'], name);
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

test.runIf(canReadPacks)(
  'a page of which its tags leave something out is told, and the pack does not claim PDF/UA',
  async () => {
    const tagged = (content: string) =>
      simplePdf(
        [{ entries: '/MediaBox[0 0 595 842]/StructParents 0', content }],
        '/MarkInfo<</Marked true>>/StructTreeRoot 100 0 R',
        {
          100: '<</Type/StructTreeRoot/K 101 0 R/ParentTree<</Nums[0[101 0 R]]>>>>',
          101: `<</Type/StructElem/S/P/P 100 0 R/Pg ${PAGE} 0 R/K 0>>`,
        },
      );
    const words = '/P<</MCID 0>>BDC BT (In) Tj ET EMC';
    const kindsOf = async (content: string) =>
      (await packOf([{ bytes: tagged(content) }])).assembled.notices.map(({ kind }) => kind);
    expect(await kindsOf(`/Artifact BMC 0 0 9 9 re f EMC q ${words} Q`)).not.toContain('partlyTagged');
    for (const loose of [
      'BT (Out) Tj ET',
      '0 0 9 9 re f*',
      '0 0 m 9 9 l S',
      'BI /W 1 /H 1 /BPC 8 /CS /G ID a EI',
    ])
      expect([loose, await kindsOf(`${words} ${loose}`)]).toEqual([
        loose,
        expect.arrayContaining(['partlyTagged']),
      ]);
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

/** As InDesign, Word and programs of PDF 2.0 write it: everything a structure tree may have, and a parent tree in nodes. */
function everyKindOfTag(): Buffer {
  const pages: RawPage[] = [
    {
      entries: `/MediaBox[0 0 595 842]/StructParents 0/Annots[110 0 R]/Tabs/S`,
      content:
        '/Title<</MCID 0>>BDC BT /F1 20 Tf 90 700 Td (Sheet 1) Tj ET EMC /Fm Do /Artifact BMC 0 0 9 9 re f EMC',
    },
    {
      entries: '/MediaBox[0 0 595 842]/StructParents 7',
      content: '/TD<</MCID 0>>BDC BT /F1 9 Tf 90 600 Td (Cell) Tj ET EMC',
    },
  ];
  const more = {
    100: '<</Type/StructTreeRoot/K[101 0 R]/ParentTree 120 0 R/ParentTreeNextKey 9/RoleMap<</Story/Art/Art2/Story>>/ClassMap<</Wide<</O/Layout/SpaceBefore 9>>/Tall[<</O/Layout/SpaceAfter 3>>]>>/IDTree 125 0 R/Namespaces[130 0 R 131 0 R]>>',
    101: '<</Type/StructElem/S/Document/P 100 0 R/K[102 0 R 103 0 R 104 0 R 106 0 R]/NS 130 0 R/Lang(en-GB)>>',
    102: `<</Type/StructElem/S/Title/P 101 0 R/Pg ${PAGE} 0 R/K 0/NS 130 0 R/C[/Wide 0/Tall]>>`,
    103: `<</Type/StructElem/S/lead/P 101 0 R/Pg ${PAGE} 0 R/K<</Type/MCR/Pg ${PAGE} 0 R/Stm 111 0 R/MCID 0>>/NS 131 0 R>>`,
    104: `<</Type/StructElem/S/Art2/P 101 0 R/K[105 0 R]/C/Wide>>`,
    105: `<</Type/StructElem/S/Link/P 104 0 R/Pg ${PAGE} 0 R/K[<</Type/OBJR/Obj 110 0 R>><</Type/MCR/Pg ${PAGE} 0 R/Stm 111 0 R/MCID 1>>]/Alt(A link)>>`,
    106: '<</Type/StructElem/S/Table/P 101 0 R/K[107 0 R]>>',
    107: '<</Type/StructElem/S/TR/P 106 0 R/K[108 0 R 109 0 R]>>',
    108: '<</Type/StructElem/S/TH/P 107 0 R/ID(h1)/A[<</O/Table/Scope/Column>>]/K[]>>',
    109: `<</Type/StructElem/S/TD/P 107 0 R/Pg ${PAGE + 1} 0 R/K[0]/A<</O/Table/Headers[(h1)]>>>>`,
    110: '<</Type/Annot/Subtype/Link/Rect[90 640 200 660]/StructParent 5/A<</S/URI/URI(https://www.gov.uk/)>>>>',
    111: {
      entries: '/Type/XObject/Subtype/Form/BBox[0 0 595 842]/StructParents 3/Resources<</Font<</F1 4 0 R>>>>',
      content:
        '/P<</MCID 0>>BDC BT /F1 12 Tf 90 660 Td (Within a form) Tj ET EMC /Link<</MCID 1>>BDC BT /F1 12 Tf 90 645 Td (A link) Tj ET EMC',
    },
    120: '<</Kids[121 0 R 122 0 R]>>',
    121: '<</Limits[0 3]/Kids[123 0 R]>>',
    122: '<</Limits[5 7]/Nums[5 105 0 R 7[109 0 R]]>>',
    123: '<</Limits[0 3]/Nums[0[102 0 R]3[103 0 R 105 0 R]]>>',
    125: '<</Names[(h1)108 0 R]>>',
    130: '<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>',
    131: '<</Type/Namespace/NS(https://example.org/tags)/RoleMapNS<</lead[/P 130 0 R]>>>>',
  };
  const bytes = simplePdf(
    pages,
    '/MarkInfo<</Marked true>>/Lang(en-GB)/StructTreeRoot 100 0 R',
    more,
  ).toString('latin1');
  return Buffer.from(
    bytes.replace(
      '/Resources<</Font<</F1 4 0 R>>>>/Contents 1000',
      '/Resources<</Font<</F1 4 0 R>>/XObject<</Fm 111 0 R>>>>/Contents 1000',
    ),
    'latin1',
  );
}

test.runIf(canReadPacks)(
  'whatever a structure tree is made of comes into the pack, twice over, and each is what it was',
  async () => {
    const bytes = everyKindOfTag();
    const { file, assembled } = await packOf([
      { bytes: report, origin: 'ours' },
      { bytes, item: 'Agenda Item 2' },
      { bytes },
    ]);
    expect(complaints(file)).toBe('');
    expect(faultsOf(file)).toEqual([]);
    expect(assembled.notices.map(({ kind }) => kind)).not.toContain('untagged');
    const { objects, root } = structureOf(file);
    const elements = [...objects.values()].map((object) => (object as { value?: Dict }).value ?? {});
    const roles = root['/RoleMap'] as Dict;
    const standards = elements
      .filter((value) => value['/Type'] === '/StructElem')
      .map((value) => roles[value['/S'] as string] ?? value['/S']);
    const count = (type: string) => standards.filter((each) => each === type).length;
    // Each twice, besides those of the report.
    const alone = await packOf([{ bytes: report, origin: 'ours' }]);
    const before = [...structureOf(alone.file).objects.values()].map(
      (object) => (object as { value?: Dict }).value ?? {},
    );
    const own = (type: string) =>
      before.filter((value) => value['/Type'] === '/StructElem' && value['/S'] === type).length;
    for (const type of ['/Art', '/TH', '/TD', '/TR', '/Table'])
      expect([type, count(type) - own(type)]).toEqual([type, 2]);
    expect(elements.some((value) => value['/S'] === '/lead')).toBe(true);
    expect(roles['/lead']).toBe('/P');
    expect(roles['/Title']).toBe('/P');
    const ids = elements
      .filter((value) => value['/S'] === '/TH' && typeof value['/ID'] === 'string')
      .map((value) => value['/ID']);
    expect(new Set(ids).size).toBe(ids.length);
    const headers = elements
      .filter((value) => value['/S'] === '/TD')
      .flatMap((value) => ((value['/A'] as Dict)?.['/Headers'] as unknown[]) ?? []);
    for (const header of headers) expect(ids).toContain(header);
    const classes = Object.keys(root['/ClassMap'] as Dict);
    expect(classes).toHaveLength(4);
    const forms = [...objects.values()].map(
      (object) => (object as { stream?: { dict: Dict } }).stream?.dict ?? {},
    );
    expect(forms.filter((dict) => dict['/Subtype'] === '/Form' && '/StructParents' in dict)).toHaveLength(2);
  },
);
