import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeTarget } from '../../../../electron/library/export/target.ts';
import { scratchFolder } from '../../../scratch-folder.ts';

const bytes = new TextEncoder().encode('new words');
const isRoot = process.getuid?.() === 0;

/** A small file system of its own, where root may mount one; null elsewhere. */
function mounted(options: string, folder: string): { folder: string; unmount: () => void } | null {
  if (!isRoot || process.platform !== 'linux') return null;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return null;
  return { folder, unmount: () => spawnSync('umount', [folder]) };
}
const canMount = (() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'despatch-probe-'));
  const probe = mounted('size=64k', folder);
  probe?.unmount();
  rmdirSync(folder);
  return probe !== null;
})();

test('a new file holds exactly the bytes and nothing stands beside it', async () => {
  const folder = scratchFolder();
  await writeTarget(path.join(folder, 'brief.pdf'), bytes);
  expect(readFileSync(path.join(folder, 'brief.pdf'), 'utf8')).toBe('new words');
  expect(readdirSync(folder)).toEqual(['brief.pdf']);
});

test('an old file is replaced and keeps its permissions; a link to it stays a link', async () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'old.docx');
  writeFileSync(file, 'old words');
  chmodSync(file, 0o640);
  const link = path.join(folder, 'link.docx');
  symlinkSync(file, link);
  await writeTarget(link, bytes);
  expect(readFileSync(file, 'utf8')).toBe('new words');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(['link.docx', 'old.docx']);
});

test('a missing folder, a file in place of the folder and a folder in place of the file are each named', async () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'file'), '');
  mkdirSync(path.join(folder, 'taken.pdf'));
  const failing = (name: string) => writeTarget(path.join(folder, name), bytes);
  await expect(failing('none/a.pdf')).rejects.toMatchObject({
    code: 'output.folderMissing',
    details: { file: path.join(folder, 'none/a.pdf'), folder: path.join(folder, 'none') },
  });
  await expect(failing('file/a.pdf')).rejects.toMatchObject({ code: 'output.folderMissing' });
  await expect(failing('taken.pdf')).rejects.toMatchObject({ code: 'output.isDirectory' });
  expect(readdirSync(folder).sort()).toEqual(['file', 'taken.pdf']);
});

test('a device is never replaced by a document', async () => {
  await expect(writeTarget('/dev/null', bytes)).rejects.toMatchObject({ code: 'output.notWritable' });
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test.each(['.~lock.pack.docx#', '~$pack.docx'])('an owner file %s means: open elsewhere', async (owner) => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'pack.docx'), 'old words');
  writeFileSync(path.join(folder, owner), '');
  await expect(writeTarget(path.join(folder, 'pack.docx'), bytes)).rejects.toMatchObject({
    code: 'output.inUse',
  });
  expect(readFileSync(path.join(folder, 'pack.docx'), 'utf8')).toBe('old words');
  expect(readdirSync(folder)).toHaveLength(2);
});

test.skipIf(spawnSync('flock', ['--version']).status !== 0)(
  'a file that another program has locked is not replaced (skipped where flock is missing)',
  async () => {
    const file = path.join(scratchFolder(), 'held.pdf');
    writeFileSync(file, 'old words');
    const { spawn } = await import('node:child_process');
    const holder = spawn('flock', ['-x', '-F', file, 'sh', '-c', 'echo held; exec sleep 20']);
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    try {
      await expect(writeTarget(file, bytes)).rejects.toMatchObject({ code: 'output.inUse' });
    } finally {
      holder.kill();
    }
    expect(readFileSync(file, 'utf8')).toBe('old words');
  },
);

test('a write-protected folder or file is refused, by root too', async () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'old.pdf');
  writeFileSync(file, 'old words');
  chmodSync(file, 0o444);
  await expect(writeTarget(file, bytes)).rejects.toMatchObject({ code: 'output.notWritable' });
  chmodSync(folder, 0o555);
  await expect(writeTarget(path.join(folder, 'a.pdf'), bytes)).rejects.toMatchObject({
    code: 'output.notWritable',
    details: { folder },
  });
  chmodSync(folder, 0o755);
  expect(readdirSync(folder)).toEqual(['old.pdf']);
  expect(readFileSync(file, 'utf8')).toBe('old words');
});

test.skipIf(!canMount)(
  'a full disk leaves the old file as it was (needs to mount a small disk)',
  async () => {
    const disk = mounted('size=64k', scratchFolder());
    if (!disk) throw new Error('mounting worked a moment ago');
    try {
      const file = path.join(disk.folder, 'old.pdf');
      writeFileSync(file, 'old words');
      await expect(writeTarget(file, new Uint8Array(200_000))).rejects.toMatchObject({ code: 'output.full' });
      expect(readFileSync(file, 'utf8')).toBe('old words');
      expect(readdirSync(disk.folder)).toEqual(['old.pdf']);
      spawnSync('mount', ['-o', 'remount,ro', disk.folder]);
      await expect(writeTarget(file, bytes)).rejects.toMatchObject({ code: 'output.notWritable' });
    } finally {
      disk.unmount();
    }
  },
);
