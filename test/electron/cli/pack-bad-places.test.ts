/** What stands in the way of a pack that its papers are not to blame for: nothing half-written is ever left. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { suppliedPdf } from '../../fixtures/pack/supplied-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';
import { type FileItem, packBuild, writeMeeting } from './pack-files.ts';

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
