import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../../scratch-folder.ts';
import { textFile } from '../library/evidence/evidence-library.ts';
import { despatch } from './despatch.ts';

beforeAll(() => despatch(['--version']), 120_000);

function setUp() {
  const folder = scratchFolder();
  const papers = path.join(folder, 'papers');
  mkdirSync(path.join(papers, 'below'), { recursive: true });
  const [quay, lamp] = [
    textFile(papers, 'quay.md', '# The new quay\n\nIt costs £4m.\n'),
    textFile(path.join(papers, 'below'), 'lamp.txt', 'The lamp is lit.\n'),
  ];
  textFile(papers, '.hidden', 'x\n');
  return { folder, papers, quay, lamp, library: path.join(folder, 'library') };
}

test('files and folders are taken in, one row a file, named as they were on the command line', async () => {
  const { papers, quay, lamp, library } = setUp();
  const first = await despatch(['evidence', 'add', papers, '--library', library, '--json']);
  expect([first.code, first.stderr]).toEqual([0, '']);
  const rows = JSON.parse(first.stdout);
  expect(Object.keys(rows[0])).toEqual([
    'file',
    'sourceId',
    'title',
    'kind',
    'pages',
    'words',
    'status',
    'reason',
  ]);
  expect(rows).toMatchObject([
    { file: lamp, status: 'added', kind: 'text', words: 4 },
    { file: quay, status: 'added', kind: 'markdown', title: 'The new quay' },
  ]);
  const again = await despatch(['evidence', 'add', lamp, path.join(papers, 'no.pdf'), '--library', library]);
  expect(again.code).toBe(1);
  expect(again.stdout).toContain('there already');
  expect(again.stdout).toContain('There is no such file.');
  expect(again.stdout).toContain('2 files: 1 there already, 1 failed.');
});

test('where nothing can be used it ends with 2, and a row says why', async () => {
  const { papers, library } = setUp();
  const { code, stdout } = await despatch([
    'evidence',
    'add',
    path.join(papers, 'no.pdf'),
    '--library',
    library,
    '--json',
  ]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject([{ status: 'failed', sourceId: null }]);
  const usage = await despatch(['evidence', 'add', '--library', library]);
  expect([usage.code, usage.stdout]).toEqual([2, '']);
});

test.skipIf(process.platform === 'win32')('Ctrl+C keeps what was added and reports the rest', async () => {
  const { folder, library } = setUp();
  const many = path.join(folder, 'many');
  mkdirSync(many);
  for (let at = 0; at < 1500; at += 1) textFile(many, `${at}.txt`, `Words of number ${at}.\n`);
  const script = path.resolve(import.meta.dirname, '../../../dist/electron/cli.cjs');
  const child = spawn(process.execPath, [script, 'evidence', 'add', many, '--library', library, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  // To the whole group, as a terminal does it.
  setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGINT'), 2500);
  const code = await new Promise((resolve) => child.on('close', resolve));
  const statuses = new Set(JSON.parse(said).map(({ status }: { status: string }) => status));
  expect(statuses.has('failed')).toBe(false);
  expect(code).toBe(statuses.has('cancelled') ? 1 : 0);
});
