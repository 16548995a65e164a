import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  degrees,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFOperator,
  PDFRawStream,
  PDFString,
  rgb,
  StandardFonts,
} from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { add, exempt, OPEN, type Open, open, proofOf, publicFile, SECRET, textOf } from './leaking.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function stream(made: Open, text: string | Uint8Array, dict: Record<string, unknown> = {}) {
  const contents = typeof text === 'string' ? bytesOf(text) : text;
  return made.pdf.context.register(made.pdf.context.flateStream(contents, dict as never));
}

/** A picture of one dot with segments of words in its file. */
function jpeg(...segments: Uint8Array[]): Uint8Array {
  const dot = Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
    'base64',
  );
  return Buffer.concat([dot.subarray(0, 2), ...segments, dot.subarray(2)]);
}
function segment(marker: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]),
    content,
  ]);
}
/** ImageDescription alone. */
function exif(text: string): Uint8Array {
  const words = Buffer.from(`${text}\0`, 'latin1');
  const head = Buffer.alloc(8 + 2 + 12 + 4);
  head.write('II', 0, 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(1, 8);
  head.writeUInt16LE(0x010e, 10);
  head.writeUInt16LE(2, 12);
  head.writeUInt32LE(words.length, 14);
  head.writeUInt32LE(26, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, words]));
}
function picture(made: Open, bytes: Uint8Array) {
  const dict = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 1,
    Height: 1,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
  };
  const image = PDFRawStream.of(made.pdf.context.obj(dict) as never, bytes);
  made.page.node.setXObject(PDFName.of('Im1'), made.pdf.context.register(image));
}
function annotate(made: Open, dict: Record<string, unknown>): void {
  made.page.node.addAnnot(add(made.pdf, { Type: 'Annot', Rect: [0, 0, 10, 10], ...dict }) as never);
}
function names(made: Open, key: string, value: unknown): void {
  made.catalog.set(PDFName.of('Names'), made.pdf.context.obj({ [key]: value } as never));
}
function structure(made: Open, element: Record<string, unknown>): void {
  const child = add(made.pdf, { Type: 'StructElem', S: 'Figure', Pg: made.page.ref, ...element });
  made.catalog.set(PDFName.of('StructTreeRoot'), add(made.pdf, { Type: 'StructTreeRoot', K: [child] }));
}

const places: Record<string, { place: string; where: RegExp; leak: (made: Open) => void | Promise<void> }> = {
  'the words of a page': {
    place: 'page text',
    where: /^page 2, in its words$/u,
    leak: async ({ pdf, page }) =>
      page.drawText(SECRET, { x: 50, y: 500, size: 12, font: await pdf.embedFont(StandardFonts.Courier) }),
  },
  'white words on a page': {
    place: 'page text',
    where: /^page 2/u,
    leak: ({ page }) =>
      page.drawText(SECRET, { x: 50, y: 500, size: 2, color: rgb(1, 1, 1), rotate: degrees(90) }),
  },
  'words off the page': {
    place: 'page content',
    where: /^page 2/u,
    leak: ({ page }) => page.drawText(SECRET, { x: -9000, y: 500, size: 12 }),
  },
  'a drawing that no page draws': {
    place: 'page content',
    where: /^page 2/u,
    leak: (made) =>
      made.page.node.setXObject(
        PDFName.of('Fm1'),
        stream(made, `BT /F1 12 Tf (${SECRET.slice(0, 8)}) Tj (${SECRET.slice(8).replace('£', '')}) Tj ET`, {
          Type: 'XObject',
          Subtype: 'Form',
          BBox: [0, 0, 9, 9],
        }),
      ),
  },
  'the title': { place: 'document properties', where: /title/u, leak: ({ pdf }) => pdf.setTitle(SECRET) },
  'the keywords': {
    place: 'document properties',
    where: /keywords/u,
    leak: ({ pdf }) => pdf.setKeywords(['Falconbridge']),
  },
  'the program that made it': {
    place: 'document properties',
    where: /properties/u,
    leak: ({ pdf }) => pdf.setCreator('by Falconbridge 1234567'),
  },
  XMP: {
    place: 'metadata',
    where: /XMP/u,
    leak: (made) =>
      made.catalog.set(
        PDFName.of('Metadata'),
        stream(
          made,
          `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:description>${SECRET.replace('£', '&#xA3;')}</dc:description></x:xmpmeta>`,
          { Type: 'Metadata', Subtype: 'XML' },
        ),
      ),
  },
  'a bookmark': {
    place: 'bookmarks',
    where: /^in a bookmark$/u,
    leak: (made) =>
      made.catalog.set(
        PDFName.of('Outlines'),
        add(made.pdf, { Type: 'Outlines', First: add(made.pdf, { Title: textOf(SECRET) }) }),
      ),
  },
  'alternative text': {
    place: 'structure',
    where: /^page 2, in the alternative text of a picture$/u,
    leak: (made) => structure(made, { Alt: textOf(SECRET) }),
  },
  'replacement text': {
    place: 'structure',
    where: /^page 2, in the replacement text/u,
    leak: (made) => structure(made, { ActualText: textOf(SECRET) }),
  },
  'an abbreviation written out': {
    place: 'structure',
    where: /abbreviation/u,
    leak: (made) => structure(made, { E: textOf('Falconbridge') }),
  },
  'the title of a tag': {
    place: 'structure',
    where: /title of a part/u,
    leak: (made) => structure(made, { T: PDFString.of('Falconbridge') }),
  },
  'replacement text in the page itself': {
    place: 'page content',
    where: /^page 2/u,
    leak: (made) =>
      made.page.node.addContentStream(
        stream(made, `/Span <</ActualText ${PDFHexString.fromText(SECRET)}>> BDC EMC`),
      ),
  },
  'a note': {
    place: 'links and notes',
    where: /^page 2, in the words of a note/u,
    leak: (made) => annotate(made, { Subtype: 'Text', Contents: textOf(SECRET) }),
  },
  'the address of a link': {
    place: 'links and notes',
    where: /^page 2, in the address of a link$/u,
    leak: (made) =>
      annotate(made, {
        Subtype: 'Link',
        A: { S: 'URI', URI: PDFString.of('https://example.org/falconbridge/offer') },
      }),
  },
  'the look of a note': {
    place: 'links and notes',
    where: /^page 2/u,
    leak: (made) =>
      annotate(made, {
        Subtype: 'FreeText',
        AP: {
          N: stream(made, '/Tx BMC BT (Falconbridge) Tj ET EMC', { Subtype: 'Form', BBox: [0, 0, 9, 9] }),
        },
      }),
  },
  'a form field': {
    place: 'form fields',
    where: /what a form field holds/u,
    leak: (made) =>
      made.catalog.set(
        PDFName.of('AcroForm'),
        made.pdf.context.obj({
          Fields: [add(made.pdf, { T: PDFString.of('a'), V: textOf(SECRET) })],
        } as never),
      ),
  },
  'a named destination': {
    place: 'names and labels',
    where: /place that links lead to/u,
    leak: (made) =>
      names(made, 'Dests', { Names: [PDFString.of('bid-Falconbridge'), [made.page.ref, 'Fit']] }),
  },
  'a destination of the old kind': {
    place: 'names and labels',
    where: /place that links lead to/u,
    leak: (made) =>
      made.catalog.set(PDFName.of('Dests'), add(made.pdf, { Falconbridge: [made.page.ref, 'Fit'] })),
  },
  'the label of a page': {
    place: 'page text',
    where: /./u,
    leak: ({ page }) => page.drawText('see label Falconbridge', { x: 50, y: 400, size: 10 }),
  },
  'page labels': {
    place: 'names and labels',
    where: /label of a page/u,
    leak: (made) =>
      made.catalog.set(
        PDFName.of('PageLabels'),
        made.pdf.context.obj({ Nums: [0, { P: PDFString.of('Falconbridge ') }] } as never),
      ),
  },
  'an attached file': {
    place: 'attachments',
    where: /attached file/u,
    leak: ({ pdf }) => pdf.attach(bytesOf(`Notes: ${SECRET}`), 'notes.txt', { mimeType: 'text/plain' }),
  },
  'the name of an attached file': {
    place: 'attachments',
    where: /name of an attached file|attached file/u,
    leak: ({ pdf }) => pdf.attach(bytesOf('nothing'), 'Falconbridge.txt', { mimeType: 'text/plain' }),
  },
  'a script': {
    place: 'scripts',
    where: /script/u,
    leak: (made) =>
      names(made, 'JavaScript', {
        Names: [PDFString.of('a'), { S: 'JavaScript', JS: PDFString.of('app.alert("Falconbridge");') }],
      }),
  },
  'an action when it opens': {
    place: 'scripts',
    where: /script|action/u,
    leak: (made) =>
      made.catalog.set(
        PDFName.of('OpenAction'),
        made.pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('x="Falconbridge"') } as never),
      ),
  },
  'the name of a layer': {
    place: 'layers',
    where: /layer/u,
    leak: (made) =>
      made.catalog.set(
        PDFName.of('OCProperties'),
        made.pdf.context.obj({
          OCGs: [add(made.pdf, { Type: 'OCG', Name: textOf('Falconbridge prices') })],
        } as never),
      ),
  },
  'words of a layer that is not shown': {
    place: 'page content',
    where: /^page 2, in what the page draws$/u,
    leak: async ({ pdf, page, catalog }) => {
      const layer = add(pdf, { Type: 'OCG', Name: textOf('Draft') });
      catalog.set(
        PDFName.of('OCProperties'),
        pdf.context.obj({ OCGs: [layer], D: { OFF: [layer] } } as never),
      );
      const font = await pdf.embedFont(StandardFonts.Helvetica);
      page.node.Resources()?.set(PDFName.of('Properties'), pdf.context.obj({ L1: layer } as never));
      page.pushOperators(PDFOperator.of('BDC' as never, ['/OC', '/L1'] as never));
      page.drawText(SECRET, { x: 50, y: 400, size: 12, font });
      page.pushOperators(PDFOperator.of('EMC' as never));
    },
  },
  'EXIF of a picture': {
    place: 'pictures',
    where: /^page 2, in the metadata of a picture$/u,
    leak: (made) => picture(made, jpeg(exif('Falconbridge yard'))),
  },
  'XMP of a picture': {
    place: 'pictures',
    where: /metadata of a picture/u,
    leak: (made) =>
      picture(
        made,
        jpeg(
          segment(
            0xe1,
            Buffer.from(
              `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><dc:title>Falconbridge</dc:title></x:xmpmeta>`,
            ),
          ),
        ),
      ),
  },
  'a comment in a picture': {
    place: 'pictures',
    where: /metadata of a picture/u,
    leak: (made) => picture(made, jpeg(segment(0xfe, Buffer.from('by Falconbridge')))),
  },
  'an object that nothing uses': {
    place: 'unused objects',
    where: /^in object \d+, which nothing in the file uses$/u,
    leak: (made) => void add(made.pdf, { Forgotten: textOf(SECRET) }),
  },
  'a page that was taken out': {
    place: 'unused objects',
    where: /nothing in the file uses/u,
    leak: (made) =>
      void add(made.pdf, { Type: 'Page', Contents: stream(made, 'BT (Falconbridge bids) Tj ET') }),
  },
  'what a program keeps for itself': {
    place: 'metadata',
    where: /program keeps/u,
    leak: (made) =>
      made.catalog.set(
        PDFName.of('PieceInfo'),
        made.pdf.context.obj({ App: { Private: { Draft: textOf(SECRET) } } } as never),
      ),
  },
  'a string under a key nobody knows': {
    place: 'other objects',
    where: /inner part/u,
    leak: (made) => made.catalog.set(PDFName.of('XYZ'), textOf(SECRET)),
  },
};

describe('a public file is refused that leaks in', () => {
  test.each(Object.entries(places))('%s', async (_, { place, where, leak }) => {
    const proof = await proofOf(scratchFolder(), await publicFile(leak));
    expect(proof.result).toBe('leaks');
    const found = proof.findings.find((each) => each.place === place);
    expect([proof.findings, found?.where]).toEqual([proof.findings, expect.stringMatching(where)]);
    expect(found?.item).toBe('Agenda Item 8');
    expect(JSON.stringify(proof)).not.toMatch(/falconbridge/iu);
  });

  test('an earlier version kept inside it', async () => {
    const folder = scratchFolder();
    const leaking = await publicFile(({ pdf }) => pdf.setSubject(SECRET));
    const pdf = await PDFDocument.load(leaking, { updateMetadata: false });
    const info = pdf.context.trailerInfo.Info;
    const number = `${info}`.split(' ')[0];
    const at = leaking.length;
    const object = `${number} 0 obj\n<</Title (The depot)>>\nendobj\n`;
    const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(Buffer.from(leaking).toString('latin1'))?.[1];
    const tail = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${pdf.context.largestObjectNumber + 1} /Root ${pdf.context.trailerInfo.Root} /Info ${info} /Prev ${startxref}>>\nstartxref\n${at + object.length}\n%%EOF\n`;
    const proof = await proofOf(folder, Buffer.concat([leaking, Buffer.from(object + tail, 'latin1')]));
    expect(proof.findings.map(({ place, where }) => [place, where])).toEqual([
      ['earlier versions', 'in an earlier version that is kept inside the file'],
    ]);
  });

  test('bytes after its end, and between its parts', async () => {
    const folder = scratchFolder();
    const clean = Buffer.from(await publicFile());
    const after = await proofOf(folder, Buffer.concat([clean, Buffer.from(`\n${SECRET}\n`)]));
    expect(after.findings.map(({ where }) => where)).toEqual(['in bytes after the end of the file']);
    const packed = await proofOf(folder, Buffer.concat([clean, Buffer.from('\n% Falconbridge')]));
    expect(packed.result).toBe('leaks');
    const cut = clean.indexOf('endobj') + 7;
    const between = Buffer.concat([
      clean.subarray(0, cut),
      Buffer.from('% Falconbridge\n'),
      clean.subarray(cut),
    ]);
    expect((await proofOf(folder, between)).findings[0]?.place).toBe('bytes outside objects');
  });

  test('whatever qpdf makes of the file: packed, linearised, plain', async () => {
    const folder = scratchFolder();
    const leaking = path.join(folder, 'in.pdf');
    writeFileSync(leaking, await publicFile((made) => structure(made, { Alt: textOf(SECRET) })));
    for (const how of [['--object-streams=generate'], ['--linearize'], ['--qdf']]) {
      const out = path.join(folder, 'out.pdf');
      execFileSync('qpdf', [...how, leaking, out]);
      const proof = await proofOf(folder, readFileSync(out));
      expect([how, proof.findings.map(({ where }) => where)]).toEqual([
        how,
        ['page 2, in the alternative text of a picture'],
      ]);
    }
  });
});

describe('a public file passes', () => {
  test('that shows public words alone, and the report says what was searched', async () => {
    const proof = await proofOf(scratchFolder(), await publicFile());
    expect(proof).toMatchObject({
      result: 'no leak',
      findings: [],
      pages: 2,
      file: 'public.pdf',
      limits: [],
    });
    expect(proof.sha256).toMatch(/^[0-9a-f]{64}$/u);
    const searched = new Map(proof.searched.map(({ place, words }) => [place, words]));
    expect(searched.get('page text')).toBeGreaterThan(20);
    expect(searched.get('document properties')).toBeGreaterThan(2);
    expect(proof.exempt).toEqual([
      { item: 'Agenda Item 8', words: 6, sought: expect.any(Number), alsoPublic: 0 },
    ]);
    expect(proof.exempt[0]?.sought).toBeGreaterThan(3);
  });

  test('though exempt papers use ordinary words of public ones', async () => {
    const proof = await proofOf(scratchFolder(), await publicFile(), {
      exempt: [
        { type: 'text', item: 'Agenda Item 8', kind: 'words', text: 'A company considers the depot.' },
      ],
    });
    expect(proof.result).toBe('no leak');
  });

  test('of which qpdf has made packed, linearised and plain files', async () => {
    const folder = scratchFolder();
    const clean = path.join(folder, 'in.pdf');
    writeFileSync(clean, await publicFile());
    for (const how of [['--object-streams=generate'], ['--linearize'], ['--qdf']]) {
      const out = path.join(folder, 'out.pdf');
      execFileSync('qpdf', [...how, clean, out]);
      expect((await proofOf(folder, readFileSync(out))).findings).toEqual([]);
    }
  });
});

describe('what cannot be read is a limit and no pass', () => {
  test('pictures of words', async () => {
    const proof = await proofOf(scratchFolder(), await publicFile((made) => picture(made, jpeg())));
    expect(proof.limits).toEqual([
      'Words that are drawn in pictures are not found: there are pictures on page 2.',
    ]);
  });

  test('a damaged packed part, and small pictures of pages', async () => {
    const proof = await proofOf(
      scratchFolder(),
      await publicFile((made) => {
        const broken = PDFRawStream.of(
          made.pdf.context.obj({ Filter: 'JustUsDecode' } as never) as never,
          deflateSync(bytesOf(SECRET)),
        );
        made.catalog.set(PDFName.of('Odd'), made.pdf.context.register(broken));
        made.page.node.set(
          PDFName.of('Thumb'),
          stream(made, 'xx', { Width: 1, Height: 1, Subtype: 'Image' }),
        );
      }),
    );
    expect(proof.limits.join(' ')).toMatch(
      /packed part of the file was not read.*small pictures of its pages/u,
    );
  });
});

describe('what is exempt is taken from', () => {
  test('the pages, bookmarks and descriptions of an exempt PDF, and from its name', async () => {
    const folder = scratchFolder();
    const paper = path.join(folder, 'secret.pdf');
    writeFileSync(
      paper,
      await publicFile(({ page }) => page.drawText('Zanzibar Holdings', { x: 50, y: 300, size: 12 })),
    );
    const job = {
      exempt: [{ type: 'pdf', item: 'Agenda Item 9', file: paper, name: 'Quokka report.pdf' } as const],
      open,
    };
    for (const leak of ['Zanzibar', 'Quokka report']) {
      const proof = await proofOf(folder, await publicFile(({ pdf }) => pdf.setSubject(leak)), job);
      expect([leak, proof.findings.map(({ item }) => item)]).toEqual([leak, ['Agenda Item 9']]);
    }
    expect((await proofOf(folder, await publicFile(), job)).findings).toEqual([]);
  });

  test('short titles as a whole, though each of their words is public', async () => {
    const job = {
      exempt: [
        ...exempt,
        { type: 'text', item: 'Agenda Item 9', kind: 'name', text: 'Company lease' } as const,
      ],
    };
    const folder = scratchFolder();
    const proof = await proofOf(folder, await publicFile(({ pdf }) => pdf.setSubject('Company lease')), job);
    expect(proof.findings.map(({ item }) => item)).toEqual(['Agenda Item 9']);
  });

  test('a public PDF says what is public', async () => {
    const folder = scratchFolder();
    const paper = path.join(folder, 'open.pdf');
    writeFileSync(paper, await publicFile(({ page }) => page.drawText(SECRET, { x: 50, y: 300, size: 12 })));
    const proof = await proofOf(folder, readFileSync(paper), {
      open: [{ type: 'pdf', item: 'Agenda Item 2', file: paper, name: 'open.pdf' }, ...open],
    });
    expect(proof.result).toBe('no leak');
    expect(proof.exempt[0]?.alsoPublic).toBeGreaterThan(0);
    expect(OPEN).not.toContain('Falcon');
  });
});
