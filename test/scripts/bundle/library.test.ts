import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { repository } from '../../../scripts/lib/repository.ts';

/** The packages that run as soon as the process does. */
async function packagesAtStart(entry: string): Promise<Set<string>> {
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
  const inputs = [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
  return new Set(inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []));
}

test('the library opens without what writes, typesets, cites and spells', async () => {
  const packages = await packagesAtStart('electron/library/main.ts');
  expect(packages).toContain('zod');
  for (const late of ['docx', 'citeproc', 'cspell-trie-lib', 'pdf-lib', '@cantoo/pdf-lib', 'lexical']) {
    expect([...packages]).not.toContain(late);
  }
});

test('main starts without what the command line needs', async () => {
  const packages = await packagesAtStart('electron/main.ts');
  for (const late of ['docx', 'citeproc', 'cspell-trie-lib', 'yazl', 'diff', 'approx-string-match']) {
    expect([...packages]).not.toContain(late);
  }
});
