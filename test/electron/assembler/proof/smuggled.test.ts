/** Words carried out of the withheld part by whatever a PDF can hold, each by one way alone. */
import { deflateSync, gzipSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { add, type Open, proofOf, publicFile } from './leaking.ts';

const NAME = 'Falconbridge';
const SOLD = 'sold to Falconbridge';
const name = (text: string) => PDFName.of(text);
const said = (text = SOLD) => PDFString.of(text);

type Entries = Record<string, unknown>;
function raw(made: Open, bytes: Uint8Array | string, dict: Entries = {}) {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  return made.pdf.context.register(PDFRawStream.of(made.pdf.context.obj(dict as never) as never, content));
}
function stream(made: Open, text: string | Uint8Array, dict: Entries = {}) {
  const content = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
  return made.pdf.context.register(made.pdf.context.flateStream(content, dict as never));
}
const resources = (made: Open) => made.page.node.Resources() as PDFDict;
function resource(made: Open, kind: string, key: string, value: unknown): void {
  const all = resources(made).lookupMaybe(name(kind), PDFDict) ?? made.pdf.context.obj({});
  all.set(name(key), value as never);
  resources(made).set(name(kind), all);
}
async function helvetica(made: Open): Promise<void> {
  const font = await made.pdf.embedFont(StandardFonts.Helvetica);
  made.page.node.setFontDictionary(name('ZZ'), font.ref);
}
const content = (made: Open, text: string) => made.page.node.addContentStream(stream(made, text));
const drawn = (text: string) => async (made: Open) => {
  await helvetica(made);
  content(made, text);
};
const inCatalog = (key: string, value: (made: Open) => unknown) => (made: Open) =>
  made.catalog.set(name(key), made.pdf.context.obj(value(made) as never));
const onPage = (key: string, value: (made: Open) => unknown) => (made: Open) =>
  made.page.node.set(name(key), made.pdf.context.obj(value(made) as never));
const annotation = (value: (made: Open) => Entries) => (made: Open) =>
  made.page.node.addAnnot(add(made.pdf, { Type: 'Annot', Rect: [0, 0, 9, 9], ...value(made) }) as never);
const action = (value: (made: Open) => Entries) =>
  annotation((made) => ({ Subtype: 'Link', A: value(made) }));
const element = (value: (made: Open) => Entries) => (made: Open) =>
  made.catalog.set(
    name('StructTreeRoot'),
    add(made.pdf, {
      Type: 'StructTreeRoot',
      K: [add(made.pdf, { Type: 'StructElem', S: 'P', ...value(made) })],
    }),
  );
function font(made: Open, dict: Entries, text: string): void {
  made.page.node.setFontDictionary(name('F9'), add(made.pdf, { Type: 'Font', ...dict }) as never);
  content(made, `BT /F9 12 Tf 50 300 Td ${text} ET`);
}
const form = (made: Open, text: string, more: Entries = {}) =>
  stream(made, text, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 800], ...more });
const placed = (letters: readonly (readonly [string, number])[]) =>
  letters.map(([letter, x]) => `BT /ZZ 12 Tf 1 0 0 1 ${x} 500 Tm (${letter}) Tj ET`).join('\n');
/** Where each letter stands when set in Helvetica at 12 points. */
const stands = (() => {
  const widths: Record<string, number> = {
    F: 611,
    a: 556,
    l: 222,
    c: 500,
    o: 556,
    n: 556,
    b: 556,
    r: 333,
    i: 222,
    d: 556,
    g: 556,
    e: 556,
  };
  let x = 50;
  return [...NAME].map((letter) => {
    const at = [letter, Math.round(x * 100) / 100] as const;
    x += ((widths[letter] ?? 500) * 12) / 1000;
    return at;
  });
})();
const toUnicode = (pairs: readonly (readonly [number, string])[]) =>
  `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n${pairs.length} beginbfchar\n${pairs
    .map(
      ([code, text]) =>
        `<${code.toString(16).padStart(2, '0')}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`,
    )
    .join('\n')}\nendbfchar endcmap end end`;
const lie = (text: string) =>
  toUnicode(
    [...new Set([...text])].map((letter, at) => [letter.charCodeAt(0), 'abcdefghijklm'[at % 13] ?? 'x']),
  );
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** A TrueType file of one table, `name`, that says who owns it. */
function namedFont(): Buffer {
  const words = utf16(SOLD);
  const table = Buffer.alloc(18 + words.length);
  table.writeUInt16BE(0, 0);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(18, 4);
  for (const [at, value] of [3, 1, 0x409, 9, words.length, 0].entries())
    table.writeUInt16BE(value, 6 + 2 * at);
  words.copy(table, 18);
  const head = Buffer.alloc(28);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(1, 4);
  head.write('name', 12, 'latin1');
  head.writeUInt32BE(28, 20);
  head.writeUInt32BE(table.length, 24);
  return Buffer.concat([head, table]);
}
/** Rows of bytes under PNG's "up", each less the one above. */
function upPredicted(text: string, columns: number): Buffer {
  const padded = Buffer.from(text.padEnd(Math.ceil(text.length / columns) * columns, ' '), 'latin1');
  const rows: Buffer[] = [];
  let above = Buffer.alloc(columns);
  for (let at = 0; at < padded.length; at += columns) {
    const row = padded.subarray(at, at + columns);
    rows.push(Buffer.from([2, ...row.map((byte, x) => (byte - (above[x] ?? 0)) & 255)]));
    above = Buffer.from(row);
  }
  return deflateSync(Buffer.concat(rows));
}
const iccText = () => {
  const words = utf16(SOLD);
  const desc = Buffer.concat([
    Buffer.from('mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenGB', 'latin1'),
    Buffer.from([0, 0, 0, words.length, 0, 0, 0, 28]),
    words,
  ]);
  const head = Buffer.alloc(144);
  head.write('acsp', 36, 'latin1');
  head.writeUInt32BE(1, 128);
  head.write('desc', 132, 'latin1');
  head.writeUInt32BE(144, 136);
  head.writeUInt32BE(desc.length, 140);
  return Buffer.concat([head, desc]);
};
const ascii85 = (text: string) => {
  const bytes = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4, ' '), 'latin1');
  let out = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let value = bytes.readUInt32BE(at);
    let group = '';
    for (let digit = 0; digit < 5; digit += 1) {
      group = String.fromCharCode(33 + (value % 85)) + group;
      value = Math.floor(value / 85);
    }
    out += group;
  }
  return `${out}~>`;
};

const ways: Record<string, (made: Open) => unknown> = {
  // Drawn so that the order or the place of its letters hides it.
  'letters one by one in reverse order': drawn(placed(stands.toReversed())),
  'letters one by one in no order': drawn(
    placed([5, 0, 7, 2, 9, 1, 11, 3, 10, 4, 8, 6].map((at) => stands[at] ?? ['', 0])),
  ),
  'a word over two pieces of content': async (made) => {
    await helvetica(made);
    content(made, 'BT /ZZ 12 Tf 50 500 Td (Falcon) Tj');
    content(made, '(bridge) Tj ET');
  },
  'a string over two pieces of content': async (made) => {
    await helvetica(made);
    content(made, 'BT /ZZ 12 Tf 50 500 Td [(Falc)');
    content(made, '(onbridge)] TJ ET');
  },
  'a word half in the page and half in a form': async (made) => {
    await helvetica(made);
    resource(
      made,
      'XObject',
      'X1',
      form(made, 'BT /ZZ 12 Tf 1 0 0 1 89 500 Tm (bridge) Tj ET', { Resources: resources(made) }),
    );
    content(made, 'BT /ZZ 12 Tf 1 0 0 1 50 500 Tm (Falcon) Tj ET /X1 Do');
  },
  'each letter in a form of its own': async (made) => {
    await helvetica(made);
    for (const [at, letter] of stands.entries())
      resource(
        made,
        'XObject',
        `X${at}`,
        form(made, placed([letter]), { Resources: { Font: resources(made).get(name('Font')) } }),
      );
    content(made, stands.map((_, at) => `/X${at} Do`).join(' '));
  },
  'forms in forms, five deep': async (made) => {
    await helvetica(made);
    let inner = form(made, `BT /ZZ 12 Tf 50 300 Td (${NAME}) Tj ET`, {
      Resources: { Font: resources(made).get(name('Font')) },
    });
    for (let depth = 0; depth < 5; depth += 1)
      inner = form(made, '/In Do', { Resources: { XObject: { In: inner } } });
    resource(made, 'XObject', 'Out', inner);
    content(made, '/Out Do');
  },
  'no ink (rendering mode 3)': drawn(`BT 3 Tr /ZZ 12 Tf 50 300 Td (${NAME}) Tj ET`),
  'a clip of its letters (rendering mode 7)': drawn(`q BT 7 Tr /ZZ 12 Tf 50 300 Td (${NAME}) Tj ET Q`),
  'white letters': drawn(`1 1 1 rg BT /ZZ 12 Tf 50 300 Td (${NAME}) Tj ET`),
  'letters of a hundredth of a point': drawn(`BT /ZZ 0.01 Tf 50 300 Td (${NAME}) Tj ET`),
  'letters far off the page': drawn(`BT /ZZ 12 Tf 9000 9000 Td (${NAME}) Tj ET`),
  'letters clipped away': drawn(`q 0 0 1 1 re W n BT /ZZ 12 Tf 50 300 Td (${NAME}) Tj ET Q`),
  'letters under a picture': drawn(`BT /ZZ 12 Tf 50 300 Td (${NAME}) Tj ET 0 g 0 250 600 100 re f`),
  'wide spacing of letters': drawn(`BT /ZZ 12 Tf 9 Tc 50 300 Td (${NAME}) Tj ET`),
  'letters in a mirror': drawn(`BT /ZZ 12 Tf -1 0 0 1 300 300 Tm (${NAME}) Tj ET`),
  'letters upwards': drawn(`BT /ZZ 12 Tf 0 1 -1 0 300 300 Tm (${NAME}) Tj ET`),
  'letters down a staircase': drawn(
    [...NAME]
      .map((letter, at) => `BT /ZZ 12 Tf 1 0 0 1 ${50 + 9 * at} ${500 - 20 * at} Tm (${letter}) Tj ET`)
      .join('\n'),
  ),
  'hexadecimal strings': drawn(
    `BT /ZZ 12 Tf 50 300 Td <${Buffer.from(NAME).toString('hex').replace(/../g, '$& ')}> Tj ET`,
  ),
  'octal escapes': drawn(
    `BT /ZZ 12 Tf 50 300 Td (${[...NAME].map((letter) => `\\${letter.charCodeAt(0).toString(8)}`).join('')}) Tj ET`,
  ),
  'soft hyphens at the ends of lines': drawn(
    'BT /ZZ 12 Tf 50 300 Td (sold to Falcon\\255) Tj 0 -14 Td (bridge) Tj ET',
  ),
  // Fonts that say something else than they show.
  'a font whose map lies': (made) =>
    font(
      made,
      { Subtype: 'Type1', BaseFont: 'Helvetica', ToUnicode: stream(made, lie(NAME)) },
      `(${NAME}) Tj`,
    ),
  'other codes for its letters, and a map that lies': (made) =>
    font(
      made,
      {
        Subtype: 'Type1',
        BaseFont: 'Helvetica',
        Encoding: { Type: 'Encoding', Differences: [1, ...[...NAME]] },
        ToUnicode: stream(made, toUnicode([...NAME].map((_, at) => [at + 1, 'x']))),
      },
      `<${[...NAME].map((_, at) => (at + 1).toString(16).padStart(2, '0')).join('')}> Tj`,
    ),
  'ligatures in its map': (made) =>
    font(
      made,
      {
        Subtype: 'Type1',
        BaseFont: 'Helvetica',
        ToUnicode: stream(
          made,
          toUnicode([
            [1, 'Fal'],
            [2, 'con'],
            [3, 'bridge'],
          ]),
        ),
      },
      '<010203> Tj',
    ),
  'drawn letters that draw letters': async (made) => {
    await helvetica(made);
    const glyph = stream(made, `1000 0 d0 BT /ZZ 1 Tf (${NAME}) Tj ET`);
    font(
      made,
      {
        Subtype: 'Type3',
        FontBBox: [0, 0, 9, 9],
        FontMatrix: [1, 0, 0, 1, 0, 0],
        FirstChar: 65,
        LastChar: 65,
        Widths: [1000],
        Encoding: { Differences: [65, 'g1'] },
        CharProcs: { g1: glyph },
        Resources: { Font: resources(made).get(name('Font')) },
      },
      '(A) Tj',
    );
  },
  'what the file of a font says of itself': (made) =>
    font(
      made,
      {
        Subtype: 'TrueType',
        BaseFont: 'AAAAAA+Sans',
        FontDescriptor: {
          Type: 'FontDescriptor',
          FontName: 'AAAAAA+Sans',
          FontFile2: stream(made, namedFont()),
        },
      },
      '(x) Tj',
    ),
  'the characters that a font has': (made) =>
    font(
      made,
      {
        Subtype: 'Type1',
        BaseFont: 'Helvetica',
        FontDescriptor: { Type: 'FontDescriptor', CharSet: said('/sold/Falconbridge') },
      },
      '(x) Tj',
    ),
  // Parts of a page that are no content of it.
  'a pattern': (made) =>
    resource(
      made,
      'Pattern',
      'P1',
      stream(made, `% ${NAME}\n0 0 1 1 re f`, {
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 9, 9],
        XStep: 9,
        YStep: 9,
        Resources: {},
      }),
    ),
  'words of a pattern': async (made) => {
    await helvetica(made);
    resource(
      made,
      'Pattern',
      'P1',
      stream(made, `BT /ZZ 9 Tf (${NAME}) Tj ET`, {
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 99, 9],
        XStep: 99,
        YStep: 9,
        Resources: { Font: resources(made).get(name('Font')) },
      }),
    );
    content(made, '/Pattern cs /P1 scn 0 0 600 800 re f');
  },
  'a mask': async (made) => {
    await helvetica(made);
    const mask = form(made, `BT /ZZ 12 Tf 50 300 Td (${NAME}) Tj ET`, {
      Group: { S: 'Transparency', CS: 'DeviceGray' },
      Resources: { Font: resources(made).get(name('Font')) },
    });
    resource(made, 'ExtGState', 'G1', made.pdf.context.obj({ SMask: { S: 'Luminosity', G: mask } } as never));
    content(made, '/G1 gs 0 0 600 800 re f');
  },
  'a function': (made) =>
    resource(
      made,
      'ExtGState',
      'G1',
      made.pdf.context.obj({
        TR: stream(made, `{ % ${SOLD}\n }`, { FunctionType: 4, Domain: [0, 1], Range: [0, 1] }),
      } as never),
    ),
  'the name of a screen': (made) =>
    resource(
      made,
      'ExtGState',
      'G1',
      made.pdf.context.obj({ HT: { HalftoneType: 1, HalftoneName: said(), Frequency: 60 } } as never),
    ),
  inks: (made) =>
    resource(
      made,
      'ColorSpace',
      'C1',
      made.pdf.context.obj(['DeviceN', [NAME, 'Black'], 'DeviceCMYK'] as never),
    ),
  'a profile of colours': (made) =>
    resource(
      made,
      'ColorSpace',
      'C1',
      made.pdf.context.obj(['ICCBased', stream(made, iccText(), { N: 3 })] as never),
    ),
  'a replaced word in the page': (made) => content(made, `/Span <</ActualText (${SOLD})>> BDC EMC`),
  'a language that is none': (made) => content(made, `/Span <</Lang (x-${NAME})>> BDC EMC`),
  'a property list by name': (made) =>
    resource(made, 'Properties', 'M1', made.pdf.context.obj({ Note: said() } as never)),
  'dots of a picture': (made) =>
    resource(
      made,
      'XObject',
      'I1',
      stream(made, SOLD.repeat(3), {
        Subtype: 'Image',
        Width: SOLD.length,
        Height: 3,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      }),
    ),
  'dots of a picture, each less the one above': (made) =>
    resource(
      made,
      'XObject',
      'I1',
      raw(made, upPredicted(SOLD.repeat(3), SOLD.length), {
        Filter: 'FlateDecode',
        DecodeParms: { Predictor: 15, Columns: SOLD.length },
        Subtype: 'Image',
        Width: SOLD.length,
        Height: 3,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      }),
    ),
  'bytes behind the end of a photograph': (made) =>
    resource(
      made,
      'XObject',
      'I1',
      raw(made, Buffer.concat([Buffer.from([255, 216, 255, 217]), Buffer.from(SOLD)]), {
        Subtype: 'Image',
        Filter: 'DCTDecode',
        Width: 1,
        Height: 1,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      }),
    ),
  'viewports and their measures': onPage('VP', () => [
    { Type: 'Viewport', BBox: [0, 0, 9, 9], Name: said(), Measure: { R: said('1 m') } },
  ]),
  'what a page keeps of the web': onPage('ID', () => said()),
  'beads of an article': inCatalog('Threads', (made) => [
    add(made.pdf, { Type: 'Thread', I: { Title: said() } }),
  ]),
  // Notes and links.
  'formatted words of a note': annotation(() => ({
    Subtype: 'FreeText',
    RC: said(`<body><p>${NAME}</p></body>`),
  })),
  'the look of words of a note': annotation(() => ({
    Subtype: 'FreeText',
    DS: said(`font-family: ${NAME}`),
  })),
  'what shall cover a redaction': annotation(() => ({ Subtype: 'Redact', OverlayText: said() })),
  'the subject of a note': annotation(() => ({ Subtype: 'Text', Subj: said() })),
  'the icon of a stamp': annotation(() => ({ Subtype: 'Stamp', Name: `${NAME}Approved` })),
  'the file of a sound': annotation((made) => ({ Subtype: 'Sound', Sound: stream(made, SOLD, { R: 8000 }) })),
  'a film by its file': annotation(() => ({
    Subtype: 'Movie',
    T: said(),
    Movie: { F: said(`${NAME}.mov`) },
  })),
  'a model': annotation((made) => ({
    Subtype: '3D',
    '3DD': stream(made, `U3D ${SOLD}`, { Subtype: 'U3D' }),
  })),
  'a link into another file': action(() => ({
    S: 'GoToR',
    F: said(`C:\\deals\\${NAME}.pdf`),
    D: [0, 'Fit'],
  })),
  'a link into an attached file': action(() => ({ S: 'GoToE', T: { R: 'C', N: said(`${NAME}.pdf`) } })),
  'a program with its words': action(() => ({ S: 'Launch', Win: { F: said('calc'), P: said(SOLD) } })),
  'where a form is sent': action(() => ({
    S: 'SubmitForm',
    F: { FS: 'URL', F: said(`https://example.org/${NAME}`) },
  })),
  'what a form is filled from': action(() => ({ S: 'ImportData', F: said(`${NAME}.fdf`) })),
  'a second action': action((made) => ({
    S: 'Named',
    N: 'NextPage',
    Next: add(made.pdf, { S: 'JavaScript', JS: stream(made, `// ${SOLD}`) }),
  })),
  'what a field computes': inCatalog('AcroForm', (made) => ({
    Fields: [
      add(made.pdf, { FT: 'Tx', T: said('a'), AA: { C: { S: 'JavaScript', JS: said(`x = "${NAME}"`) } } }),
    ],
  })),
  'choices of a field': inCatalog('AcroForm', (made) => ({
    Fields: [add(made.pdf, { FT: 'Ch', T: said('a'), Opt: [[said('1'), said(SOLD)]] })],
  })),
  'a second form': inCatalog('AcroForm', (made) => ({
    Fields: [],
    XFA: [said('template'), stream(made, `<template>${NAME}</template>`)],
  })),
  'who signed and why': inCatalog('AcroForm', (made) => ({
    Fields: [
      add(made.pdf, { FT: 'Sig', T: said('s'), V: { Type: 'Sig', Reason: said(), Location: said('x') } }),
    ],
  })),
  // What the file says of itself.
  'how it shall be shown': inCatalog('ViewerPreferences', () => ({ [NAME]: true })),
  'other presentations': inCatalog('Names', (made) => ({
    AlternatePresentations: { Names: [said(), add(made.pdf, { Type: 'SlideShow', Subtype: 'Embedded' })] },
  })),
  renditions: inCatalog('Names', (made) => ({
    Renditions: {
      Names: [
        said('a'),
        add(made.pdf, { Type: 'Rendition', S: 'MR', N: said(), C: { D: said(`${NAME}.mp4`) } }),
      ],
    },
  })),
  'templates of pages': inCatalog('Names', (made) => ({ Templates: { Names: [said(), made.page.ref] } })),
  'addresses that it was made from': inCatalog('Names', () => ({
    URLS: { Names: [said(`https://${NAME}.example/`), { Type: 'SpiderContentSet' }] },
  })),
  'what it was gathered from': inCatalog('SpiderInfo', () => ({
    V: 1,
    C: [{ URL: said(`https://example.org/${NAME}`) }],
  })),
  'what it is printed for': inCatalog('OutputIntents', () => [
    { Type: 'OutputIntent', S: 'GTS_PDFX', OutputCondition: said(), Info: said('x') },
  ]),
  'the profile that it is printed for': inCatalog('OutputIntents', (made) => [
    { Type: 'OutputIntent', S: 'GTS_PDFX', DestOutputProfile: stream(made, iccText(), { N: 3 }) },
  ]),
  'what it asks of a reader': inCatalog('Requirements', () => [
    { Type: 'Requirement', S: 'EnableJavaScripts', RH: [{ Type: 'ReqHandler', Script: said() }] },
  ]),
  'what may be done with it': inCatalog('Legal', () => ({ JavaScriptActions: 0, Attestation: said() })),
  'makers of extensions': inCatalog('Extensions', () => ({
    [NAME]: { BaseVersion: '1.7', ExtensionLevel: 3 },
  })),
  'columns of a portfolio': inCatalog('Collection', () => ({ Schema: { A: { Subtype: 'S', N: said() } } })),
  'parts for printing': inCatalog('DPartRoot', (made) => ({
    Type: 'DPartRoot',
    NodeNameList: [NAME],
    DPartRootNode: add(made.pdf, { DPM: { Client: said() } }),
  })),
  'who made a layer': inCatalog('OCProperties', (made) => ({
    OCGs: [
      add(made.pdf, {
        Type: 'OCG',
        Name: said('Plan'),
        Usage: { CreatorInfo: { Creator: said(), Subtype: 'Artwork' } },
      }),
    ],
  })),
  'a choice of layers': inCatalog('OCProperties', () => ({
    OCGs: [],
    D: {},
    Configs: [{ Name: said(), Creator: said('x') }],
  })),
  'the id of a tag': element(() => ({ ID: said(`id-${NAME}`) })),
  'the summary of a table': element(() => ({ S: 'Table', A: { O: 'Table', Summary: said() } })),
  'a class of tags': (made) =>
    made.catalog.set(
      name('StructTreeRoot'),
      add(made.pdf, { Type: 'StructTreeRoot', ClassMap: { [NAME]: { O: 'Layout' } } }),
    ),
  'how a word is said': element(() => ({
    Phoneme: said('fɔːlkən'),
    PhoneticAlphabet: 'ipa',
    Alt: said(NAME.toUpperCase()),
  })),
  'words for a speaker': (made) =>
    made.catalog.set(
      name('StructTreeRoot'),
      add(made.pdf, {
        Type: 'StructTreeRoot',
        PronunciationLexicon: [stream(made, `<lexicon>${NAME}</lexicon>`)],
      }),
    ),
  'a space of names': (made) =>
    made.catalog.set(
      name('StructTreeRoot'),
      add(made.pdf, {
        Type: 'StructTreeRoot',
        Namespaces: [add(made.pdf, { Type: 'Namespace', NS: said(`https://example.org/${NAME}`) })],
      }),
    ),
  'an attached file that is packed by itself': (made) =>
    made.pdf.attach(gzipSync(Buffer.from(SOLD)), 'a.gz', { mimeType: 'application/gzip' }),
  'what is said of an attached file': (made) =>
    made.pdf.attach(Buffer.from('x'), 'a.txt', { description: SOLD }),
  // How a string or a stream is written.
  'UTF-16 from the other end': inCatalog('XYZ', () =>
    PDFHexString.of(`fffe${Buffer.from(SOLD, 'utf16le').toString('hex')}`),
  ),
  'UTF-8': inCatalog('XYZ', () => PDFHexString.of(`efbbbf${Buffer.from(SOLD).toString('hex')}`)),
  'UTF-16 that does not say so': inCatalog('XYZ', () => PDFHexString.of(utf16(SOLD).toString('hex'))),
  'base64 in a string': inCatalog('XYZ', () => said(Buffer.from(SOLD).toString('base64'))),
  'hexadecimal figures in a string': inCatalog('XYZ', () => said(Buffer.from(SOLD).toString('hex'))),
  'figures of HTML': inCatalog('XYZ', () =>
    said([...SOLD].map((letter) => `&#${letter.charCodeAt(0)};`).join('')),
  ),
  'a string in pieces of a list': inCatalog('XYZ', () => [...NAME].map((letter) => said(letter))),
  'a name in escapes': inCatalog('XYZ', () =>
    name(`#${Buffer.from(NAME).toString('hex').replace(/../g, '$&#').slice(0, -1)}`),
  ),
  'a stream in figures': (made) =>
    made.catalog.set(
      name('XYZ'),
      raw(made, `${Buffer.from(SOLD).toString('hex')}>`, { Filter: 'ASCIIHexDecode' }),
    ),
  'a stream in base 85': (made) =>
    made.catalog.set(name('XYZ'), raw(made, ascii85(SOLD), { Filter: 'ASCII85Decode' })),
  'a stream in runs': (made) =>
    made.catalog.set(
      name('XYZ'),
      raw(made, Buffer.concat([Buffer.from([SOLD.length - 1]), Buffer.from(SOLD), Buffer.from([128])]), {
        Filter: 'RunLengthDecode',
      }),
    ),
  'a stream packed in one way and another': (made) =>
    made.catalog.set(
      name('XYZ'),
      raw(made, `${deflateSync(Buffer.from(ascii85(SOLD))).toString('hex')}>`, {
        Filter: ['ASCIIHexDecode', 'FlateDecode', 'ASCII85Decode'],
      }),
    ),
  'a stream of differences': (made) =>
    made.catalog.set(
      name('XYZ'),
      raw(made, upPredicted(SOLD, 5), { Filter: 'FlateDecode', DecodeParms: { Predictor: 12, Columns: 5 } }),
    ),
  'a stream that stands in another file': (made) =>
    made.catalog.set(name('XYZ'), raw(made, '', { F: said(`${NAME}.txt`) })),
  'the identity of the file': (made) => {
    made.pdf.context.trailerInfo.ID = PDFArray.withContext(made.pdf.context);
    (made.pdf.context.trailerInfo.ID as PDFArray).push(said(`${NAME}1234`));
    (made.pdf.context.trailerInfo.ID as PDFArray).push(said('x'));
  },
};

/** Of which the report says what was not read. */
const limited = new Set(['dots of a picture', 'dots of a picture, each less the one above']);

describe('a public file is refused that carries words out by', () => {
  test.each(Object.entries(ways).filter(([way]) => !limited.has(way)))('%s', async (_, way) => {
    const proof = await proofOf(scratchFolder(), await publicFile(async (file) => void (await way(file))));
    expect([proof.result, proof.findings.map(({ item }) => item)]).toEqual([
      'leaks',
      expect.arrayContaining(['Agenda Item 8']),
    ]);
    expect(JSON.stringify(proof)).not.toMatch(/falconbridge/iu);
  });

  /** Changes of the bytes of a file that was written: what stands there, and what in its place. */
  const rewritten: readonly (readonly [string, RegExp | string, string])[] = [
    ['an entry that is there twice', '/Type /Catalog', `/Lang (${SOLD}) /Lang (en-GB) /Type /Catalog`],
    ['more behind a stream than its length', /\nendstream/, `\n${SOLD}\nendstream`],
    ['an object that its table says is free', /\nxref\n/, `\n99 0 obj\n(${SOLD})\nendobj\nxref\n`],
    ['an earlier object of the same number', '1 0 obj', `1 0 obj\n(${SOLD})\nendobj\n1 0 obj`],
    ['a comment behind the first line', /%PDF-1\.7\n/, `%PDF-1.7\n%${SOLD}\n`],
    ['the place of its table', /startxref\n/, `startxref %${SOLD}\n`],
  ];
  test.each(rewritten)('%s', async (_, from, to) => {
    const clean = Buffer.from(await publicFile()).toString('latin1');
    const changed = clean.replace(from, to);
    expect(changed).not.toBe(clean);
    const outcome = await proofOf(scratchFolder(), Buffer.from(changed, 'latin1')).then(
      ({ result }) => result,
      // One that cannot be read back as it stands is not published either.
      ({ code }) => code as string,
    );
    expect(['leaks', 'pack.partFailed']).toContain(outcome);
  });
});

test.each([...limited])('%s cannot be read, and the report says so', async (way) => {
  const proof = await proofOf(scratchFolder(), await publicFile((file) => void ways[way]?.(file)));
  expect(proof.result).toBe('no leak where it could be read');
  expect(proof.limits.join()).toContain('there are pictures on page 2');
});
