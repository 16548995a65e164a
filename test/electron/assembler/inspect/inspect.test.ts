import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inspectPdf } from '../../../../electron/assembler/inspect/inspect.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { inspectionSchema } from '../../../../shared/pack/inspection.ts';
import { hasPrograms, qpdf } from '../../../fixtures/pack/programs.ts';
import { pdf, pdfOf, picture, stream, words } from '../../pdfium/pdf-file.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const ours = () => readFileSync(path.join(root, 'resources/sample-library/evidence/flood-investigation.pdf'));

async function refusal(bytes: Uint8Array): Promise<unknown> {
  try {
    await inspectPdf(bytes, 'a.pdf');
  } catch (fault) {
    if (fault instanceof DespatchError) return fault.toData();
    throw fault;
  }
  return 'accepted';
}

test('of a PDF of ours everything is known, and nothing is wrong', async () => {
  const found = await inspectPdf(ours(), 'flood.pdf');
  expect(inspectionSchema.parse(found)).toEqual(found);
  expect(found).toMatchObject({
    version: '1.7',
    title: 'Harrowmere flood investigation',
    language: 'en-GB',
    creator: 'Typst 0.14.2',
    tagged: true,
    claimsUa: true,
    encryption: 'none',
    damage: 'none',
    portfolio: false,
    xfa: 'none',
    fields: 0,
    scripts: 0,
    launches: 0,
    attachments: [],
    hiddenLayers: [],
    bookmarks: 7,
    comments: [],
    redactions: [],
    covered: [],
    missingFonts: [],
  });
  expect(found.bytes).toBe(ours().length);
  expect(found.pages.map(({ label, shows }) => [label, shows])).toEqual([
    ['1', 'text'],
    ['2', 'text'],
  ]);
});

test('pages are told as they are shown: cropped, turned, with the names they give themselves', async () => {
  const bytes = pdfOf(
    [
      { content: words('one'), entries: '/MediaBox [0 0 595 842]' },
      { content: words('two'), entries: '/MediaBox [0 0 595 842] /Rotate 90' },
      { content: words('three'), entries: '/MediaBox [0 0 595 842] /CropBox [100 100 400 300] /Rotate -180' },
      { content: picture, entries: '/MediaBox [0 0 1 1] /Rotate 630' },
      { content: stream(' ') },
    ],
    { catalogue: '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (A-) /St 7 >>] >>' },
  );
  const { pages } = await inspectPdf(bytes, 'a.pdf');
  expect(pages.map(({ edges: _, ...page }) => page)).toEqual([
    { width: 595, height: 842, rotation: 0, label: 'i', text: 'one', shows: 'text' },
    { width: 842, height: 595, rotation: 90, label: 'ii', text: 'two', shows: 'text' },
    { width: 300, height: 200, rotation: 180, label: 'A-7', text: 'three', shows: 'text' },
    { width: 1, height: 1, rotation: 270, label: 'A-8', text: '', shows: 'scan' },
    { width: 200, height: 200, rotation: 0, label: 'A-9', text: '', shows: 'empty' },
  ]);
  // At (20, 150) of the file; turned by a quarter, near the top.
  expect(pages.map(({ edges }) => edges.length)).toEqual([0, 1, 0, 1, 0]);
  expect(pages[1]?.edges).toEqual([[149, 20, 159, 39]]);
});

test('what acts, what is packed in and what is not shown is counted and named', async () => {
  const bytes = pdfOf(
    [
      {
        content: words('Form'),
        entries:
          '/Annots [8 0 R 9 0 R 10 0 R 11 0 R] /AA << /O << /S /JavaScript /JS (app.alert\\(2\\)) >> >>',
      },
    ],
    {
      catalogue:
        '/Lang (cy) /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AcroForm << /Fields [8 0 R 12 0 R] /XFA (x) /DR << /Font << /Helv 4 0 R >> >> >> /Names << /EmbeddedFiles << /Names [(a) 13 0 R] >> >> /Collection << >> /OCProperties << /OCGs [14 0 R 15 0 R] /D << /OFF [15 0 R] >> >> /MarkInfo << /Marked true >>',
      info: '/Title (Microsoft Word - draft3.docx) /Producer (Maker 1) /Creator (Word)',
      more: [
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [0 0 9 9] /Kids [10 0 R] >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >>',
        '<< /Type /Annot /Subtype /Widget /Parent 8 0 R /Rect [0 0 9 9] >>',
        '<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /A << /S /Rendition >> >>',
        '<< /FT /Sig /T (signed) /V << /Type /Sig >> >>',
        '<< /Type /Filespec /F (old.xls) /UF (b\\374dget.xlsx) /EF << /F 5 0 R >> >>',
        '<< /Type /OCG /Name (Map) >>',
        '<< /Type /OCG /Name (Old\\nwording) >>',
      ],
    },
  );
  expect(await inspectPdf(bytes, 'form.pdf')).toMatchObject({
    title: 'Microsoft Word - draft3.docx',
    producer: 'Maker 1',
    creator: 'Word',
    language: 'cy',
    // It says so, and has no structure.
    tagged: false,
    scripts: 2,
    launches: 1,
    media: 2,
    fields: 2,
    signatures: 1,
    xfa: 'static',
    portfolio: true,
    attachments: ['büdget.xlsx'],
    hiddenLayers: ['Old wording'],
    missingFonts: ['Helvetica'],
    comments: [],
  });
});

test('a form that only Acrobat makes pages of is told from one that has them', async () => {
  const catalogue = '/AcroForm << /Fields [] /XFA (x) >>';
  const first = words('Please wait... If this message is not eventually replaced by the proper contents');
  const waits = pdfOf([{ content: first, entries: '/MediaBox [0 0 900 200]' }], { catalogue });
  expect((await inspectPdf(waits, 'a.pdf')).xfa).toBe('dynamic');
  const says = pdfOf([{ content: words('x') }], { catalogue: `${catalogue} /NeedsRendering true` });
  expect((await inspectPdf(says, 'a.pdf')).xfa).toBe('dynamic');
});

test('notes of readers are told with their page and author; links and fields are no notes', async () => {
  const bytes = pdfOf(
    [{ content: words('a') }, { content: words('b'), entries: '/Annots [10 0 R 11 0 R 12 0 R 13 0 R]' }],
    {
      more: [
        '<< /Type /Annot /Subtype /Text /T (Priya Shah) /Contents (Is this\\nright?) /Rect [0 0 9 9] >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>',
        '<< /Type /Annot /Subtype /Highlight /Rect [0 0 9 9] /QuadPoints [0 9 9 9 0 0 9 0] >>',
        '<< /Type /Annot /Subtype /StrikeOut /F 2 /Rect [0 0 9 9] >>',
      ],
    },
  );
  expect((await inspectPdf(bytes, 'a.pdf')).comments).toEqual([
    { page: 2, kind: 'Text', author: 'Priya Shah', words: 'Is this right?' },
    { page: 2, kind: 'Highlight', author: '', words: '' },
  ]);
});

const secret = 'BT /F1 12 Tf 20 150 Td (Pay Miss Jones of Elm Road) Tj ET';
const plain = 'BT /F1 12 Tf 20 100 Td (Seen by everybody) Tj ET';
const hiding: [how: string, content: string, entries: string, more: string[]][] = [
  ['a black rectangle', `${secret} ${plain} 0 g 50 145 80 16 re f`, '', []],
  [
    'a dark blue one, under a form',
    `${secret} ${plain} /Fm1 Do`,
    '/Resources << /Font << /F1 4 0 R >> /XObject << /Fm1 8 0 R >> >>',
    [stream('0 0 0.2 rg 50 145 80 16 re f', '/Type /XObject /Subtype /Form /BBox [0 0 200 200]')],
  ],
  [
    'a note that somebody drew',
    `${secret} ${plain}`,
    '/Annots [8 0 R]',
    ['<< /Type /Annot /Subtype /Square /C [0 0 0] /IC [0 0 0] /Rect [50 145 130 161] >>'],
  ],
  ['a turned page', `${secret} ${plain} 0 g 50 145 80 16 re f`, '/Rotate 90 /CropBox [10 80 190 190]', []],
];
test.each(hiding)('words under %s are found', async (_how, content, entries, more) => {
  const bytes = pdfOf([{ content: stream(content), entries }], { more });
  const { covered } = await inspectPdf(bytes, 'a.pdf');
  expect(covered).toHaveLength(1);
  expect(covered[0]?.page).toBe(1);
  expect(covered[0]?.words).toMatch(/Jones/);
  expect(covered[0]?.words).not.toMatch(/Road|Seen/);
});

test('what can be read is not called covered', async () => {
  const contents = [
    // White on black, as in the head of a table.
    `0 g 10 140 180 30 re f 1 g ${secret}`,
    // A shaded row, a thin rule, a frame.
    `0.8 g 10 140 180 30 re f 0 g ${secret} 20 148 150 1 re f 10 140 180 30 re S`,
    // Large letters whose strokes are wide.
    'BT /F1 150 Tf 10 40 Td (III) Tj ET 0 g 0 0 10 10 re f',
    'BT /F2 11 Tf 10 40 Td (PART III) Tj ET 0 g 0 0 10 10 re f',
    // A black box beside the words, and words drawn over a picture.
    `0 g 5 145 14 16 re f q 200 0 0 200 0 0 cm /Im1 Do Q ${secret}`,
  ];
  const fonts = 6 + 2 * contents.length;
  const entries = `/Resources << /Font << /F1 4 0 R /F2 ${fonts} 0 R >> /XObject << /Im1 5 0 R >> >>`;
  const more = ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>'];
  const found = await inspectPdf(
    pdfOf(
      contents.map((content) => ({ content: stream(content), entries })),
      { more },
    ),
    'a.pdf',
  );
  expect(found.covered).toEqual([]);
});

test('places marked for redaction that nobody carried out are told by their pages', async () => {
  const redact =
    '<< /Type /Annot /Subtype /Redact /Rect [50 145 130 161] /QuadPoints [50 161 130 161 50 145 130 145] >>';
  const page = { content: words('Secret') };
  const marked = { ...page, entries: '/Annots [12 0 R 13 0 R]' };
  const bytes = pdfOf([page, marked, page], { more: [redact, redact] });
  expect((await inspectPdf(bytes, 'a.pdf')).redactions).toEqual([2]);
});

const cipher: [name: string, args: string[]][] = [
  ['40 bits', ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--']],
  ['RC4 of 128 bits', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=n', '--']],
  ['AES of 128 bits', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=y', '--']],
  ['AES of 256 bits', ['--encrypt', '', 'owner', '256', '--']],
  [
    'AES of 256 bits with packed objects',
    ['--object-streams=generate', '--encrypt', '', 'owner', '256', '--'],
  ],
];
test.runIf(hasPrograms).each(cipher)(
  'what opens without a password is read although it is encrypted: %s (skipped without qpdf)',
  async (_name, args) => {
    const found = await inspectPdf(qpdf(ours(), ...args), 'a.pdf');
    expect(found).toMatchObject({
      encryption: 'owner',
      title: 'Harrowmere flood investigation',
      tagged: true,
      missingFonts: [],
    });
  },
);

test.runIf(hasPrograms).each([
  ['linearised', ['--linearize']],
  ['with packed objects', ['--object-streams=generate', '--compress-streams=y']],
  ['unpacked', ['--qdf', '--object-streams=disable']],
])('the same file %s is the same (skipped without qpdf)', async (_name, args) => {
  const before = await inspectPdf(ours(), 'a.pdf');
  const after = await inspectPdf(qpdf(ours(), ...args), 'a.pdf');
  expect({ ...after, sha256: '', bytes: 0, producer: '' }).toEqual({
    ...before,
    sha256: '',
    bytes: 0,
    producer: '',
  });
});

test('a file that can be read in spite of its damage says so', async () => {
  const whole = pdfOf([{ content: words('Words') }]);
  const moved = Buffer.from(whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
  expect(await inspectPdf(moved, 'a.pdf')).toMatchObject({ damage: 'repaired', pages: [{ text: 'Words' }] });
  const cut = whole.subarray(0, whole.indexOf('%%EOF'));
  expect(await inspectPdf(cut, 'a.pdf')).toMatchObject({ damage: 'cutOff', pages: [{ text: 'Words' }] });
  const mailed = Buffer.concat([Buffer.from('X-Mailer: post\r\n\r\n'), whole]);
  expect(await inspectPdf(mailed, 'a.pdf')).toMatchObject({ damage: 'none', pages: [{ text: 'Words' }] });
});

const hopeless: [what: string, bytes: () => Buffer, code: string, reason: RegExp | null][] = [
  ['nothing', () => Buffer.of(), 'input.empty', null],
  ['no PDF', () => Buffer.from('PK\x03\x04 docx'), 'input.misnamed', /no PDF/],
  [
    'a password',
    () => readFileSync(path.join(root, 'test/fixtures/evidence/password.pdf')),
    'input.encrypted',
    /password/,
  ],
  ['half a file', () => ours().subarray(0, 400), 'input.damaged', /not a whole PDF/],
  [
    'no pages',
    () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']),
    'input.damaged',
    /no pages/,
  ],
  [
    'a list of pages that leads in a circle',
    () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    'input.damaged',
    /circle|no pages/,
  ],
  [
    'a list of pages that lies',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 9 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
      ]),
    'input.damaged',
    /says that it has 9 pages and has 1/,
  ],
];
test.each(hopeless)('%s is refused with file and reason', async (_what, bytes, code, reason) => {
  const refused = await refusal(bytes());
  expect(refused).toMatchObject({ code, details: { file: 'a.pdf' } });
  if (reason) expect(refused).toMatchObject({ details: { reason: expect.stringMatching(reason) } });
});

test('objects nested without end and resources in a circle end', async () => {
  const deep = `${'['.repeat(500)}${']'.repeat(500)}`;
  const bytes = pdfOf([{ content: words('x'), entries: '/Annots [8 0 R] /Resources 9 0 R' }], {
    catalogue: `/Deep ${deep}`,
    more: [
      '<< /Type /Annot /Subtype /Square /Rect [0 0 1 1] /AP << /N 10 0 R >> >>',
      '<< /Font << /F1 4 0 R >> /XObject << /Fm1 10 0 R >> >>',
      stream('/Fm1 Do', '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources 9 0 R'),
    ],
  });
  expect((await inspectPdf(bytes, 'a.pdf')).missingFonts).toEqual(['Helvetica']);
});
