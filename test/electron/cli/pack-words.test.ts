/** What `pack build` prints for people: what was written, what became of supplied files, what the check found. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { suppliedPdf } from '../../fixtures/pack/supplied-pdf.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { despatch } from './despatch.ts';
import { writeMeeting } from './pack-files.ts';

beforeAll(() => despatch(['--version']), 120_000);

describe('pack build without --json', () => {
  test('tells what became of supplied files once, by file and item, before the pack check', async () => {
    const folder = scratchFolder();
    const put = async (name: string, request: Partial<Parameters<typeof suppliedPdf>[0]>) =>
      writeFileSync(path.join(folder, name), await suppliedPdf({ key: 'K', pages: 2, ...request }));
    await put('plan.pdf', { script: true, attachment: 'costs.xlsx', font: 'standard' });
    await put('clean.pdf', { tagged: true });
    await put('maps.pdf', { launch: true });
    const paper = (file: string) => ({ title: `On ${file}`, documents: [{ file, title: `Paper ${file}` }] });
    const meeting = writeMeeting(folder, ['plan.pdf', 'clean.pdf', 'maps.pdf'].map(paper));
    const [out, open] = [path.join(folder, 'pack.pdf'), path.join(folder, 'public.pdf')];
    const { code, stdout, stderr } = await despatch([
      'pack',
      'build',
      meeting,
      '--pdf',
      out,
      '--public',
      open,
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    const from = lines.indexOf('To know of 2 supplied files:');
    const check = lines.findIndex((line) => line.startsWith('Pack check:'));
    expect(from).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('Written:')));
    expect(lines.slice(from + 1, check)).toEqual([
      '  “plan.pdf” (Agenda Item 1)',
      '    It had scripts in it, which were left out.',
      '    It had files packed into it (costs.xlsx); they are not in the pack.',
      expect.stringMatching(
        /^ {4}On pages 1 and 2 it does not bring its fonts with it \(Helvetica\); others/,
      ),
      expect.stringMatching(/^ {4}On pages 1 and 2 it has no tags for screen readers/),
      '  “maps.pdf” (Agenda Item 3)',
      expect.stringMatching(/^ {4}On page 1 it had links that start programs.*they were left out\.$/),
      expect.stringMatching(/^ {4}On pages 1 and 2 it has no tags/),
    ]);
  });

  test('says nothing of supplied files where there is nothing to know', async () => {
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'a.md'), '# A\n\n## Summary\n\n1. Words.\n');
    const meeting = writeMeeting(folder, [{ title: 'A', documents: [{ file: 'a.md', title: 'A' }] }]);
    const { stdout } = await despatch(['pack', 'build', meeting, '--pdf', path.join(folder, 'pack.pdf')]);
    expect(stdout).toContain('Written:');
    expect(stdout).not.toContain('To know of');
  });
});
