/** What stands in the way of a pack that its papers are not to blame for: nothing half-written is ever left. */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { suppliedPdf } from '../../fixtures/pack/supplied-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { smallDisk } from '../../small-disk.ts';
import { despatch } from './despatch.ts';
import { type FileItem, packBuild, toldBy, writeMeeting } from './pack-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

const only = (document: object): FileItem[] => [{ title: 'Budget', documents: [document] }];

/** Nothing but the meeting file comes to the folder. */
async function refused(folder: string, items: readonly FileItem[], out = path.join(folder, 'out.pdf')) {
  const before = readdirSync(folder).sort();
  const { code, error, told } = await packBuild([writeMeeting(folder, items), '--pdf', out]);
  expect({ code, told }).toEqual({ code: 2, told: null });
  expect(readdirSync(folder).sort()).toEqual([...new Set([...before, 'meeting.json'])].sort());
  if (!error) throw new Error('no error');
  return error;
}

describe('pack build', () => {
  test('refuses a meeting without items, an unknown field, and a meeting file that is none', async () => {
    const folder = scratchFolder();
    expect((await refused(folder, [])).message).toContain('a meeting needs at least one item');
    expect((await refused(folder, [{ title: 'A', colour: 'red' } as { title: string }])).message).toContain(
      'item 1 “A”: there is no field “colour”',
    );
    const { code, stderr } = await despatch(['pack', 'build', folder, '--pdf', path.join(folder, 'out.pdf')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/not a file|folder/);
  });

  test('writes over neither the meeting file, nor a paper, nor another output, nor where nothing can be written', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.pdf'), await suppliedPdf({ key: 'a', pages: 1 }));
    const items = only({ file: 'a.pdf', title: 'Report' });
    for (const out of ['meeting.json', 'a.pdf']) {
      expect((await refused(folder, items, path.join(folder, out))).code).toBe('output.sameAsInput');
    }
    expect((await refused(folder, items, path.join(folder, 'no', 'out.pdf'))).code).toBe(
      'output.folderMissing',
    );
    expect((await refused(folder, items, folder)).code).toBe('output.isDirectory');
    const same = path.join(folder, 'out.pdf');
    const twice = await despatch([
      'pack',
      'build',
      path.join(folder, 'meeting.json'),
      '--pdf',
      same,
      '--public',
      same,
    ]);
    expect([twice.code, existsSync(same)]).toEqual([2, false]);
    expect(readFileSync(path.join(folder, 'a.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('reads a meeting file in UTF-16, as Notepad writes it', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.md'), 'Fährpläne.\n');
    const file = writeMeeting(folder, only({ file: 'a.md', title: 'Fährpläne' }));
    writeFileSync(file, Buffer.from(`\uFEFF${readFileSync(file, 'utf8')}`, 'utf16le'));
    const { code, told } = await packBuild([file, '--pdf', path.join(folder, 'out.pdf')]);
    expect([code, told?.items[0]?.documents[0]?.title]).toEqual([0, 'Fährpläne']);
  });

  test('takes a pack of one page, and the same file twice, which the check tells', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.pdf'), await suppliedPdf({ key: 'a', pages: 1 }));
    const twice = [
      ...only({ file: 'a.pdf', title: 'Report' }),
      { title: 'Again', documents: [{ file: 'a.pdf', title: 'Again' }] },
    ];
    const { told } = await packBuild([writeMeeting(folder, twice), '--pdf', path.join(folder, 'out.pdf')]);
    expect(told?.items.map(({ documents }) => documents.map(({ first, last }) => [first, last]))).toEqual([
      [[1, 1]],
      [[3, 3]],
    ]);
    expect(told?.findings.map(({ rule }) => rule)).toContain('paper-twice');
  });
});

/** A meeting of several papers, with a folder of its own for temporary files. */
async function largerMeeting() {
  const folder = scratchFolder();
  const temporary = scratchFolder();
  const items: FileItem[] = [];
  for (const key of ['first', 'second', 'third']) {
    writeFileSync(path.join(folder, `${key}.pdf`), await suppliedPdf({ key, pages: 60, tagged: true }));
    writeFileSync(path.join(folder, `${key}.md`), `# The ${key}\n\n## Summary\n\n1. Words of it.\n`);
    const documents = [
      { file: `${key}.md`, title: `The ${key}` },
      { file: `${key}.pdf`, title: `Tables ${key}`, appendix: true },
    ];
    items.push({ title: `The ${key}`, documents });
  }
  return { folder, temporary, meeting: writeMeeting(folder, items), out: path.join(folder, 'out.pdf') };
}

describe('a pack that cannot be finished leaves nothing behind, and what stood at its target', () => {
  /** What is in the way of OUT, and what is said of it. */
  const ways: readonly (readonly [string, (out: string) => void, string, RegExp])[] = [
    ['a folder of that name', (out) => mkdirSync(out), 'output.isDirectory', /folder/],
    [
      'a folder that may not be written',
      (out) => chmodSync(path.dirname(out), 0o555),
      'output.notWritable',
      /write-protected/,
    ],
    [
      'a file that may not be written',
      (out) => writeFileSync(out, 'old', { mode: 0o444 }),
      'output.notWritable',
      /write-protected/,
    ],
    [
      'another program that has it open',
      (out) => {
        writeFileSync(out, 'old');
        writeFileSync(path.join(path.dirname(out), `.~lock.${path.basename(out)}#`), ',clerk,desk,;');
      },
      'output.inUse',
      /open/,
    ],
  ];
  test.each(ways)('%s', async (_, putInTheWay, code, words) => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.md'), '# A\n\n## Summary\n\n1. Words.\n');
    const target = path.join(folder, 'target');
    mkdirSync(target);
    const out = path.join(target, 'out.pdf');
    putInTheWay(out);
    onTestFinished(() => chmodSync(target, 0o755));
    const before = readdirSync(target).sort();
    const meeting = writeMeeting(folder, only({ file: 'a.md', title: 'A' }));
    const ended = await packBuild([meeting, '--pdf', out, '--public', path.join(folder, 'public.pdf')]);
    expect([ended.code, ended.error?.code]).toEqual([2, code]);
    expect(ended.error?.message).toContain('out.pdf');
    expect(ended.error?.message).toMatch(words);
    expect(readdirSync(target).sort()).toEqual(before);
    expect(existsSync(path.join(folder, 'public.pdf'))).toBe(false);
    if (before.includes('out.pdf') && code !== 'output.isDirectory')
      expect(readFileSync(out, 'utf8')).toBe('old');
  });

  test.each([
    ['of the target', '64k', 'output.full', /out\.pdf/],
    [
      'of temporary files, before anything is typeset',
      '16k',
      'pack.noRoom',
      /“The second” \(Agenda Item 2\)/,
    ],
    ['of temporary files, in the middle of putting together', '350k', 'pack.noRoom', /the restricted pack/],
  ])('a full disk %s', async (where, size, says, naming) => {
    const disk = smallDisk(size);
    // Mounting takes root; target.test.ts has the same answers one by one.
    if (disk === null) return;
    const { folder, meeting, out } = await largerMeeting();
    const before = readdirSync(folder).sort();
    const atTarget = where === 'of the target';
    const { code, error, told } = await packBuild(
      [meeting, '--pdf', atTarget ? path.join(disk, 'out.pdf') : out],
      atTarget ? {} : { TMPDIR: disk },
    );
    expect([code, error?.code, told]).toEqual([2, says, null]);
    expect(error?.message).toMatch(/disk is full/i);
    expect(error?.message).toMatch(naming);
    expect(readdirSync(disk)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('a folder of temporary files that is not there', async () => {
    const { meeting, out } = await largerMeeting();
    const { code, error } = await packBuild([meeting, '--pdf', out], { TMPDIR: '/nowhere/at/all' });
    expect([code, error?.code, existsSync(out)]).toEqual([2, 'output.folderMissing', false]);
  });
});

/** When to step in: as soon as a file of that name is among the temporary ones. */
const moments = [
  ['while papers are read', /paper-0-restricted/],
  ['while the agenda is typeset', /front-restricted/],
  ['while it is put together', /^\.despatch-.*\.tmp$/],
  ['while the public pack is proved', /^public\.pdf$/],
] as const;

/** Of folders that may go while they are read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

/** Runs the build, and `act` once, at that moment. */
async function interrupted(
  { meeting, out, temporary }: Awaited<ReturnType<typeof largerMeeting>>,
  moment: RegExp,
  act: (pid: number) => void,
) {
  const script = path.resolve(import.meta.dirname, '../../../dist/electron/cli.cjs');
  const open = path.join(path.dirname(out), 'public.pdf');
  const args = [script, 'pack', 'build', meeting, '--pdf', out, '--public', open, '--json'];
  const child = spawn(process.execPath, args, {
    // A group of its own, as a terminal gives it.
    detached: true,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      said[name] += chunk;
    });
  }
  let acted = false;
  const looking = setInterval(() => {
    if (acted || child.pid === undefined) return;
    if (!namesIn(temporary).some((name) => moment.test(path.basename(name)))) return;
    acted = true;
    act(child.pid);
  }, 2);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(looking);
  expect(acted).toBe(true);
  return toldBy({ code, ...said });
}

describe.skipIf(process.platform === 'win32')('stopped in the middle', () => {
  test.each([
    ...moments.map(([when, moment]) => ['Ctrl+C', when, moment, 'SIGINT'] as const),
    ...[moments[1], moments[3]].map(
      ([when, moment]) => ['a request to end', when, moment, 'SIGTERM'] as const,
    ),
  ])('by %s %s, it ends with 2, says so, and leaves no file anywhere', async (_, __, moment, signal) => {
    const larger = await largerMeeting();
    writeFileSync(larger.out, 'what was published before');
    const before = readdirSync(larger.folder).sort();
    const { code, error, told } = await interrupted(larger, moment, (pid) =>
      process.kill(signal === 'SIGINT' ? -pid : pid, signal),
    );
    expect([code, error?.code, told]).toEqual([2, 'call.cancelled', null]);
    expect(error?.message).toContain('You stopped it');
    expect(readdirSync(larger.folder).sort()).toEqual(before);
    expect(readFileSync(larger.out, 'utf8')).toBe('what was published before');
    expect(readdirSync(larger.temporary)).toEqual([]);
  });

  test.each([moments[2], moments[3]])('by Ctrl+C twice %s, nothing stays either', async (_, moment) => {
    const larger = await largerMeeting();
    const before = readdirSync(larger.folder).sort();
    const { code } = await interrupted(larger, moment, (pid) => {
      process.kill(-pid, 'SIGINT');
      setTimeout(() => {
        try {
          process.kill(-pid, 'SIGINT');
        } catch {
          // It has ended already.
        }
      }, 350);
    });
    expect([2, 130]).toContain(code);
    expect(readdirSync(larger.folder).sort()).toEqual(before);
    expect(readdirSync(larger.temporary)).toEqual([]);
  });

  test('a paper that changes, or goes, after it was read is named, and nothing is written', async () => {
    for (const [change, code, words] of [
      [(file: string) => appendFileSync(file, '\n%%EOF\n'), 'pack.changed', /has changed/],
      [(file: string) => rmSync(file), 'pack.partFailed', /no longer there/],
    ] as const) {
      const larger = await largerMeeting();
      const paper = path.join(larger.folder, 'second.pdf');
      const { code: ended, error } = await interrupted(larger, /paper-4-restricted|front-restricted/, () =>
        change(paper),
      );
      expect([ended, error?.code]).toEqual([2, code]);
      expect(error?.message).toMatch(/“second\.pdf” \(Agenda Item 2/);
      expect(error?.message).toMatch(words);
      expect(existsSync(larger.out)).toBe(false);
      expect(readdirSync(larger.temporary)).toEqual([]);
    }
  });
});
