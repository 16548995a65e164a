import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { repository } from '../../../scripts/lib/repository.ts';

/** The files that run as soon as the process does. */
async function filesAtStart(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: { entry },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    external: ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'],
    outdir: 'nowhere',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const files = new Set(Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === entry));
  for (const file of files)
    for (const { kind, path, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) files.add(path);
  return [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
}

async function packagesAtStart(entry: string): Promise<Set<string>> {
  const files = await filesAtStart(entry);
  return new Set(files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
}

test('the library opens without what writes, typesets, cites and spells', async () => {
  const packages = await packagesAtStart('electron/library/main.ts');
  expect(packages).toContain('zod');
  for (const late of ['docx', 'citeproc', 'cspell-trie-lib', 'pdf-lib', '@cantoo/pdf-lib', 'lexical']) {
    expect([...packages]).not.toContain(late);
  }
});

test('the library opens with the code of documents, sources and comments alone', async () => {
  const files = await filesAtStart('electron/library/main.ts');
  expect(files).toContain('electron/library/document-handlers.ts');
  const late =
    /^electron\/library\/(?:lines|meetings|pack|samples)\/.*(?:handlers|workshop)|^shared\/(?:checks\/(?!finding)|pack\/check\/supplied|print\/(?!evidence\.ts|pdf-choice))|^shared\/import\/(?:briefing|recognise)/;
  expect(files.filter((file) => late.test(file))).toEqual([]);
});

test('main starts without what the command line needs', async () => {
  const packages = await packagesAtStart('electron/main.ts');
  for (const late of ['docx', 'citeproc', 'cspell-trie-lib', 'yazl', 'diff', 'approx-string-match']) {
    expect([...packages]).not.toContain(late);
  }
});
