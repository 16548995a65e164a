/** What people put into packs that cannot go there, through the real command line: told with file and item, all at once. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SuppliedRequest, suppliedPdf } from '../../fixtures/pack/supplied-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { simplePdf } from '../assembler/raw-pdf.ts';
import { despatch } from './despatch.ts';
import {
  exempt,
  type FileItem,
  hasReaders,
  packBuild,
  pageTexts,
  printedNumbers,
  qpdfCheck,
  writeMeeting,
} from './pack-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

const passwordPdf = path.resolve(import.meta.dirname, '../../fixtures/evidence/password.pdf');

/** Name, bytes (null: none; 'folder': one), what is said of it, and which rule of the pack check tells it. */
const unreadable: readonly (readonly [string, () => Uint8Array | string | null, RegExp, string])[] = [
  ['missing.pdf', () => null, /There is no such file/, 'paper-missing'],
  ['folder.pdf', () => 'folder', /It is a folder/, 'paper-unreadable'],
  ['empty.pdf', () => Buffer.alloc(0), /no bytes|empty/i, 'paper-unreadable'],
  ['letter.pdf', () => Buffer.from('Dear all,'), /ends in \.pdf, but it is no such file/, 'paper-unreadable'],
  ['cut.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Cat'), /not a whole PDF/, 'paper-unreadable'],
  ['no-pages.pdf', () => simplePdf([]), /no pages/, 'paper-unreadable'],
  ['locked.pdf', () => readFileSync(passwordPdf), /password/, 'paper-unreadable'],
  [
    'damaged.docx',
    () => Buffer.from('PK\u0003\u0004 and nothing behind it'),
    /its end is missing/i,
    'paper-unreadable',
  ],
  ['empty.txt', () => Buffer.alloc(0), /no bytes|empty/i, 'paper-unreadable'],
  [
    'bytes.txt',
    () => Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 7, 8, 0, 0]),
    /neither PDF nor Word nor text/,
    'paper-unreadable',
  ],
  ['no.despatch', () => Buffer.from('PK\u0003\u0004'), /no Despatch file|end is missing/, 'paper-unreadable'],
  ['sheet.xlsx', () => Buffer.from('PK\u0003\u0004 sheet'), /./, 'paper-unreadable'],
];

function writeUnreadable(folder: string): void {
  for (const [name, make] of unreadable) {
    const made = make();
    if (made === 'folder') mkdirSync(path.join(folder, name));
    else if (made !== null) writeFileSync(path.join(folder, name), made);
  }
}

async function badPapers(folder: string): Promise<FileItem[]> {
  writeUnreadable(folder);
  writeFileSync(path.join(folder, 'good.pdf'), await suppliedPdf({ key: 'good', pages: 2 }));
  writeFileSync(path.join(folder, 'good.md'), '# Last\n\n## Summary\n\n1. The last paper can be read.\n');
  return [
    { title: 'First', documents: [{ file: 'good.pdf', title: 'Good tables' }] },
    ...unreadable.map(([file]) => ({
      title: `About ${file}`,
      documents: [{ file, title: `Report in ${file}` }],
    })),
    { title: 'Last', documents: [{ file: 'good.md', title: 'Last' }] },
  ];
}

describe('papers that cannot be read', () => {
  test('are all named in one run, with file, item and reason, and nothing is written', async () => {
    const folder = scratchFolder();
    const meeting = writeMeeting(folder, await badPapers(folder));
    const before = readdirSync(folder).sort();
    const { code, error, told } = await packBuild([meeting, '--pdf', path.join(folder, 'out.pdf')]);
    expect(code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(told).toMatchObject({ pages: null, written: [], files: [] });
    expect(told?.unreadable.map(({ file }) => file)).toEqual(unreadable.map(([name]) => name));
    for (const [at, [name, , reason, rule]] of unreadable.entries()) {
      const row = told?.unreadable[at];
      expect(row).toMatchObject({
        item: `Agenda Item ${at + 2}, “About ${name}”`,
        document: `Report in ${name}`,
      });
      expect(row?.reason).toMatch(reason);
      const findings = told?.findings.filter(({ paper }) => paper?.title === `Report in ${name}`);
      expect([name, findings?.find(({ severity }) => severity === 'error')?.rule]).toEqual([name, rule]);
      expect(error?.message).toContain(`“${name}” (Agenda Item ${at + 2}, “About ${name}”)`);
    }
    expect(error?.message).toContain(`${unreadable.length} papers could not be put into the pack`);
    // What else is to be put right is told in the same run.
    expect(told?.findings.some(({ paper }) => paper?.title === 'Good tables')).toBe(true);
  });

  test.skipIf(!hasReaders)(
    'are left out where that is asked for, each with a page that says so and nothing of why',
    async () => {
      const folder = scratchFolder();
      const meeting = writeMeeting(folder, await badPapers(folder));
      const out = path.join(folder, 'out.pdf');
      const { code, error, told } = await packBuild([meeting, '--pdf', out, '--leave-out-unreadable']);
      expect({ code, error }).toEqual({ code: 0, error: null });
      expect(qpdfCheck(out)).toBe(0);
      expect(told?.unreadable).toHaveLength(unreadable.length);
      const texts = pageTexts(out);
      const numbers = printedNumbers(out);
      for (const document of told?.items.flatMap(({ documents }) => documents) ?? []) {
        const text = texts[numbers.indexOf(String(document.first))] ?? '';
        expect([document.title, text.includes('This paper could not be included')]).toEqual([
          document.title,
          document.leftOut,
        ]);
        if (!document.leftOut) continue;
        expect(document.first).toBe(document.last);
        expect(text).toContain('ask Ann Clerk, 01632 960123');
        expect(text).not.toMatch(/password|is damaged|no such file/i);
      }
      expect(
        told?.items.flatMap(({ documents }) => documents).filter(({ leftOut }) => !leftOut),
      ).toHaveLength(2);
      expect(texts.join('\n').match(/Could not be included/g)).toHaveLength(unreadable.length);
    },
  );

  test.skipIf(!hasReaders)(
    'and are withheld show nothing in public, and the proof says that it could not look for their words',
    async () => {
      const folder = scratchFolder();
      writeFileSync(path.join(folder, 'letter.pdf'), 'Dear all,');
      const file = (name: string) => path.join(folder, name);
      const items = [
        {
          title: 'Sale',
          exempt,
          documents: [{ file: 'letter.pdf', title: 'Offer of Zanzibarian Trawlers' }],
        },
      ];
      const outputs = [
        '--pdf',
        file('out.pdf'),
        '--public',
        file('public.pdf'),
        '--proof',
        file('proof.json'),
      ];
      const { code, told } = await packBuild([
        writeMeeting(folder, items),
        ...outputs,
        '--leave-out-unreadable',
      ]);
      expect(code).toBe(0);
      expect(pageTexts(file('out.pdf')).join('\n')).toContain('Sale: Offer of Zanzibarian Trawlers');
      const open = pageTexts(file('public.pdf')).join('\n');
      expect(open).toContain('Page 1 is not for publication');
      expect(open).not.toMatch(/Zanzibarian|could not be included/i);
      expect(told?.files.find(({ proved }) => proved !== null)).toMatchObject({
        proved: 'no leak where it could be read',
        limits: [expect.stringContaining('A paper of Agenda Item 1 is withheld and could not be read')],
      });
      expect(readFileSync(file('proof.json'), 'utf8')).not.toContain('Zanzibarian');
    },
  );

  test.skipIf(!hasReaders)(
    'come with the next supplement once they can be read, and replace the page in their place',
    async () => {
      const folder = scratchFolder();
      const file = (name: string) => path.join(folder, name);
      const supplied = async (key: string, pages: number) =>
        writeFileSync(file(`${key}.pdf`), await suppliedPdf({ key, pages }));
      await supplied('first', 2);
      const items = [
        { title: 'First', documents: [{ file: 'first.pdf', title: 'First' }] },
        { title: 'Second', documents: [{ file: 'second.pdf', title: 'Second' }] },
      ];
      const meeting = writeMeeting(folder, items);
      const build = async (...args: string[]) => {
        const { code, error, told } = await packBuild([meeting, ...args]);
        expect({ code, error }).toEqual({ code: 0, error: null });
        return told;
      };
      const first = await build('--pdf', file('pack.pdf'), '--leave-out-unreadable');
      writeFileSync(file('pack.json'), JSON.stringify(first));
      await supplied('second', 3);
      await build(
        '--pdf',
        file('a.pdf'),
        '--supplement-to',
        file('pack.json'),
        '--consolidated',
        file('all.pdf'),
      );
      expect(pageTexts(file('a.pdf'))[0]?.replace(/\s+/g, ' ')).toMatch(
        /Second \(Pages 5 - 7\) Replaces page 3\./,
      );
      expect(printedNumbers(file('all.pdf')).filter(Boolean)).toEqual(['1', '2', '5', '6', '7', '3']);

      // A published paper whose new version cannot be read stays as it was published.
      writeFileSync(file('first.pdf'), 'no longer a PDF');
      writeFileSync(file('third.md'), '# Third\n\n## Summary\n\n1. New.\n');
      writeMeeting(folder, [...items, { title: 'Third', documents: [{ file: 'third.md', title: 'Third' }] }]);
      const again = await build(
        '--pdf',
        file('b.pdf'),
        '--supplement-to',
        file('pack.json'),
        '--leave-out-unreadable',
      );
      expect(again?.items[0]?.documents[0]).toMatchObject({ first: 1, last: 2, leftOut: false });
      expect(pageTexts(file('b.pdf')).join('\n')).not.toContain('could not be included');
    },
  );
});

/** Supplied files that are taken: name, what is in them, and which rule of the check tells it. */
const taken: readonly (readonly [string, Partial<SuppliedRequest>, string])[] = [
  ['portfolio', { portfolio: true, attachment: 'costs.xlsx' }, 'pages-missing'],
  ['form of Acrobat', { xfa: true }, 'pages-missing'],
  ['program', { script: true }, 'parts-removed'],
  ['launch', { launch: true }, 'parts-removed'],
  ['attached', { attachment: 'costs.xlsx' }, 'parts-removed'],
  ['form', { form: true }, 'form-flattened'],
  ['A0', { size: [2383.94, 3370.39], pages: 2 }, 'page-size'],
  ['one point', { size: [1, 1], pages: 2 }, 'page-size'],
  ['no fonts', { font: 'standard' }, 'fonts-not-embedded'],
  ['notes', { notes: true }, 'readers-notes'],
  ['layer', { hiddenLayer: 'Costs' }, 'hidden-layers'],
  ['plain', {}, 'not-tagged'],
];
const removals = [
  'attachmentsRemoved',
  'xfaRemoved',
  'javascriptRemoved',
  'launchRemoved',
  'formsFlattened',
  'hugePage',
  'tinyPage',
  'fontsNotEmbedded',
  'annotationsRemoved',
];

test.skipIf(!hasReaders)(
  'portfolios, forms, programs, launch actions, sheets of A0 and of one point, missing fonts: each is taken, cleaned and told, and harms no other',
  async () => {
    const folder = scratchFolder();
    const items: FileItem[] = [];
    for (const [title, request] of taken) {
      const key = title.replaceAll(' ', '');
      writeFileSync(path.join(folder, `${key}.pdf`), await suppliedPdf({ key, pages: 1, ...request }));
      items.push({ title: `About ${title}`, documents: [{ file: `${key}.pdf`, title }] });
    }
    const out = path.join(folder, 'out.pdf');
    const { code, told } = await packBuild([writeMeeting(folder, items), '--pdf', out]);
    expect(code).toBe(0);
    expect(qpdfCheck(out)).toBe(0);
    for (const [title, , rule] of taken) {
      const rules = told?.findings.filter(({ paper }) => paper?.title === title).map((found) => found.rule);
      expect([title, rules]).toEqual([title, expect.arrayContaining([rule])]);
    }
    const kinds = told?.files.flatMap(({ notices }) => notices.map(({ kind }) => kind)) ?? [];
    expect(kinds).toEqual(expect.arrayContaining(removals));
    expect(readFileSync(out, 'latin1')).not.toMatch(
      /\/JavaScript|\/Launch|\/XFA|\/EmbeddedFile|\/OpenAction|\/Collection/,
    );
    const texts = pageTexts(out).join('\n');
    for (const [title, { size }] of taken)
      if (size?.[0] !== 1) expect(texts).toContain(`${title.replaceAll(' ', '')}p1`);
  },
);
