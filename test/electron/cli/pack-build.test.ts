import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { suppliedPdf } from '../../fixtures/pack/supplied-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';
import {
  decompressed,
  exempt,
  hasReaders,
  pageTexts,
  printedNumbers,
  type QpdfOutline,
  qpdfCheck,
  qpdfJson,
  writeMeeting,
} from './pack-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

const seeds = path.resolve(import.meta.dirname, '../../../../shared/seeds');
const report = (title: string, words: string) =>
  `Harbour Committee – Thursday 30 January 2025\n\n# ${title}\n\nReport of Councillor Ward\n\n## Summary\n\n1. ${words}\n`;

async function harbour(): Promise<string> {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'dues.md'), report('Harbour dues', 'Dues rise by 3 per cent in April.'));
  writeFileSync(
    path.join(folder, 'tables.pdf'),
    await suppliedPdf({ key: 'tables', pages: 3, title: 'Tables', bookmarks: true, rotations: [0, 90, 270] }),
  );
  writeFileSync(
    path.join(folder, 'offer.pdf'),
    await suppliedPdf({ key: 'offer', pages: 4, title: 'Offer', size: [841.89, 595.28] }),
  );
  writeFileSync(path.join(folder, 'quay.md'), report('The new quay', 'Work begins in May.'));
  return folder;
}

const agenda = [
  { title: 'Apologies' },
  {
    title: 'Harbour dues',
    documents: [
      { file: 'dues.md', title: 'Harbour dues' },
      { file: 'tables.pdf', title: 'Tables', appendix: true },
    ],
  },
  { title: 'Sale of the ice house', exempt, documents: [{ file: 'offer.pdf', title: 'Offer' }] },
  { title: 'The new quay', documents: [{ file: 'quay.md', title: 'The new quay' }] },
];

interface Printed {
  readonly pages: number;
  readonly items: readonly {
    readonly number: string;
    readonly title: string;
    readonly first: number | null;
    readonly last: number | null;
    readonly documents: readonly {
      readonly title: string;
      readonly first: number | null;
      readonly last: number | null;
    }[];
  }[];
  readonly findings: readonly { readonly rule: string }[];
}

async function build(meeting: string, ...more: string[]): Promise<Printed> {
  const { code, stdout, stderr } = await despatch(['pack', 'build', meeting, ...more, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Printed;
}
const titles = (outlines: readonly QpdfOutline[]): string[] =>
  outlines.flatMap(({ title, kids }) => [title, ...titles(kids)]);

describe.skipIf(!hasReaders)('pack build', () => {
  test('gives every document the pages that it tells, prints and labels, and begins each on a right-hand page', async () => {
    const folder = await harbour();
    const out = path.join(folder, 'pack.pdf');
    const { pages, items } = await build(writeMeeting(folder, agenda), '--pdf', out);
    expect(items.map(({ number, title, first, last }) => [number, title, first, last])).toEqual([
      ['1', 'Apologies', null, null],
      ['2', 'Harbour dues', 1, 5],
      ['3', 'Sale of the ice house', 7, 10],
      ['4', 'The new quay', 11, 11],
    ]);
    expect(items[1]?.documents.map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [3, 5],
    ]);
    expect(qpdfCheck(out)).toBe(0);
    expect(printedNumbers(out)).toEqual([
      null,
      null,
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ]);
    expect(pages).toBe(13);
    const texts = pageTexts(out);
    expect(texts.map((text) => /Agenda Item \d+/.exec(text)?.[0] ?? '').slice(2)).toEqual([
      'Agenda Item 2',
      ...Array(5).fill(''),
      'Agenda Item 3',
      ...Array(3).fill(''),
      'Agenda Item 4',
    ]);
    expect(texts[3]).toContain('This page is intentionally left blank');
    expect(texts[8]).toContain('offerp1');
    const { pagelabels, outlines } = qpdfJson(out);
    expect(pagelabels).toEqual([
      { index: 0, label: { '/S': '/r', '/St': 1 } },
      { index: 2, label: { '/S': '/D', '/St': 1 } },
    ]);
    expect(titles(outlines).filter((title) => /^\d/.test(title))).toEqual([
      '1 Apologies',
      '2 Harbour dues',
      '3 Sale of the ice house',
      '4 The new quay',
    ]);
    const dues = outlines.find(({ title }) => title === '2 Harbour dues');
    expect(dues?.kids.map(({ title, destpageposfrom1 }) => [title, destpageposfrom1])).toEqual([
      ['Harbour dues', 3],
      ['Tables', 5],
    ]);
    expect(dues?.kids[1]?.kids.length).toBeGreaterThan(0);
  });

  test('prints a front sheet with everything that the law and the reader ask for', async () => {
    const folder = await harbour();
    const out = path.join(folder, 'pack.pdf');
    await build(writeMeeting(folder, agenda), '--pdf', out);
    const front = pageTexts(out).slice(0, 2).join(' ').replace(/\s+/g, ' ');
    for (const words of [
      'AGENDA',
      'Harbour Committee',
      'Thursday 30 January 2025',
      '10:00',
      'Customs House',
      'Ask for',
      '01632 960123',
      'UNRESTRICTED ITEMS',
      '(Pages 1 - 5)',
      '(Pages 3 - 5)',
      'EXEMPT ITEMS',
      '(Pages 7 - 10)',
      'Not for publication by virtue of paragraph 3',
      'under section 100A(4) of the Local Government Act 1972',
      'Proper Officer',
      'Published Wednesday 22 January 2025',
    ]) {
      expect(front).toContain(words);
    }
  });

  test('prints the public note of an item, and its note for staff neither in the restricted nor in the public pack', async () => {
    const folder = await harbour();
    const [out, open] = [path.join(folder, 'pack.pdf'), path.join(folder, 'public.pdf')];
    const noted = agenda.map((item, at) =>
      at === 1
        ? { ...item, note: 'Chase Zebedee for figures', publicNote: 'Prints of the tables at the door' }
        : item,
    );
    const printed = await build(writeMeeting(folder, noted), '--pdf', out, '--public', open);
    expect(JSON.stringify(printed)).not.toContain('Zebedee');
    for (const file of [out, open]) {
      expect(pageTexts(file).join(' ')).toContain('Prints of the tables at the door');
      expect(pageTexts(file).join(' ')).not.toContain('Zebedee');
      expect(decompressed(file)).not.toContain('Zebedee');
    }
  });

  test('numbers the front sheet, begins at another number and leaves no blanks where that is set', async () => {
    const folder = await harbour();
    const out = path.join(folder, 'pack.pdf');
    const layout = { numberFrontSheet: true, firstNumber: 9, startDocumentsOnRightHandPage: false };
    const { items } = await build(writeMeeting(folder, agenda, { layout }), '--pdf', out);
    expect(items.map(({ first, last }) => [first, last])).toEqual([
      [null, null],
      [10, 13],
      [14, 17],
      [18, 18],
    ]);
    expect(printedNumbers(out)).toEqual(['9', '10', '11', '12', '13', '14', '15', '16', '17', '18']);
  });

  test('builds a ministerial pack with cover, running order and tabs', async () => {
    const folder = await harbour();
    const out = path.join(folder, 'pack.pdf');
    const items = [
      { title: 'Welcome', minutes: 5 },
      { title: 'The new quay', minutes: 20, documents: [{ file: 'quay.md', title: 'Brief' }] },
    ];
    await build(
      writeMeeting(folder, items, { kind: 'ministerial', layout: { dividers: true } }),
      '--pdf',
      out,
    );
    const texts = pageTexts(out);
    expect(texts[0]).toContain('Harbour Committee');
    expect(texts[2]).toContain('RUNNING ORDER');
    expect(texts[2]).toMatch(/10:05 - 10:25\s+2\s+The new quay/);
    expect(texts[4]).toContain('Tab 2');
    expect(texts[6]).toMatch(/Tab 2/);
  });

  test.skipIf(!existsSync(seeds))('takes the two real documents with supplied PDFs', async () => {
    const folder = await harbour();
    for (const name of readdirSync(seeds)) copyFileSync(path.join(seeds, name), path.join(folder, name));
    const out = path.join(folder, 'pack.pdf');
    const items = [
      {
        title: 'Safeguarding',
        documents: [
          { file: 'committee-report.txt', title: 'Report' },
          { file: 'tables.pdf', title: 'Tables', appendix: true },
        ],
      },
      { title: 'Briefing', documents: [{ file: 'ministerial-briefing.txt', title: 'Briefing' }] },
    ];
    const told = await build(writeMeeting(folder, items, { marking: 'OFFICIAL-SENSITIVE' }), '--pdf', out);
    const texts = pageTexts(out);
    expect(texts).toHaveLength(told.pages);
    const numbers = printedNumbers(out);
    for (const { first, last, number } of told.items) {
      expect(texts[numbers.indexOf(String(first))]).toContain(`Agenda Item ${number}`);
      expect(numbers).toContain(String(last));
    }
    expect(texts.every((text) => text.split('OFFICIAL-SENSITIVE').length === 3)).toBe(true);
  });
});

describe.skipIf(!hasReaders)('the public pack', () => {
  const outputs = (folder: string) => ({
    whole: path.join(folder, 'pack.pdf'),
    open: path.join(folder, 'public.pdf'),
    proof: path.join(folder, 'proof.json'),
  });
  const args = ({ whole, open, proof }: ReturnType<typeof outputs>) => [
    '--pdf',
    whole,
    '--public',
    open,
    '--proof',
    proof,
  ];

  test('keeps every number, puts a notice in the place of what is withheld, and comes with its proof', async () => {
    const folder = await harbour();
    const out = outputs(folder);
    const { items } = await build(writeMeeting(folder, agenda), ...args(out));
    expect(items[3]).toMatchObject({ first: 11, last: 11 });
    const texts = pageTexts(out.open);
    expect(printedNumbers(out.open)).toEqual([
      null,
      null,
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7 - 10',
      null,
      '11',
    ]);
    expect(texts[8]).toContain('Pages 7 - 10 are not for publication');
    expect(texts[10]).toMatch(/Agenda Item 4/);
    expect(texts.join('\n')).not.toMatch(/offerp\d/);
    expect(readFileSync(out.open, 'latin1')).not.toContain('offer.pdf');
    expect(JSON.parse(readFileSync(out.proof, 'utf8'))).toMatchObject({ result: 'no leak', findings: [] });
    expect(qpdfCheck(out.open)).toBe(0);
  });

  test('closes up where that is set', async () => {
    const folder = await harbour();
    const out = outputs(folder);
    await build(writeMeeting(folder, agenda, { layout: { publicNumbers: 'closed' } }), ...args(out));
    expect(printedNumbers(out.open)).toEqual([null, null, '1', '2', '3', '4', '5', '6', '7']);
    expect(pageTexts(out.open)[0]).toMatch(/The new quay\s+\(Page 7\)/);
  });

  test('is refused, with its report alone written, where a note in an open paper names whom the withheld one names', async () => {
    const folder = await harbour();
    const out = outputs(folder);
    writeFileSync(
      path.join(folder, 'bid.md'),
      report('The bid', 'Most is offered by Zanzibarian Trawlers for the ice house.'),
    );
    writeFileSync(
      path.join(folder, 'tables.pdf'),
      await noted(await suppliedPdf({ key: 'tables', pages: 1 }), 'Zanzibarian Trawlers'),
    );
    const secret = {
      title: 'Sale of the ice house',
      exempt,
      documents: [{ file: 'bid.md', title: 'The bid' }],
    };
    const layout = { keepAnnotations: true };
    const meeting = writeMeeting(folder, [...agenda.slice(0, 2), secret], { layout });
    const { code, stderr } = await despatch(['pack', 'build', meeting, ...args(out), '--json']);
    expect(code).toBe(2);
    expect((JSON.parse(stderr) as { error: { code: string } }).error.code).toBe('pack.leak');
    expect([existsSync(out.whole), existsSync(out.open)]).toEqual([false, false]);
    const proof = JSON.parse(readFileSync(out.proof, 'utf8')) as {
      result: string;
      findings: { item: string }[];
    };
    expect(proof.result).toBe('leaks');
    expect(proof.findings[0]?.item).toContain('Agenda Item 3');
  });

  test('is refused where the reason on the front sheet gives away a figure or a name of the withheld paper', async () => {
    const folder = await harbour();
    const out = outputs(folder);
    writeFileSync(
      path.join(folder, 'bid.md'),
      report('The bid', 'Falconbridge offers most, £7,654,321. Disclosure is for the Council.'),
    );
    const secret = (publicInterest: string) => ({
      title: 'Sale of the ice house',
      exempt: { ...exempt, publicInterest },
      documents: [{ file: 'bid.md', title: 'The bid' }],
    });
    const told = writeMeeting(folder, [...agenda.slice(0, 1), secret('It would cost us £7,654,321.')]);
    const { code, stderr } = await despatch(['pack', 'build', told, ...args(out), '--json']);
    expect(code).toBe(2);
    expect((JSON.parse(stderr) as { error: { code: string } }).error.code).toBe('pack.leak');
    writeMeeting(folder, [...agenda.slice(0, 1), secret('Falconbridge must not learn it.')]);
    const named = await despatch(['pack', 'build', told, ...args(out), '--json']);
    expect((JSON.parse(named.stderr) as { error: { code: string } }).error.code).toBe('pack.leak');
    await build(
      writeMeeting(folder, [...agenda.slice(0, 1), secret('Disclosure would cost the Council much.')]),
      ...args(out),
    );
    expect(JSON.parse(readFileSync(out.proof, 'utf8'))).toMatchObject({ result: 'no leak' });
  });
});

async function noted(pdf: Uint8Array, author: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf);
  const [page] = document.getPages();
  const words = { Contents: PDFString.of('See the table'), T: PDFString.of(author) };
  const note = { Type: 'Annot', Subtype: 'Text', Rect: [50, 50, 70, 70], ...words };
  page?.node.addAnnot(document.context.register(document.context.obj(note)));
  return document.save();
}

describe.skipIf(!hasReaders)('a supplement from the command line', () => {
  test('holds what is new or changed under numbers nobody used, and a consolidated pack holds all of it', async () => {
    const folder = await harbour();
    const file = (name: string) => path.join(folder, name);
    const first = await build(writeMeeting(folder, agenda), '--pdf', file('pack.pdf'));
    writeFileSync(file('pack.json'), JSON.stringify(first));
    writeFileSync(file('dues.md'), report('Harbour dues', 'Dues rise by 4 per cent in April.'));
    writeFileSync(file('ice.md'), report('Ice', 'The machine has failed.'));
    const late = { urgency: 'The fleet sails on Monday.', lateness: 'It failed yesterday.' };
    const more = [...agenda, { title: 'Ice', late, documents: [{ file: 'ice.md', title: 'Ice' }] }];
    const outputs = [
      '--pdf',
      file('a.pdf'),
      '--supplement-to',
      file('pack.json'),
      '--consolidated',
      file('all.pdf'),
    ];
    const supplement = await build(writeMeeting(folder, more), ...outputs);
    writeFileSync(file('a.json'), JSON.stringify(supplement));
    const changed = (told: Printed, item: number) =>
      told.items[item]?.documents.map(({ first: from, last }) => [from, last]);
    expect(changed(supplement, 1)).toEqual([
      [13, 13],
      [3, 5],
    ]);
    expect(changed(supplement, 4)).toEqual([[15, 15]]);
    const letter = (pageTexts(file('a.pdf'))[0] ?? '').replace(/\s+/g, ' ');
    for (const words of [
      'SUPPLEMENT A',
      'Agenda Item 2: Harbour dues',
      '(Page 13)',
      'Replaces page 1.',
      'Ice',
      '(Page 15)',
      'The fleet sails on Monday.',
      'It failed yesterday.',
    ]) {
      expect(letter).toContain(words);
    }
    expect(printedNumbers(file('a.pdf')).filter(Boolean)).toEqual(['13', '14', '15']);
    const all = printedNumbers(file('all.pdf')).filter(Boolean);
    expect(all).toEqual(
      ['13', '14', '1', '3', '4', '5', '6', '7', '8', '9', '10', '11', '15'].filter((n) => all.includes(n)),
    );
    const texts = pageTexts(file('all.pdf'));
    expect(texts[all.length]).toBeDefined();
    expect(texts.some((text) => /Page 1 was replaced/.test(text))).toBe(true);
    expect(texts.find((text) => text.includes('rise by 4 per cent'))).toMatch(/Page 13\b/);

    writeFileSync(file('ice.md'), report('Ice', 'The machine runs again.'));
    const second = await build(
      writeMeeting(folder, more),
      '--pdf',
      file('b.pdf'),
      '--supplement-to',
      file('a.json'),
    );
    expect(changed(second, 4)).toEqual([[17, 17]]);
    expect(pageTexts(file('b.pdf'))[0]).toContain('SUPPLEMENT B');
  });

  test('is refused where nothing is new, and where the record is of another meeting or none at all', async () => {
    const folder = await harbour();
    const record = path.join(folder, 'pack.json');
    const told = await build(writeMeeting(folder, agenda), '--pdf', path.join(folder, 'pack.pdf'));
    writeFileSync(record, JSON.stringify(told));
    const reasonOf = async (meeting: string, earlier = record) => {
      const args = [
        'pack',
        'build',
        meeting,
        '--pdf',
        path.join(folder, 'a.pdf'),
        '--supplement-to',
        earlier,
        '--json',
      ];
      const { code, stderr } = await despatch(args);
      expect(code).toBe(2);
      return (JSON.parse(stderr) as { error: { details: { reason: string } } }).error.details.reason;
    };
    expect(await reasonOf(writeMeeting(folder, agenda))).toMatch(/no document in it is new/);
    expect(await reasonOf(writeMeeting(folder, agenda, { date: '2025-02-27' }))).toMatch(/another meeting/);
    expect(await reasonOf(writeMeeting(folder, agenda), path.join(folder, 'meeting.json'))).toMatch(
      /not what “pack build --json” prints/,
    );
    expect(existsSync(path.join(folder, 'a.pdf'))).toBe(false);
  });
});
