/** Two supplements and a consolidated pack, whole and public, read back with other people's programs. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { suppliedPdf } from '../../fixtures/pack/supplied-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';
import {
  exempt,
  hasReaders,
  packBuild,
  pageTexts,
  printedNumbers,
  qpdfCheck,
  qpdfJson,
  writeMeeting,
} from './pack-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

describe.skipIf(!hasReaders)('a consolidated pack', () => {
  test('and its public copy keep every number ever published: replaced, withdrawn, withheld, with prefixes', async () => {
    const folder = scratchFolder();
    const file = (name: string) => path.join(folder, name);
    const supply = async (key: string, pages: number) =>
      writeFileSync(file(`${key}.pdf`), await suppliedPdf({ key, pages }));
    const document = (key: string) => ({ file: `${key}.pdf`, title: `Report ${key}` });
    for (const [key, pages] of [
      ['dues', 2],
      ['quay', 2],
      ['offer', 3],
      ['plan', 1],
    ] as const)
      await supply(key, pages);
    const layout = { supplementNumbers: 'prefixed' };
    const first = [
      { title: 'Dues', documents: [document('dues'), document('plan')] },
      { title: 'Quay', documents: [document('quay')] },
      { title: 'Sale', exempt, documents: [document('offer')] },
    ];
    const build = async (items: typeof first, ...args: string[]) => {
      const { code, error, told } = await packBuild([writeMeeting(folder, items, { layout }), ...args]);
      expect({ code, error }).toEqual({ code: 0, error: null });
      return told;
    };
    const both = ['--pdf', file('pack.pdf'), '--public', file('public.pdf')];
    writeFileSync(file('pack.json'), JSON.stringify(await build(first, ...both)));

    await supply('dues', 3);
    const a = await build(
      first,
      '--pdf',
      file('a.pdf'),
      '--public',
      file('a-public.pdf'),
      '--supplement-to',
      file('pack.json'),
    );
    writeFileSync(file('a.json'), JSON.stringify(a));
    expect(printedNumbers(file('a.pdf')).filter(Boolean)).toEqual(['A1', 'A2', 'A3']);

    // The plan and the whole item of the quay are withdrawn; an offer that is withheld is new.
    await supply('bid', 2);
    const last = [
      { title: 'Dues', documents: [document('dues')] },
      { title: 'Sale', exempt, documents: [document('offer'), document('bid')] },
    ];
    const outputs = [
      '--pdf',
      file('b.pdf'),
      '--public',
      file('b-public.pdf'),
      '--supplement-to',
      file('a.json'),
    ];
    const all = ['--consolidated', file('all.pdf'), '--consolidated-public', file('all-public.pdf')];
    const b = await build(last, ...outputs, ...all);
    expect(printedNumbers(file('b.pdf')).filter(Boolean)).toEqual(['B1', 'B2']);
    for (const name of ['all.pdf', 'all-public.pdf'])
      expect([name, qpdfCheck(file(name))]).toEqual([name, 0]);

    const numbers = (name: string) => printedNumbers(file(name)).filter(Boolean);
    const whole = ['A1', 'A2', 'A3', '1 - 2', '3', '7', '8', '9', 'B1', 'B2', '5 - 6'];
    expect(numbers('all.pdf')).toEqual(whole);
    expect(numbers('all-public.pdf')).toEqual(['A1', 'A2', 'A3', '1 - 2', '3', '7 - 9', 'B1 - B2', '5 - 6']);
    const words = (name: string) => pageTexts(file(name)).join('\n').replace(/\s+/g, ' ');
    expect(words('all.pdf')).toContain(
      'Page 3 was withdrawn Report plan What stood here was published before',
    );
    expect(words('all.pdf')).toContain('Pages 5 - 6 were withdrawn');
    expect(words('all.pdf')).toContain('Pages 1 - 2 were replaced');
    const open = words('all-public.pdf');
    expect(open).toContain('Pages B1 - B2 are not for publication');
    expect(open).not.toMatch(/offerp|bidp|Report offer|Report bid/);
    expect(readFileSync(file('all-public.pdf'), 'latin1')).not.toMatch(/offer\.pdf|bid\.pdf/);
    expect(b?.files.map(({ proved }) => proved)).toEqual([null, 'no leak', null, 'no leak']);
    // Labels are the printed numbers, so that "go to page A2" goes there.
    const { pagelabels } = qpdfJson(file('all.pdf'));
    expect(JSON.stringify(pagelabels)).toMatch(/"\/P":"u:A"/);
  });
});
