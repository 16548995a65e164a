import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
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
  const ended = new Promise((resolve) => child.on('close', resolve));
  const originals = path.join(library, 'originals');
  const kept = () => existsSync(originals) && readdirSync(originals).some((name) => name !== 'arriving');
  await expect.poll(kept, { interval: 2, timeout: 30_000 }).toBe(true);
  // To the whole group, as a terminal does it.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  const code = await ended;
  const statuses = new Set(JSON.parse(said).map(({ status }: { status: string }) => status));
  expect(statuses).toEqual(new Set(['added', 'cancelled']));
  expect(code).toBe(1);
});

test('a new edition is offered and taken, named at once, or takes the place of a source', async () => {
  const { folder, library } = setUp();
  const papers = path.join(folder, 'plans');
  const file = (name: string, text: string) => textFile(papers, name, text);
  mkdirSync(papers);
  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await despatch(['evidence', ...words, '--library', library, '--json']);
    return { code, said: JSON.parse(stdout || stderr) };
  };
  const old = (await run('add', file('flood plan v1.txt', 'Old words.\n'))).said[0].sourceId;
  const offered = await run('add', file('flood plan v2.txt', 'New words.\n'));
  const { status, reason, sourceId } = offered.said[0];
  expect([offered.code, status]).toEqual([0, 'edition-offered']);
  expect(reason).toContain(`evidence edition ${sourceId} --of ${old}`);
  expect(await run('edition', sourceId, '--of', old)).toMatchObject({
    code: 0,
    said: { sourceId: old, editions: 2 },
  });
  const third = await run('add', file('whatever.txt', 'Newest words.\n'), '--edition-of', old);
  expect(third.said).toMatchObject([{ status: 'newEdition', sourceId: old }]);
  const other = (await run('add', file('other.txt', 'Other words.\n'))).said[0].sourceId;
  expect((await run('supersede', old, '--by', other)).said).toMatchObject({ supersededBy: other });
  expect(await run('supersede', other, '--by', old)).toMatchObject({
    code: 2,
    said: { error: { code: 'evidence.circle' } },
  });
  expect(await run('add', file('more.txt', 'More.\n'), '--edition-of', 'nobody')).toMatchObject({
    code: 2,
    said: { error: { code: 'evidence.notFound' } },
  });
});

test('a name that would break or turn round its line is written out, and no title has such characters', async () => {
  const { folder, library } = setUp();
  const file = textFile(folder, 'invoice\u202Efdp\nx.txt', 'Words.\n');
  const { stdout } = await despatch(['evidence', 'add', file, '--library', library]);
  expect(stdout).toContain('invoice\\u202Efdp\\u000Ax.txt');
  expect(stdout).not.toContain('\u202E');
  expect(stdout).toContain('“invoice fdp x”');
});
