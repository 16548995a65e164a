import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from '../../../scripts/bundle/programs.ts';
import { repository } from '../../../scripts/lib/repository.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'despatch-programs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const external = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'];

interface Made {
  readonly packages: ReadonlySet<string>;
  /** Folders of ours. */
  readonly rooms: ReadonlySet<string>;
  readonly bytes: number;
}

async function made(name: 'cli-program' | 'cli-convert'): Promise<Made> {
  const common = {
    absWorkingDir: repository,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external,
  } as const;
  const { outputs } = await buildProgram(name, folder, common);
  const program = Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined);
  const files = Object.keys(program?.inputs ?? {}).filter((file) => !file.startsWith('left-out:'));
  const packageOf = (file: string) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(file)?.[1];
  return {
    packages: new Set(files.flatMap((file) => packageOf(file) ?? [])),
    rooms: new Set(files.flatMap((file) => (packageOf(file) === undefined ? [path.dirname(file)] : []))),
    bytes: program?.bytes ?? 0,
  };
}

test('the program that converts texts holds no code for anything else', async () => {
  const { packages, rooms, bytes } = await made('cli-convert');
  expect([...packages].sort()).toEqual(['@myriaddreamin/typst-ts-node-compiler', 'docx']);
  expect(rooms).toContain('electron/library/export/pdf');
  const foreign = /^electron.*\/(?:db|csl|assembler|portable|companions|meetings)$|^electron\/extractor\/./u;
  expect([...rooms].filter((room) => foreign.test(room))).toEqual([]);
  // Reading code takes time whether it is run or not: zod alone would make it a fifth longer.
  expect(bytes).toBeLessThan(750_000);
});

test('the whole program can do everything', async () => {
  const { packages } = await made('cli-program');
  for (const needed of ['docx', 'zod', 'yauzl', 'saxes', 'citeproc']) expect(packages).toContain(needed);
});
