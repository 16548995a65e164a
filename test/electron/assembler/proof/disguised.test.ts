/** Words that are set, spelled, packed or named so that a comparison of words alone would not see them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, StandardFonts } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { prove } from '../../../../electron/assembler/proof/prove.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { add, exempt, type Open, open, proofOf, publicFile, SECRET } from './leaking.ts';

const NAME = 'Falconbridge';
const name = (text: string) => PDFName.of(text);

function stream(made: Open, text: string, dict: Record<string, unknown> = {}) {
  return made.pdf.context.register(made.pdf.context.flateStream(Buffer.from(text, 'latin1'), dict as never));
}
function raw(made: Open, bytes: Uint8Array, dict: Record<string, unknown>) {
  return made.pdf.context.register(PDFRawStream.of(made.pdf.context.obj(dict as never) as never, bytes));
}
const drawn = (content: string) => async (made: Open) => {
  const font = await made.pdf.embedFont(StandardFonts.Helvetica);
  made.page.node.setFontDictionary(name('ZZ'), font.ref);
  made.page.node.addContentStream(stream(made, content));
};
const line = (shown: string) => drawn(`BT /ZZ 12 Tf 50 500 Td ${shown} ET`);
const subject =
  (text: string) =>
  ({ pdf }: Open) =>
    pdf.setSubject(text);
function font(made: Open, dict: Record<string, unknown>) {
  made.page.node.setFontDictionary(
    name('F9'),
    add(made.pdf, { Type: 'Font', Subtype: 'Type1', ...dict }) as never,
  );
}
const resource = (key: string, value: (made: Open) => unknown) => (made: Open) =>
  (made.page.node.Resources() as PDFDict).set(name(key), made.pdf.context.obj(value(made) as never));
const xmp = (words: string) => (made: Open) =>
  made.page.node.set(
    name('Metadata'),
    stream(made, `<x:xmpmeta>${words}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' }),
  );
const link = (address: string) => (made: Open) =>
  made.page.node.addAnnot(
    add(made.pdf, {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 9, 9],
      A: { S: 'URI', URI: PDFString.of(address) },
    }) as never,
  );
const info = (key: string, value: unknown) => (made: Open) =>
  made.pdf.context
    .lookup(made.pdf.context.trailerInfo.Info, PDFDict)
    .set(name(key), made.pdf.context.obj(value as never));

const leaks: Record<string, (made: Open) => unknown> = {
  // How they are set.
  'letters set apart by spaces': line('(F a l c o n b r i d g e) Tj'),
  'letters set apart by kerning': line(`[${[...NAME].map((letter) => `(${letter})-400`).join('')}] TJ`),
  'letters one under another': line([...NAME].map((letter) => `(${letter}) Tj 0 -14 Td`).join(' ')),
  'a word in two runs': line('(Falcon) Tj 39 0 Td (bridge) Tj'),
  'a word in two lines of text that stand side by side': drawn(
    'BT /ZZ 12 Tf 1 0 0 1 50 500 Tm (Falcon) Tj ET BT /ZZ 12 Tf 1 0 0 1 89 500 Tm (bridge) Tj ET',
  ),
  'a word with a hyphen at the end of a line': line('(sold to Falcon-) Tj 0 -14 Td (bridge) Tj'),
  'a word with a hyphen at the end of a page': async (made) => {
    const font = await made.pdf.embedFont(StandardFonts.Helvetica);
    made.pdf.getPage(0).drawText('It was sold to Falcon-', { x: 50, y: 80, size: 12, font });
    made.page.drawText('bridge', { x: 50, y: 800, size: 12, font });
  },
  'small capitals': line('(F) Tj /ZZ 9 Tf (ALCONBRIDGE) Tj'),
  'a large first letter': drawn(
    'BT /ZZ 36 Tf 50 480 Td (F) Tj ET BT /ZZ 12 Tf 1 0 0 1 74 500 Tm (alconbridge) Tj ET',
  ),
  'the mark of a note behind it': line('(Falconbridge) Tj /ZZ 7 Tf 4 Ts (12) Tj'),
  'the mark of a note before it': line('/ZZ 7 Tf (3) Tj /ZZ 12 Tf (Falconbridge) Tj'),
  'letters from right to left': line('(egdirbnoclaF) Tj'),
  'a sum set apart': line('(1 , 2 3 4 , 5 6 7) Tj'),
  // How they are spelled.
  'small capitals of Unicode': subject('ꜰᴀʟᴄᴏɴʙʀɪᴅɢᴇ'),
  'wide letters': subject('Ｆａｌｃｏｎｂｒｉｄｇｅ'),
  'mathematical letters': subject('𝐅𝐚𝐥𝐜𝐨𝐧𝐛𝐫𝐢𝐝𝐠𝐞'),
  'letters in circles': subject('Ⓕⓐⓛⓒⓞⓝⓑⓡⓘⓓⓖⓔ'),
  'letters in black squares': subject('🅵🅰🅻🅲🅾🅽🅱🆁🅸🅳🅶🅴'),
  'Cyrillic letters that look the same': subject('Fаlсоnbridgе'),
  'marks of direction in between': subject('Fal\u200econ\u202abri\u2066dge'),
  'invisible signs in between': subject('Fal\u2062con\u00adbridge'),
  'letters that only mark a text': subject(
    [...NAME].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join(''),
  ),
  'a change of language in between': subject('Falcon\u001ben\u001bbridge'),
  'a line in between': subject('Falcon_bridge'),
  'a sum with dots': subject('1.234.567'),
  'a name within a longer word': link('mailto:info@falconbridgeltd.example'),
  'an escaped address': link('https://example.org/?q=%46alconbridge'),
  'data in an address': link(
    `data:text/plain;base64,${Buffer.from('sold to Falconbridge').toString('base64')}`,
  ),
  // What is named after them.
  'a font': (made) => font(made, { BaseFont: 'ABCDEF+Falconbridge-Bold' }),
  'the description of a font': (made) =>
    font(made, { BaseFont: 'Helvetica', FontDescriptor: { FontName: 'FalconbridgeSans' } }),
  'a letter of a font': (made) =>
    font(made, { Subtype: 'Type3', Encoding: { Differences: [65, NAME] }, CharProcs: {} }),
  'a colour': resource('ColorSpace', () => ({ C1: ['Separation', 'Falconbridge Blue', 'DeviceCMYK'] })),
  'a kind of tag': (made) =>
    made.catalog.set(
      name('StructTreeRoot'),
      add(made.pdf, { Type: 'StructTreeRoot', K: [add(made.pdf, { Type: 'StructElem', S: NAME })] }),
    ),
  'a passage of a page': (made) => made.page.node.addContentStream(stream(made, `/${NAME} BMC EMC`)),
  'what a program keeps on a page': (made) =>
    made.page.node.set(name('PieceInfo'), made.pdf.context.obj({ [NAME]: {} } as never)),
  'a property of the document': info(NAME, PDFString.of('yes')),
  'what a property of the document is': info('Client', NAME),
  // Where no program shows them.
  'a comment in metadata of a page': xmp('<!-- sold to Falconbridge -->'),
  'raw words in metadata of a page': xmp('<y><![CDATA[Falconbridge]]></y>'),
  'a property that was added to metadata': xmp('<pdfx:Falconbridge>yes</pdfx:Falconbridge>'),
  'a comment in a page': (made) => made.page.node.addContentStream(stream(made, '% for Falconbridge\nq Q')),
  'a comment in the map of a font': (made) =>
    font(made, { BaseFont: 'Helvetica', ToUnicode: stream(made, '% for Falconbridge\nbegincmap endcmap') }),
  'the dots of a small picture in a page': (made) =>
    made.page.node.addContentStream(
      stream(made, 'BI /W 30 /H 1 /CS /G /BPC 8 ID sold to Falconbridge for ever\nEI'),
    ),
  'what follows in a packed part': (made) =>
    made.page.node.addContentStream(
      raw(made, Buffer.concat([deflateSync(Buffer.from('q Q')), Buffer.from(' sold to Falconbridge')]), {
        Filter: 'FlateDecode',
      }),
    ),
  'a part that is packed twice': (made) =>
    made.catalog.set(
      name('Odd'),
      raw(made, deflateSync(deflateSync(Buffer.from('sold to Falconbridge'))), { Filter: 'FlateDecode' }),
    ),
};

describe('a public file is refused that leaks by', () => {
  test.each(Object.entries(leaks))('%s', async (_, leak) => {
    const made = await publicFile(async (file) => void (await leak(file)));
    const proof = await proofOf(scratchFolder(), made);
    expect(proof.findings.map(({ item }) => item)).toContain('Agenda Item 8');
    expect(JSON.stringify(proof)).not.toMatch(/falconbridge/iu);
  });

  test.each([
    ['a comment inside of an object', '/Type /Catalog', 0, '% Falconbridge\n'],
    ['bytes behind a stream', 'endstream', 9, '\n% Falconbridge\n'],
    ['an entry of the trailer', '<<\n/Size', 3, '/Client (Falconbridge)\n'],
    ['bytes before the first object', '1 0 obj', 0, '% Falconbridge\n'],
  ])('%s', async (_, before, behind, words) => {
    const clean = Buffer.from(await publicFile());
    const found = clean.indexOf(before);
    expect(found).toBeGreaterThan(0);
    const at = found + behind;
    const bytes = Buffer.concat([clean.subarray(0, at), Buffer.from(words, 'latin1'), clean.subarray(at)]);
    expect((await proofOf(scratchFolder(), bytes)).result).toBe('leaks');
  });

  test('an earlier version that is packed with other objects', async () => {
    const folder = scratchFolder();
    const [plain, packed] = [path.join(folder, 'plain.pdf'), path.join(folder, 'packed.pdf')];
    writeFileSync(plain, await publicFile(subject(SECRET)));
    execFileSync('qpdf', ['--object-streams=generate', plain, packed]);
    const bytes = readFileSync(packed);
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const { Info, Root } = context.trailerInfo;
    const number = `${Info}`.split(' ')[0];
    const before = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(bytes.toString('latin1'))?.[1];
    const object = `${number} 0 obj\n<</Title (The depot)>>\nendobj\n`;
    const place = String(bytes.length).padStart(10, '0');
    const tail = `xref\n${number} 1\n${place} 00000 n \ntrailer\n<</Size ${context.largestObjectNumber + 1} /Root ${Root} /Info ${Info} /Prev ${before}>>\nstartxref\n${bytes.length + object.length}\n%%EOF\n`;
    const proof = await proofOf(folder, Buffer.concat([bytes, Buffer.from(object + tail, 'latin1')]));
    expect(proof.findings.map(({ place: where }) => where)).toEqual(['earlier versions']);
  });

  test('its own name', async () => {
    const file = path.join(scratchFolder(), 'a.pdf');
    writeFileSync(file, await publicFile());
    const job = { publicFile: file, exempt, open, date: '2026-11-28T12:00:00Z' };
    expect((await prove({ ...job, publicName: 'Offer of Falconbridge.pdf' })).result).toBe('leaks');
    expect((await prove({ ...job, publicName: 'pack, public (3).pdf' })).result).toBe('no leak');
  });
});

describe('no leak is', () => {
  /** What is exempt, and what stands in the public file that only looks like it. */
  test.each([
    [
      'two public words that make an exempt one',
      'Maybe Onsite',
      (made: Open) => line('(may be, on site) Tj')(made),
      'may be on site',
    ],
    ['a public name that an exempt one is in', 'asked Garfield twice', subject('Garfields'), 'Garfields'],
    [
      'the pronoun of an exempt letter, where pages are i and ii',
      'as I said to B',
      subject('Page i, option B'),
      'Page ii',
    ],
    [
      'how every metadata names the usual language',
      'in default of payment',
      xmp('<a xml:lang="x-default">The depot</a>'),
      '',
    ],
    [
      'how fonts name codes and their makers',
      'Mr H. Identity of Microsoft Helvetica',
      (made: Open) => font(made, { BaseFont: 'ABCDEF+Helvetica-Bold', Encoding: 'Identity-H' }),
      '',
    ],
    [
      'the styles of a word processor',
      'Heading of the Contents',
      (made: Open) =>
        made.catalog.set(
          name('StructTreeRoot'),
          add(made.pdf, { Type: 'StructTreeRoot', RoleMap: { 'Table Heading': 'P', 'Heading 1': 'H1' } }),
        ),
      '',
    ],
    ['columns that are numbered', 'code 12345678', line('(1 2 3 4 5) Tj'), ''],
  ] as const)('%s', async (_, secret, fill, more) => {
    const made = await publicFile(async (file) => void (await fill(file)));
    const job = {
      exempt: [{ type: 'text', item: 'Agenda Item 8', kind: 'words', text: secret } as const],
      open: [...open, { type: 'text', item: 'Agenda Item 1', kind: 'words', text: more } as const],
    };
    expect((await proofOf(scratchFolder(), made, job)).findings).toEqual([]);
  });
});
