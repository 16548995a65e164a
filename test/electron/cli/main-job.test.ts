import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseDocument } from '../../../shared/document/parse.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { brief, despatch } from './despatch.ts';

// The first call may have to build the bundle.
beforeAll(() => despatch(['--version']), 120_000);

function withBrief() {
  const folder = scratchFolder();
  const file = path.join(folder, 'brief.md');
  writeFileSync(file, brief);
  return { folder, file, library: path.join(folder, 'new', 'library') };
}

async function json<Value>(args: readonly string[], code = 0): Promise<Value> {
  const ended = await despatch([...args, '--json']);
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(code);
  return JSON.parse(ended.stdout) as Value;
}

interface Imported {
  documentId: string;
  kind: string;
  title: string;
  report: { kind: string; original: { text: string }[] }[];
}

test('a file is imported, listed, shown, checked and exported with JSON all the way', async () => {
  const { folder, file, library } = withBrief();
  const imported = await json<Imported>(['import', file, '--library', library]);
  expect(Object.keys(imported)).toEqual(['documentId', 'kind', 'title', 'report']);
  expect(imported).toMatchObject({ kind: 'briefing', title: 'MEETING WITH THE HARBOUR BOARD' });
  const repaired = imported.report
    .filter(({ kind }) => kind === 'repair')
    .flatMap(({ original }) => original);
  expect(repaired.map(({ text }) => text)).toContain('cost the company in fuel and in wages.');

  const listed = await json<{ id: string; title: string }[]>(['list', '--library', library]);
  expect(listed).toMatchObject([{ id: imported.documentId, title: imported.title, readOnly: false }]);

  const shown = await json<unknown>(['show', imported.documentId, '--library', library]);
  const { document, unknownParts } = parseDocument(shown);
  expect(unknownParts).toEqual([]);
  const kinds = document.sections.flatMap(({ blocks }) => blocks.map(({ kind }) => kind));
  expect(kinds.filter((kind) => kind === 'point')).toHaveLength(4);
  expect(kinds.filter((kind) => kind === 'question')).toHaveLength(1);

  const findings = await json<{ rule: string }[]>(['check', imported.documentId, '--library', library], 1);
  for (const finding of findings) {
    expect(Object.keys(finding)).toEqual(['rule', 'severity', 'blockId', 'message']);
  }
  expect(findings.length).toBeGreaterThan(0);

  const [docx, pdf] = [path.join(folder, 'out.docx'), path.join(folder, 'out.pdf')];
  await json(['export', imported.documentId, '--library', library, '--docx', docx, '--pdf', pdf]);
  expect(readFileSync(docx).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});

test('evidence check says the shares and what wants a source, and nothing else', async () => {
  const { file, library } = withBrief();
  const { documentId } = await json<Imported>(['import', file, '--library', library]);
  const rows = await json<{ rule: string; message: string }[]>(
    ['evidence', 'check', documentId, '--library', library],
    1,
  );
  expect(Object.keys(rows[0] ?? {})).toEqual(['rule', 'severity', 'blockId', 'message']);
  expect(rows[0]?.message).toMatch(/^0 of \d+ figures? and 0 of 4 points in this document have evidence\.$/u);
  expect([...new Set(rows.map(({ rule }) => rule))]).toEqual(['evidence-coverage', 'unsourced-figure']);
});

test('convert writes all three forms without a library, wherever the options stand', async () => {
  const { folder, file } = withBrief();
  const out = (name: string) => path.join(folder, name);
  const said = await json<{
    kind: string;
    title: string;
    written: { format: string; file: string; bytes: number }[];
  }>(['--pdf', out('a.pdf'), 'convert', '--docx', out('a.docx'), file, '--json-out', out('a.json')]);
  expect(said).toMatchObject({ kind: 'briefing', title: 'MEETING WITH THE HARBOUR BOARD' });
  expect(said.written.map(({ format }) => format).sort()).toEqual(['docx', 'json', 'pdf']);
  for (const { file: written, bytes } of said.written) expect(readFileSync(written)).toHaveLength(bytes);
  expect(parseDocument(JSON.parse(readFileSync(out('a.json'), 'utf8'))).unknownParts).toEqual([]);
});

test('the kind can be said, and then it is that kind', async () => {
  const { file } = withBrief();
  expect(await json(['convert', file, '--as', 'report'])).toMatchObject({ kind: 'report' });
});

test('pasted text on standard input is imported like a file', async () => {
  const { library } = withBrief();
  const { code, stdout } = await despatch(['import', '-', '--library', library, '--json'], { input: brief });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'briefing', title: 'MEETING WITH THE HARBOUR BOARD' });
});

test('without --json people get words: numbers in show, messages in check, paths in export', async () => {
  const { file, library, folder } = withBrief();
  const { documentId } = await json<Imported>(['import', file, '--library', library]);
  const shown = await despatch(['show', documentId, '--library', library]);
  expect(shown.stdout).toMatch(/^\s*2[.)] The new quay$/m);
  const checked = await despatch(['check', documentId, '--library', library]);
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain('TBC');
  const target = path.join(folder, 'brief.docx');
  const exported = await despatch(['export', documentId, '--docx', target, '--library', library]);
  expect(exported.stdout).toContain(target);
});

test('two imports at the same moment make one library with both documents', async () => {
  const { file, library } = withBrief();
  const both = await Promise.all([1, 2].map(() => despatch(['import', file, '--library', library])));
  expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(await json<unknown[]>(['list', '--library', library])).toHaveLength(2);
});

test('one of a thing and several are said as people say them', async () => {
  const paper = (count: number) =>
    `Report\n\n1. It leaks.\n\nAppendices\n\n${Array.from({ length: count }, (_, at) => `Appendix ${at + 1} - Map\n`).join('\n')}`;
  const words = async (count: number) =>
    (await despatch(['convert', '-', '--as', 'report'], { input: paper(count) })).stdout;
  expect(await words(1)).toContain('1 appendix');
  expect(await words(2)).toContain('2 appendices');
  const { folder, library } = withBrief();
  const file = path.join(folder, 'one.md');
  writeFileSync(file, 'MEETING WITH THE GUILD\n\n1) Risks\n\nPoints to make\n\na) It leaks.\n');
  await despatch(['import', file, '--library', library]);
  expect((await despatch(['list', '--library', library])).stdout).toContain('1 line of the import report');
});

test('help is for all and for each verb, and every verb has its line', async () => {
  const all = await despatch(['--help']);
  expect(all.code).toBe(0);
  for (const verb of ['convert', 'import', 'list', 'show', 'export', 'check']) {
    expect(all.stdout).toMatch(new RegExp(`^  ${verb} `, 'm'));
    const one = await despatch([verb, '--help']);
    expect(one.stdout).toContain(`Usage: despatch ${verb}`);
    expect(one.stdout).toContain('--json');
    expect(one.code).toBe(0);
  }
});

test('the library is opened with the SQLite that the environment names', async () => {
  const { file, library } = withBrief();
  const env = { DESPATCH_NATIVE_BINDING: path.join(library, 'no-such.node') };
  const { code, stderr } = await despatch(['import', file, '--library', library], { env });
  expect(code).not.toBe(0);
  expect(stderr).toContain('no-such.node');
});

test('the version is printed', async () => {
  const { stdout, code } = await despatch(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
});

const seeds = path.resolve(import.meta.dirname, '../../../../shared/seeds');
test.skipIf(!existsSync(seeds)).each([
  ['ministerial-briefing', 'briefing', { point: 18, question: 3, aim: 2 }],
  ['committee-report', 'report', { recommendation: 2, appendix: 2 }],
])(
  'the seed %s converts to Word and PDF (skipped where the seeds are not there)',
  async (name, kind, counts) => {
    const folder = scratchFolder();
    const [docx, pdf] = [path.join(folder, 'a.docx'), path.join(folder, 'a.pdf')];
    const said = await json(['convert', path.join(seeds, `${name}.txt`), '--docx', docx, '--pdf', pdf]);
    expect(said).toMatchObject({ kind, counts });
    expect(existsSync(docx) && existsSync(pdf)).toBe(true);
  },
);
