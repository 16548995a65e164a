/** Packs of the library, built by the real builder and read back page by page. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { explainInOneLine } from '../../../../shared/contract/messages.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { smallDisk } from '../../../small-disk.ts';
import { context } from '../scratch.ts';
import { item, paper } from './desk.ts';
import { realLibrary, suppliedPdf, wordsOf } from './real-pack.ts';

async function libraryWithMeeting(folder = scratchFolder()) {
  const library = realLibrary(folder);
  const { handlers, granted } = library;
  const { meetingId } = await handlers['meetings.create'](
    { kind: 'committee', name: 'Harbours Committee' },
    context,
  );
  const { meeting } = await handlers['meetings.open']({ meetingId }, context);
  const { documentId } = await handlers['documents.import'](
    {
      source: {
        text: '# Harbour dues 2027\n\n## Recommendations\n\n1. That the dues rise.\n\n## Background\n\n1. Written in Despatch itself.\n',
        name: 'dues.md',
      },
      as: 'report',
    },
    context,
  );
  const added = await handlers['meetings.addFiles'](
    {
      meetingId,
      files: [
        granted(
          'Berths.pdf',
          await suppliedPdf(['Berths, page one', 'Berths, page two', 'Berths, page three']),
        ),
        granted('Tides.txt', 'Tides\n\nThe spring tides are higher than last year.\n'),
      ].map(({ grant }) => ({ grant })),
    },
    context,
  );
  const [berths, tides] = added.map(({ source }) => source);
  if (!berths || !tides) throw new Error('nothing was added');
  const whole = {
    ...meeting,
    date: '2027-03-04',
    time: '18:30',
    venue: 'Town Hall',
    publicationDate: '2027-02-24',
    properOfficer: 'Ada Marsh, Head of Democratic Services',
    items: [
      item('apologies', 'Apologies for absence'),
      item('dues', 'Harbour dues', { papers: [paper('p-dues', { type: 'document', documentId })] }),
      item('berths', 'Berths', {
        staffNotes: 'Never tell the public about the squid',
        papers: [paper('p-berths', berths), paper('p-tides', tides, { appendix: true })],
      }),
      item('late', 'Dredging', { papers: [paper('p-late', { type: 'toFollow' })] }),
    ],
  };
  await handlers['meetings.save']({ meeting: whole, baseRevision: 1 }, context);
  return { ...library, library, meeting: whole, meetingId, documentId };
}

test('a draft has every paper on the pages its plan says, and the numbers that are printed there', async () => {
  const { handlers, library, meetingId } = await libraryWithMeeting();
  const { packs } = await handlers['packs.build'](
    { meetingId, kind: 'pack', audiences: ['restricted'] },
    context,
  );
  const [pack] = packs;
  if (!pack) throw new Error('no pack');
  const { plan, sizes } = await handlers['packs.open']({ packId: pack.id }, context);
  expect(plan.pages).toHaveLength(pack.pages);
  expect(sizes?.length).toBe(2 * pack.pages);
  const words = await wordsOf(library, pack.id, pack.pages);
  const placed = (paperId: string) => plan.papers.find((each) => each.paperId === paperId);
  for (const [paperId, said] of [
    ['p-dues', 'Written in Despatch itself'],
    ['p-berths', 'Berths, page one'],
    ['p-tides', 'spring tides'],
  ] as const) {
    const { leaves, numbers } = placed(paperId) ?? {};
    expect(leaves).toBeTruthy();
    const [first = 0, last = 0] = leaves ?? [];
    expect(words.slice(first, last + 1).join('\n')).toContain(said);
    expect(plan.pages[first]?.label).toBe(numbers?.[0]);
    expect(words[first]).toContain(numbers?.[0]);
  }
  expect(placed('p-late')?.leaves).toBeNull();
  expect(words[placed('p-dues')?.leaves?.[0] ?? 0]).toContain('Agenda Item 2');
  expect(words.join('\n')).not.toContain('squid');
  expect(pack.notices.join(' ')).toMatch(/“Berths.pdf”.* has no tags/);
});

test('published bytes stay as they were when the same meeting is built and published again', async () => {
  const { handlers, meetingId, target, folder } = await libraryWithMeeting();
  const order = { meetingId, kind: 'pack', audiences: ['restricted'] } as const;
  const { packs } = await handlers['packs.build']({ ...order, audiences: [...order.audiences] }, context);
  await handlers['packs.publish']({ packIds: packs.map(({ id }) => id) }, context);
  const [first] = packs;
  if (!first) throw new Error('no pack');
  const again = await handlers['packs.build']({ ...order, audiences: [...order.audiences] }, context);
  await handlers['packs.publish']({ packIds: again.packs.map(({ id }) => id) }, context);
  const out = target('pack.pdf');
  await handlers['packs.saveAs']({ packId: first.id, grant: out.grant }, context);
  expect(createHash('sha256').update(readFileSync(out.file)).digest('hex')).toBe(first.sha256);
  expect(readdirSync(path.join(folder, 'packs', 'arriving'))).toEqual([]);
});

test('a paper whose kept bytes were damaged stops the pack by name, and nothing is left', async () => {
  const { handlers, meetingId, meeting, folder } = await libraryWithMeeting();
  const source = meeting.items[2]?.papers[0]?.source;
  const sha256 = source?.type === 'file' ? source.sha256 : '';
  const original = path.join(folder, 'originals', sha256.slice(0, 2), sha256);
  const bytes = readFileSync(original);
  bytes[bytes.length - 20] = 65;
  writeFileSync(original, bytes);
  await expect(
    handlers['packs.build']({ meetingId, kind: 'pack', audiences: ['restricted'] }, context),
  ).rejects.toMatchObject({ code: 'pack.partFailed', details: { file: 'Berths.pdf' } });
  expect(await handlers['packs.list']({ meetingId }, context)).toEqual([]);
  expect(readdirSync(path.join(folder, 'packs', 'arriving'))).toEqual([]);
});

/** With two papers that nobody can read, at the end. */
async function libraryWithBrokenPapers() {
  const library = await libraryWithMeeting();
  const { handlers, meetingId, meeting, granted } = library;
  const added = await handlers['meetings.addFiles'](
    {
      meetingId,
      files: ['Broken.pdf', 'Torn.pdf'].map((name) => ({
        grant: granted(name, `%PDF-1.7 and nothing else: ${name}`).grant,
      })),
    },
    context,
  );
  const items = added.map(({ source }, at) => {
    if (!source) throw new Error('nothing was added');
    return item(`bad-${at}`, `Bad ${at}`, { papers: [paper(`p-bad-${at}`, source)] });
  });
  const whole = { ...meeting, items: [...meeting.items, ...items] };
  await handlers['meetings.save']({ meeting: whole, baseRevision: 2 }, context);
  return { ...library, meeting: whole };
}

test('files that are no PDF inside stop the pack, all by name, and the check tells them beside all else', async () => {
  const { handlers, meetingId } = await libraryWithBrokenPapers();
  const built = handlers['packs.build']({ meetingId, kind: 'pack', audiences: ['restricted'] }, context);
  await expect(built).rejects.toMatchObject({
    code: 'pack.partFailed',
    details: {
      file: 'Broken.pdf',
      papers: 2,
      places: expect.stringMatching(
        /“Broken\.pdf” \(Agenda Item 5, “Bad 0”\).*\n“Torn\.pdf” \(Agenda Item 6, “Bad 1”\)/,
      ),
      paperIds: 'p-bad-0\np-bad-1',
    },
  });
  const { findings } = await handlers['packs.check']({ meetingId }, context);
  for (const at of [0, 1])
    expect(findings.filter(({ paper: about }) => about?.id === `p-bad-${at}`)).toMatchObject([
      { severity: 'error', item: { id: `bad-${at}` } },
    ]);
  expect(findings.some(({ paper: about }) => about?.id === 'p-late')).toBe(true);
});

test('left out on request, they have a page that says so, which a supplement replaces and a consolidated pack tells', async () => {
  const { library, handlers, meetingId, meeting, granted } = await libraryWithBrokenPapers();
  const build = async (order: object) => {
    const given = {
      meetingId,
      kind: 'pack' as const,
      audiences: ['restricted' as const],
      leaveOutUnreadable: true,
    };
    const { packs } = await handlers['packs.build']({ ...given, ...order }, context);
    const [pack] = packs;
    if (!pack) throw new Error('no pack');
    return pack;
  };
  const first = await build({});
  expect(first.notices.filter((notice) => notice.includes('is left out'))).toHaveLength(2);
  const words = await wordsOf(library, first.id, first.pages);
  expect(words.filter((page) => page.includes('This paper could not be included'))).toHaveLength(2);
  await handlers['packs.publish']({ packIds: [first.id] }, context);
  const { papers } = await handlers['packs.changes']({ meetingId }, context);
  expect(papers.find(({ paperId }) => paperId === 'p-bad-0')?.state).toBe('new');

  const [whole] = await handlers['meetings.addFiles'](
    { meetingId, files: [{ grant: granted('Whole.pdf', await suppliedPdf(['One', 'Two'])).grant }] },
    context,
  );
  if (!whole?.source) throw new Error('nothing was added');
  const mended = paper('p-bad-0', whole.source);
  const items = meeting.items.map((each) => (each.id === 'bad-0' ? { ...each, papers: [mended] } : each));
  await handlers['meetings.save']({ meeting: { ...meeting, items }, baseRevision: 3 }, context);
  await expect(build({ kind: 'consolidated' })).rejects.toMatchObject({ code: 'meeting.incomplete' });
  const late = await build({
    kind: 'supplement',
    supplement: { paperIds: ['p-bad-0'], numbers: 'continuing' },
  });
  expect((await wordsOf(library, late.id, 1)).join(' ')).toMatch(/Replaces page \d+/);
  await handlers['packs.publish']({ packIds: [late.id] }, context);
  const all = await build({ kind: 'consolidated' });
  const told = await wordsOf(library, all.id, all.pages);
  expect(told.filter((page) => page.includes('This paper could not be included'))).toHaveLength(1);
  expect(told.some((page) => /was replaced/.test(page))).toBe(true);
});

test('a build that is cancelled in the middle leaves neither draft nor file', async () => {
  const { handlers, meetingId, folder } = await libraryWithMeeting();
  const stop = new AbortController();
  const seen: string[] = [];
  await expect(
    handlers['packs.build'](
      { meetingId, kind: 'pack', audiences: ['restricted'] },
      {
        signal: stop.signal,
        progress: (_done, label) => {
          seen.push(label);
          if (label.includes('p-berths')) stop.abort();
        },
      },
    ),
  ).rejects.toMatchObject({ code: 'call.cancelled' });
  expect(seen.length).toBeGreaterThan(0);
  expect(await handlers['packs.list']({ meetingId }, context)).toEqual([]);
  expect(existsSync(path.join(folder, 'packs', 'arriving'))).toBe(true);
  expect(readdirSync(path.join(folder, 'packs', 'arriving'))).toEqual([]);
});

test('a disk that gets full at whatever step names what there was no room for, and nothing of the pack stays', async (given) => {
  const disk = smallDisk('12m');
  if (disk === null) return given.skip();
  const { handlers, meetingId, folder } = await libraryWithMeeting(path.join(disk, 'library'));
  const build = () =>
    handlers['packs.build']({ meetingId, kind: 'pack', audiences: ['restricted', 'public'] }, context);
  const kept = () =>
    readdirSync(path.join(folder, 'packs'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
  const filler = path.join(disk, 'filler');
  const said: string[] = [];
  for (const free of [0, 48_000, 96_000, 160_000]) {
    spawnSync('sh', ['-c', `head -c 16000000 /dev/zero > ${filler}; truncate -s -${free} ${filler}`]);
    const built = await build().catch((thrown: DespatchError) => thrown);
    if (!(built instanceof DespatchError)) break;
    said.push(explainInOneLine({ code: built.code, details: built.details }));
    expect(built.code).toBe('pack.noRoom');
    expect(kept()).toEqual([]);
  }
  expect(said[0]).toContain('there was no room for “Paper p-dues” (Agenda Item 2)');
  expect(said[0]).toContain(`Make room on the disk that has “${folder}”`);
  expect(said.at(-1)).toMatch(/no room for .*(?:the agenda|the restricted pack|the public pack)/);
  rmSync(filler);
  expect((await build()).packs).toHaveLength(2);
  // Nothing is withheld, so both are the same bytes.
  expect(kept()).toHaveLength(1);
}, 120_000);
