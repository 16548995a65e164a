/** The meeting file as the documentation has it, with papers of every kind under every sort of name. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packOutputJsonSchema, packOutputSchema } from '../../../shared/pack/pack-output.ts';
import { suppliedPdf } from '../../fixtures/pack/supplied-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';
import { hasReaders, packBuild, pageTexts, printedNumbers, qpdfCheck } from './pack-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

const seeds = path.resolve(import.meta.dirname, '../../../../shared/seeds');
const regimes = [
  ['LGA1972-England', 'England', 3, 1],
  ['LGA1972-Wales', 'Wales', 14, 12],
  ['Executive2012-England', 'England', 5, 7],
] as const;

/** A folder in a folder, so that papers can stand beside and above the meeting file. */
async function papers() {
  const above = scratchFolder();
  const folder = path.join(above, "Clerk's papers");
  mkdirSync(folder);
  const put = (name: string, bytes: string | Uint8Array) => writeFileSync(path.join(folder, name), bytes);
  const long = `${'long name '.repeat(19)}end.txt`;
  put("Mayor's report, final (2).md", '# The report\n\n## Summary\n\n1. The mayor reports.\n');
  put(long, 'Tides\n\nThe spring tides are higher.\n');
  put('café & más.pdf', await suppliedPdf({ key: 'cafe', pages: 2 }));
  writeFileSync(path.join(above, 'above.pdf'), await suppliedPdf({ key: 'above', pages: 3 }));
  symlinkSync(path.join(above, 'above.pdf'), path.join(folder, 'link.pdf'));
  const [docx, despatchFile] = [path.join(folder, 'word.docx'), path.join(folder, 'own.despatch')];
  const source = path.join(folder, "Mayor's report, final (2).md");
  expect((await despatch(['convert', source, '--docx', docx])).code).toBe(0);
  const library = path.join(above, 'library');
  const imported = await despatch(['import', source, '--library', library, '--json']);
  const { documentId } = JSON.parse(imported.stdout) as { documentId: string };
  expect(
    (await despatch(['export', documentId, '--library', library, '--despatch', despatchFile])).code,
  ).toBe(0);
  const seed = (name: string) => {
    if (existsSync(seeds)) copyFileSync(path.join(seeds, name), path.join(folder, name));
    else put(name, 'A report\n\nWords of it.\n');
    return name;
  };
  return {
    folder,
    long,
    committee: seed('committee-report.txt'),
    briefing: seed('ministerial-briefing.txt'),
  };
}

describe.skipIf(!hasReaders)('the meeting file of the documentation', () => {
  test.each([
    ['committee', ...regimes[0]],
    ['committee', ...regimes[1]],
    ['ministerial', ...regimes[2]],
  ] as const)('as %s under %s gives the pages it tells', async (kind, regime, country, paragraph, other) => {
    const { folder, long, committee, briefing } = await papers();
    const exempt = { regime, paragraph, publicInterest: 'Prices are not agreed.' };
    const meeting = {
      committee: 'Overview and Scrutiny Committee',
      kind,
      country,
      date: '2025-01-30',
      time: '10:00',
      venue: 'Council Chamber',
      contact: { name: 'Ann Clerk', telephone: '01632 960123', email: 'ann@council.example' },
      properOfficer: 'Ben Hale, Monitoring Officer',
      publicationDate: '2025-01-22',
      marking: 'OFFICIAL-SENSITIVE',
      layout: { numberFrontSheet: false, startDocumentsOnRightHandPage: true, firstNumber: 5 },
      items: [
        {
          title: 'Reports',
          purpose: 'decision',
          lead: 'Councillor Ward',
          minutes: 10,
          note: 'For staff',
          documents: [
            { file: committee, title: 'Safeguarding' },
            { file: 'café & más.pdf', title: 'Tables', appendix: true },
            { file: 'link.pdf', title: 'Offer', appendix: true, exempt: { ...exempt, paragraph: other } },
          ],
          items: [
            {
              title: 'Under it',
              documents: [{ file: "Mayor's report, final (2).md", title: 'The report' }],
              items: [{ title: 'Deepest', documents: [{ file: long, title: 'Tides' }] }],
            },
          ],
        },
        { number: '9', title: 'Word', documents: [{ file: 'word.docx', title: 'In Word' }] },
        { title: 'Own', documents: [{ file: 'own.despatch', title: 'Our own' }] },
        {
          title: 'In private',
          exempt,
          documents: [
            { file: '../above.pdf', title: 'Bid' },
            { file: briefing, title: 'Briefing' },
          ],
        },
      ],
    };
    const file = path.join(folder, 'meeting.json');
    writeFileSync(file, JSON.stringify(meeting));
    const out = (name: string) => path.join(folder, name);
    const outputs = ['--pdf', out('pack.pdf'), '--public', out('public.pdf'), '--proof', out('proof.json')];
    const { code, error, told } = await packBuild([file, ...outputs]);
    expect({ code, error }).toEqual({ code: 0, error: null });
    packOutputSchema.parse(told);
    const numbers = printedNumbers(out('pack.pdf'));
    const texts = pageTexts(out('pack.pdf'));
    expect(texts).toHaveLength(told?.pages ?? 0);
    const word = kind === 'ministerial' ? 'Tab' : 'Agenda Item';
    const visit = (items: readonly (typeof parsed.items)[number][]): void => {
      for (const item of items) {
        const page = texts[numbers.indexOf(String(item.first))] ?? '';
        expect(page.replace(/\s+/g, ' ')).toContain(`${word} ${item.number}`);
        for (const { first, last, pages } of item.documents)
          expect(Number(last) - Number(first) + 1).toBe(pages);
        visit(item.items);
      }
    };
    const parsed = packOutputSchema.parse(told);
    visit(parsed.items);
    expect(parsed.items.map(({ number }) => number)).toEqual(['1', '9', '10', '11']);
    expect(parsed.items[0]?.items[0]?.items[0]?.title).toBe('Deepest');
    expect(Math.min(...numbers.flatMap((each) => (each && /^\d+$/.test(each) ? Number(each) : [])))).toBe(5);
    for (const name of ['pack.pdf', 'public.pdf']) expect(qpdfCheck(out(name))).toBe(0);
    const open = pageTexts(out('public.pdf')).join('\n');
    expect(open).not.toMatch(/abovep\d|For staff/);
    expect(texts.join('\n')).not.toContain('For staff');
    expect(parsed.files.map(({ proved }) => proved?.startsWith('no leak') ?? null)).toEqual([null, true]);
  });

  /** What is wrong in the file, and what is said of it. */
  test.each([
    [{ colour: 'red' }, /there is no field “colour”/],
    [{ committee: { name: 'Harbour' } }, /committee/],
    [{ kind: 'party' }, /kind/],
    [{ date: '2025-02-30' }, /there is no day 2025-02-30/],
    [{ date: '30/01/2025' }, /date: it is not a date written as 2026-01-31/],
    [{ time: '25:00' }, /time: it is not a time/],
    [{ layout: { firstNumber: -1 } }, /firstNumber/],
    [{ layout: { firstNumber: 0 } }, /firstNumber/],
    [{ layout: { frist: 1 } }, /there is no field “frist”/],
    [{ items: [{ title: '' }] }, /item 1/],
    [{ items: [{ title: 'A', exempt: { regime: 'LGA1972-England', paragraph: 12 } }] }, /item 1 “A”.*exempt/],
    [{ items: [{ title: 'A', exempt: { regime: 'Secrets', paragraph: 1 } }] }, /regime/],
    [{ items: [{ title: 'A', documents: [{ title: 'No file' }] }] }, /item 1 “A”, document 1.*file/],
  ])('is refused by its place: %j', async (wrong, reason) => {
    const folder = scratchFolder();
    const file = path.join(folder, 'meeting.json');
    const good = {
      committee: 'Harbour',
      kind: 'committee',
      country: 'England',
      date: '2025-01-30',
      time: '10:00',
      venue: '',
      items: [{ title: 'A' }],
    };
    writeFileSync(file, JSON.stringify({ ...good, ...wrong }));
    const { code, error, told } = await packBuild([file, '--pdf', path.join(folder, 'out.pdf')]);
    expect([code, error?.code, told]).toEqual([2, 'meeting.invalid', null]);
    expect(error?.message).toMatch(reason);
    expect(error?.message).not.toMatch(/invalid_|expected|zod/i);
  });
});

test('what is printed is described by a schema, for those who read it with another program', () => {
  const file = path.join(import.meta.dirname, '../../../docs/schemas/pack.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(packOutputJsonSchema());
});
