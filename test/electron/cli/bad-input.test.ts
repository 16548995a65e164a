import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '../../scratch-folder.ts';
import { fingerprint } from '../library/scratch.ts';
import { brief, despatch } from './despatch.ts';

beforeAll(() => despatch(['--version']), 120_000);

/** A ZIP of one entry that claims to be Word's main part. */
function zip(data: Buffer): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(data, { level: 9 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  local.copy(central, 10, 8, 28);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

const badFiles: [string, string, () => Buffer | string][] = [
  ['an empty file', 'empty.txt', () => ''],
  ['a file of white space', 'blank.txt', () => ' \n\t\n'],
  [
    'a binary file named .txt',
    'picture.txt',
    () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 37) % 256)),
  ],
  ['a .docx that is no ZIP', 'letter.docx', () => 'Dear Minister,\n'.repeat(50)],
  [
    'a .docx cut off half way',
    'half.docx',
    () => zip(Buffer.from('<w:document/>'.repeat(999))).subarray(0, 60),
  ],
  ['a ZIP bomb', 'bomb.docx', () => zip(Buffer.alloc(300 * 1024 * 1024, 'A'))],
  ['50 MB of text', 'huge.txt', () => 'All work and no play. '.repeat(2_400_000)],
  ['a file of a type we do not read', 'sheet.xlsx', () => 'PK'],
];

test.each(badFiles)(
  '%s is refused by name with a reason, nothing is written, the library is unchanged',
  async (_, name, make) => {
    const folder = scratchFolder();
    const library = path.join(folder, 'library');
    const good = path.join(folder, 'brief.md');
    const bad = path.join(folder, name);
    writeFileSync(good, brief);
    writeFileSync(bad, make());
    expect((await despatch(['import', good, '--library', library])).code).toBe(0);
    const before = fingerprint(folder);

    const imported = await despatch(['import', bad, '--library', library, '--json']);
    expect(imported).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(imported.stderr);
    expect(error.code).toMatch(/^input\./);
    expect(error.message).toContain(name);
    const out = path.join(folder, 'out.docx');
    const converted = await despatch(['convert', bad, '--docx', out]);
    expect(converted).toMatchObject({ code: 2, stdout: '' });
    expect(converted.stderr).toContain(name);
    expect(converted.stderr).not.toMatch(/\n\s+at /);
    expect(fingerprint(folder)).toBe(before);
  },
);

test('a failed first import does not even make the library', async () => {
  const folder = scratchFolder();
  const library = path.join(folder, 'library');
  const { code } = await despatch(['import', path.join(folder, 'missing.txt'), '--library', library]);
  expect(code).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test('what is no ordinary file is refused before it is read', async () => {
  const { code, stderr } = await despatch(['convert', '/dev/zero']);
  expect(code).toBe(2);
  expect(stderr).toContain('/dev/zero');
});

const badTargets: [string, (folder: string) => string, string][] = [
  [
    'in a folder that is not there',
    (folder) => path.join(folder, 'nowhere', 'a.pdf'),
    'output.folderMissing',
  ],
  ['below a file', (folder) => path.join(folder, 'brief.md', 'a.pdf'), 'output.folderMissing'],
  ['in a folder nobody may write to', () => '/proc/a.pdf', 'output.'],
  ['that is a folder', (folder) => path.join(folder, 'folder'), 'output.isDirectory'],
  ['that is the input', (folder) => path.join(folder, 'brief.md'), 'output.sameAsInput'],
  ['that is asked for twice', (folder) => path.join(folder, 'first.docx'), 'output.sameAsInput'],
];

test.each(badTargets)(
  'when the second target is one %s, the first is not touched',
  async (_, target, code) => {
    const folder = scratchFolder();
    const file = path.join(folder, 'brief.md');
    const first = path.join(folder, 'first.docx');
    writeFileSync(file, brief);
    writeFileSync(first, 'what stood here before');
    mkdirSync(path.join(folder, 'folder'));
    const before = fingerprint(folder);
    const bad = target(folder);
    const ended = await despatch(['convert', file, '--docx', first, '--pdf', bad, '--json']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(ended.stderr);
    expect(error.code).toContain(code);
    expect(error.message).toContain(bad);
    expect(fingerprint(folder)).toBe(before);
  },
);

test.each([
  [[]],
  [['frobnicate']],
  [['convert']],
  [['convert', 'a.txt', 'b.txt']],
  [['convert', 'a.txt', '--as', 'poem']],
  [['convert', 'a.txt', '--docx']],
  [['convert', 'a.txt', '--docx', '']],
  [['convert', 'a.txt', '--library', 'x']],
  [['convert', 'a.txt', '--docx', 'a.docx', '--docx', 'b.docx']],
  [['list', 'everything']],
  [['list', '--loud']],
  [['export', 'some-id']],
])('the words %j are refused as usage', async (args) => {
  const { code, stdout, stderr } = await despatch(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--help');
  expect(stderr).not.toContain('To specify');
});

test('a text that no typeface of ours can print is told as the text’s, and no file is left', async () => {
  const folder = scratchFolder();
  const [docx, pdf] = [path.join(folder, 'a.docx'), path.join(folder, 'a.pdf')];
  const input = `${brief}\n- The sign reads \u{13080}.\n`;
  const { code, stderr } = await despatch(['convert', '-', '--docx', docx, '--pdf', pdf], { input });
  expect(code).toBe(2);
  expect(stderr).toContain('\u{13080}');
  expect(readdirSync(folder)).toEqual([]);
});

test.each([['show'], ['check'], ['export']])(
  '%s of a document that is not there says its name',
  async (verb) => {
    const folder = scratchFolder();
    const library = path.join(folder, 'library');
    await despatch(['import', '-', '--library', library], { input: brief });
    const before = fingerprint(folder);
    const target = verb === 'export' ? ['--docx', path.join(folder, 'a.docx')] : [];
    const { code, stderr } = await despatch([verb, 'no-such-id', ...target, '--library', library]);
    expect(code).toBe(2);
    expect(stderr).toContain('no-such-id');
    expect(fingerprint(folder)).toBe(before);
  },
);

test.each<[string, (library: string) => void, string]>([
  ['is not there', () => {}, 'library.notFound'],
  ['is a file', (library) => writeFileSync(library, ''), 'library.notADirectory'],
  [
    'is damaged',
    (library) => {
      mkdirSync(library);
      writeFileSync(path.join(library, 'library.db'), 'not a database at all, just words\n'.repeat(200));
    },
    'library.damaged',
  ],
])('a library that %s is named, and left as it is', async (_, make, code) => {
  const folder = scratchFolder();
  const library = path.join(folder, 'library');
  make(library);
  const before = fingerprint(folder);
  const ended = await despatch(['list', '--library', library, '--json']);
  expect(ended).toMatchObject({ code: 2, stdout: '' });
  const { error } = JSON.parse(ended.stderr);
  expect(error).toMatchObject({ code });
  expect(error.message).toContain(library);
  expect(fingerprint(folder)).toBe(before);
});

test('a reader that has seen enough ends the command quietly', async () => {
  const script = path.resolve(import.meta.dirname, '../../../scripts/cli.ts');
  const child = spawn(process.execPath, [script, 'convert', '-', '--json']);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  child.stdin.end(brief);
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.skipIf(process.platform !== 'linux')(
  'a full disk behind standard output is told (Linux only: /dev/full)',
  async () => {
    const script = path.resolve(import.meta.dirname, '../../../scripts/cli.ts');
    const child = spawn(process.execPath, [script, '--help'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
    expect(stderr).toContain('full');
  },
);

test.skipIf(process.platform !== 'linux')(
  'bad input is told by the exit code even where standard error cannot be written (Linux only: /dev/full)',
  async () => {
    const script = path.resolve(import.meta.dirname, '../../../scripts/cli.ts');
    const child = spawn(process.execPath, [script, 'convert', 'is-not-there.txt'], {
      stdio: ['ignore', 'ignore', openSync('/dev/full', 'w')],
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(2);
  },
);

/** A disk of a few kilobytes, or one that cannot be written; only root may make one. */
function disk(options: string): string | null {
  const folder = scratchFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return folder;
}

test.each([
  ['full', 'size=16k', 'full'],
  ['read-only', 'ro', 'does not allow'],
])('on a %s disk nothing is written, and export and library say why', async (_, options, words) => {
  const folder = disk(options);
  // Mounting takes root; the same answers are tested one by one in target.test.ts and connection.test.ts.
  if (folder === null) return;
  const [docx, pdf] = [path.join(folder, 'a.docx'), path.join(folder, 'a.pdf')];
  const converted = await despatch(['convert', '-', '--docx', docx, '--pdf', pdf], { input: brief });
  expect(converted.code).toBe(2);
  expect(converted.stderr).toContain(words);
  expect(converted.stderr).toContain(folder);
  expect(readdirSync(folder)).toEqual([]);
  const library = path.join(folder, 'new', 'library');
  const imported = await despatch(['import', '-', '--library', library], { input: brief });
  expect(imported.code).toBe(2);
  expect(imported.stderr).toContain(folder);
  expect(imported.stderr).toContain(words);
  expect(imported.stderr).not.toMatch(/SQL|I\/O|database file/);
  expect(readdirSync(folder)).toEqual([]);
});
