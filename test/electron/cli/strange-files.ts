/** Supplied PDFs that are right and seldom seen, or wrong in a way that every reader forgives: two pages each. */
import { PAGE, type RawPage, type RawStream, simplePdf } from '../assembler/raw-pdf.ts';

export interface StrangeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Kinds of notices that it must be told of, beside that it has no tags. */
  readonly told?: readonly string[];
  /** It has tags. */
  readonly tagged?: true;
  /** Bearing this instead of "Sheet 1", "Sheet 2". */
  readonly words?: readonly [string, string];
}

const A4 = '/MediaBox[0 0 595 842]';
const draw = (at: number, x = 100, y = 400) => `BT /F1 20 Tf ${x} ${y} Td (Sheet ${at}) Tj ET`;
const both = (entries: string, x?: number, y?: number): RawPage[] =>
  [1, 2].map((at) => ({ entries, content: draw(at, x, y) }));
const plain = () => simplePdf([{}, {}]);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (words: string) => Buffer.from(words, 'latin1');
const swapped = (from: string | RegExp, to: string, bytes: Uint8Array = plain()) => {
  const before = text(bytes);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to change: ${from}`);
  return bytesOf(after);
};

/** Sections of a cross-reference table by first number; each entry a place, or null for a free object. */
function xref(sections: readonly (readonly [first: number, places: readonly (number | null)[]])[]): string {
  const lines = sections.map(([first, places]) => {
    const entries = places.map((place) =>
      place === null ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`,
    );
    return `${first} ${places.length}\n${entries.join('')}`;
  });
  return `xref\n${lines.join('')}`;
}

/** A file with another version appended. @param objects new ones, or others under old numbers; null: freed. */
function updated(
  bytes: Uint8Array,
  objects: Readonly<Record<number, string | null>>,
  root = '1 0 R',
): Buffer {
  let made = text(bytes);
  const prev = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(made)?.[1];
  const sections: [number, (number | null)[]][] = [];
  for (const [number, body] of Object.entries(objects)) {
    sections.push([Number(number), [body === null ? null : made.length]]);
    if (body !== null) made += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = made.length;
  const size = Math.max(2000, ...Object.keys(objects).map(Number)) + 1;
  return bytesOf(
    `${made}${xref(sections)}trailer\n<</Size ${size}/Root ${root}/Prev ${prev}>>\nstartxref\n${start}\n%%EOF\n`,
  );
}

/** Table for readers of PDF 1.4 beside a stream for later ones, which alone has the pages' contents. */
function hybrid(): Buffer {
  const head = '%PDF-1.5\n%\xe2\xe3\xcf\xd3\n';
  const objects: Record<number, string> = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]${A4}/Resources 7 0 R>>`,
    3: '<</Type/Page/Parent 2 0 R/Contents 5 0 R>>',
    4: '<</Type/Page/Parent 2 0 R/Contents 6 0 R>>',
    5: `<</Length ${draw(1).length}>>\nstream\n${draw(1)}\nendstream`,
    6: `<</Length ${draw(2).length}>>\nstream\n${draw(2)}\nendstream`,
  };
  let made = head;
  const places: number[] = [];
  for (const [number, body] of Object.entries(objects)) {
    places.push(made.length);
    made += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const inside = ['<</Font<</F1 8 0 R>>>>', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  const index = `7 0 8 ${(inside[0]?.length ?? 0) + 1} `;
  const packed = `${index}${inside.join(' ')}`;
  const packedAt = made.length;
  made += `9 0 obj\n<</Type/ObjStm/N 2/First ${index.length}/Length ${packed.length}>>\nstream\n${packed}\nendstream\nendobj\n`;
  const row = (type: number, second: number, third: number) =>
    String.fromCharCode(type, second >> 8, second & 255, third);
  const streamAt = made.length;
  const rows = row(2, 9, 0) + row(2, 9, 1) + row(1, packedAt, 0) + row(1, streamAt, 0);
  made += `10 0 obj\n<</Type/XRef/Size 11/W[1 2 1]/Index[7 4]/Length ${rows.length}>>\nstream\n${rows}\nendstream\nendobj\n`;
  const start = made.length;
  const table = xref([
    [0, [null, ...places]],
    [7, [null, null, null, null]],
  ]);
  return bytesOf(
    `${made}${table}trailer\n<</Size 11/Root 1 0 R/XRefStm ${streamAt}>>\nstartxref\n${start}\n%%EOF\n`,
  );
}

const page = (at: number, entries = A4) =>
  `<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 4 0 R>>>>/Contents ${1000 + at} 0 R${entries}>>`;
/** The catalogue's page tree in place of the usual one. */
const tree = (pages: string, more: Readonly<Record<number, string | RawStream>> = {}) =>
  simplePdf([{}, {}], '', { 2: pages, ...more });

const painted: RawPage[] = [1, 2].map((at) => ({
  entries: `${A4}`,
  content: `/Pattern cs /P1 scn 50 50 200 100 re f /P2 scn 50 200 200 100 re f q 1 0 0 1 0 0 cm /S1 sh Q /OC /L1 BDC ${draw(at)} EMC`,
}));
const resources =
  '<</Font<</F1 4 0 R>>/Pattern<</P1 100 0 R/P2 101 0 R>>/Shading<</S1 102 0 R>>/Properties<</L1 103 0 R>>/ExtGState<</G1 104 0 R>>>>';

const namespaced: Readonly<Record<number, string | RawStream>> = {
  100: '<</Type/StructTreeRoot/K[101 0 R]/ParentTree 105 0 R/Namespaces[106 0 R 107 0 R]>>',
  101: '<</Type/StructElem/S/Document/NS 106 0 R/P 100 0 R/K[102 0 R 103 0 R]>>',
  102: `<</Type/StructElem/S/Chapter/NS 107 0 R/P 101 0 R/Pg ${PAGE} 0 R/K 0>>`,
  103: `<</Type/StructElem/S/Em/NS 106 0 R/P 101 0 R/Pg ${PAGE + 1} 0 R/K 0>>`,
  105: '<</Nums[0[102 0 R] 1[103 0 R]]>>',
  106: '<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>',
  107: '<</Type/Namespace/NS(http://example.org/book)/RoleMapNS<</Chapter[/Sect 106 0 R]>>>>',
};

const foreignXmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:crs="http://example.org/casework/" xmlns:dc="http://purl.org/dc/elements/1.1/"><crs:caseWorker>Nobody</crs:caseWorker><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Foreign</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const signature = `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 10 20 30]/Contents<${'00'.repeat(64)}>/Name(A Signer)/Reason(Agreed)>>`;
const signed: Readonly<Record<number, string | RawStream>> = {
  100: '<</Fields[101 0 R]/SigFlags 3>>',
  101: `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/V 102 0 R/Rect[100 500 300 550]/P ${PAGE} 0 R/F 132/AP<</N 103 0 R>>>>`,
  102: signature,
  103: {
    entries: '/Type/XObject/Subtype/Form/BBox[0 0 200 50]/Resources<</Font<</F1 4 0 R>>>>',
    content: 'BT /F1 12 Tf 10 20 Td (Signed by A Signer) Tj ET',
  },
};

/** In the order of the pack. */
export const strangeFiles: readonly StrangeFile[] = [
  { name: 'hybrid references', bytes: hybrid() },
  {
    name: 'pages deleted in a second version',
    bytes: updated(simplePdf([{ content: draw(9) }, { content: draw(1) }, { content: draw(2) }]), {
      2: `<</Type/Pages/Count 2/Kids[${PAGE + 1} 0 R ${PAGE + 2} 0 R]>>`,
      [PAGE]: null,
    }),
  },
  {
    name: 'three versions',
    bytes: updated(updated(plain(), { [PAGE]: page(0, `${A4}/Rotate 90`) }), { [PAGE]: page(0) }),
  },
  {
    name: 'patterns, shadings and layers',
    bytes: simplePdf(
      painted.map((each) => ({ ...each, entries: `${A4}/Resources ${resources}` })),
      '/OCProperties<</OCGs[103 0 R]/D<</Order[103 0 R]/ON[103 0 R]>>>>',
      {
        100: {
          entries:
            '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep 10/YStep 10/Resources<<>>',
          content: '1 0 0 rg 0 0 5 5 re f',
        },
        101: '<</Type/Pattern/PatternType 2/Shading 102 0 R>>',
        102: '<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 100 100]/Function<</FunctionType 2/Domain[0 1]/C0[1 1 0]/C1[0 0 1]/N 1>>>>',
        103: '<</Type/OCG/Name(Plan)>>',
        104: '<</Type/ExtGState/ca 0.5>>',
      },
    ),
  },
  {
    name: 'boxes with negative origins',
    bytes: simplePdf(both('/MediaBox[-300 -400 295 442]/CropBox[-250 -350 245 392]', -50, 0)),
  },
  { name: 'boxes far from the origin', bytes: simplePdf(both('/MediaBox[5000 7000 5595 7842]', 5100, 7400)) },
  { name: 'boxes the wrong way round', bytes: simplePdf(both('/MediaBox[595 842 0 0]')) },
  {
    name: 'a crop larger than its sheet',
    bytes: simplePdf(both('/MediaBox[0 0 595 842]/CropBox[-100 -100 1000 1000]')),
  },
  { name: 'units of its own', bytes: simplePdf(both('/MediaBox[0 0 297.5 421]/UserUnit 2', 50, 200)) },
  {
    name: 'huge rotations',
    bytes: simplePdf([
      { entries: `${A4}/Rotate 36000090`, content: draw(1) },
      { entries: `${A4}/Rotate -450`, content: draw(2) },
    ]),
  },
  {
    name: 'rotations that are none',
    bytes: simplePdf([
      { entries: `${A4}/Rotate 45`, content: draw(1) },
      { entries: `${A4}/Rotate 90.0`, content: draw(2) },
    ]),
  },
  {
    name: 'no resources on the page',
    bytes: swapped(
      /\/Resources<<\/Font<<\/F1 4 0 R>>>>/g,
      '/Res<<>>',
      simplePdf([{}, {}], '', {
        2: `<</Type/Pages/Count 2/Kids[${PAGE} 0 R ${PAGE + 1} 0 R]/Resources 100 0 R>>`,
        100: '<</Font<</F1 4 0 R>>>>',
      }),
    ),
  },
  { name: 'no size anywhere', bytes: simplePdf([{ entries: '' }, { entries: '' }]) },
  { name: 'no count', bytes: tree(`<</Type/Pages/Kids[${PAGE} 0 R ${PAGE + 1} 0 R]>>`) },
  {
    name: 'a tree in a circle',
    bytes: tree(`<</Type/Pages/Count 2/Kids[${PAGE} 0 R 90 0 R]>>`, {
      90: `<</Type/Pages/Parent 2 0 R/Count 1/Kids[${PAGE + 1} 0 R 2 0 R]>>`,
    }),
  },
  {
    name: 'metadata of a foreign program',
    bytes: simplePdf([{}, {}], '/Metadata 100 0 R', {
      100: { entries: '/Type/Metadata/Subtype/XML', content: foreignXmp },
    }),
  },
  {
    name: 'tags with namespaces',
    tagged: true,
    bytes: swapped(
      '%PDF-1.7',
      '%PDF-2.0',
      simplePdf(
        [1, 2].map((at) => ({
          entries: `${A4}/StructParents ${at - 1}`,
          content: `/${at === 1 ? 'Chapter' : 'Em'} <</MCID 0>> BDC ${draw(at)} EMC`,
        })),
        '/MarkInfo<</Marked true>>/StructTreeRoot 100 0 R/Lang(en-GB)',
        namespaced,
      ),
    ),
  },
  {
    name: 'a signature',
    told: ['signatureRemoved'],
    bytes: simplePdf(
      [{ entries: `${A4}/Annots[101 0 R]` }, {}],
      '/AcroForm 100 0 R/Perms<</DocMDP 102 0 R>>',
      signed,
    ),
  },
  {
    name: 'object numbers twice',
    bytes: swapped(`${1000} 0 obj`, `1000 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n1000 0 obj`),
  },
  { name: 'words before its beginning', bytes: Buffer.concat([bytesOf('HTTP/1.1 200 OK\r\n\r\n'), plain()]) },
  { name: 'words after its end', bytes: Buffer.concat([plain(), Buffer.alloc(3000, 0)]) },
  { name: 'no place of its table', bytes: swapped(/startxref\n\d+/, 'startxref\n0') },
  { name: 'a table that is wrong', bytes: swapped(/(\d{10}) 00000 n/g, '0000000007 00000 n') },
  {
    name: 'contents in pieces',
    bytes: simplePdf(
      [{ entries: `${A4}/Contents[1000 0 R null 100 0 R 900 0 R]`, content: 'BT /F1 20 Tf 100 400 Td' }, {}],
      '',
      { 100: { content: '(Sheet 1) Tj ET' } },
    ),
  },
  {
    name: 'an unclosed state',
    bytes: simplePdf([{ content: `q q q ${draw(1)}` }, { content: `Q Q ${draw(2)} q` }]),
  },
  { name: 'a name written out', bytes: swapped(/\/Type\/Page\//g, '/Ty#70e/P#61ge/') },
];

/** Of which readers disagree what their pages are, so that nobody could say whether the pack has all of them. */
export const contradictory: readonly (StrangeFile & { readonly reason: RegExp })[] = [
  {
    name: 'a count too high',
    reason: /says that it has \d+ pages? and has 2/,
    bytes: tree(`<</Type/Pages/Count 9/Kids[${PAGE} 0 R ${PAGE + 1} 0 R]>>`),
  },
  {
    name: 'a count too low',
    reason: /says that it has \d+ pages? and has 2/,
    bytes: tree(`<</Type/Pages/Count 1/Kids[${PAGE} 0 R ${PAGE + 1} 0 R]>>`),
  },
  {
    name: 'kids that are none',
    reason: /Page 2 cannot be read/,
    bytes: tree(`<</Type/Pages/Count 2/Kids[${PAGE} 0 R null 700 0 R ${PAGE + 1} 0 R]>>`),
  },
];
