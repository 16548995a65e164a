/** The Electron that package.json pins, as its makers publish it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder, repository } from '../lib/repository.ts';
import { run } from '../lib/run.ts';
import type { Runtime } from './runtime.ts';

const packageFolder = path.join(repository, 'node_modules/electron');
const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };

/** A site that refuses today is not asked again for a day, unless DESPATCH_RETRY_DOWNLOAD is set. */
const ASK_AGAIN_MS = 24 * 3600 * 1000;
const ANSWER_MS = 4000;
const DOWNLOAD_MS = 600_000;
const refusalFile = path.join(cacheFolder, 'runtime/official-refused.json');

/**
 * What `ELECTRON_OVERRIDE_DIST_PATH` names, else what is downloaded already or can be now, else why not.
 * @throws Error where the variable names a folder without Electron: another runtime would not be the one asked for.
 */
export async function officialRuntime(): Promise<Runtime | { readonly refusal: string }> {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  if (chosen !== '') {
    if (existsSync(path.join(chosen, executableName()))) {
      return official(chosen, `Electron from ELECTRON_OVERRIDE_DIST_PATH (${chosen})`);
    }
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${chosen}, where there is no ${executableName()}.`);
  }
  try {
    return downloaded() ?? (await download());
  } catch (error) {
    return { refusal: error instanceof Error ? error.message : String(error) };
  }
}

function downloaded(): Runtime | null {
  const folder = path.join(packageFolder, 'dist');
  const isWhole = [path.join(folder, executableName()), path.join(packageFolder, 'path.txt')].every(
    existsSync,
  );
  return isWhole ? official(folder, `Electron ${version}, official`) : null;
}

/** @throws Error with the reason, within seconds where the site cannot be reached. */
async function download(): Promise<Runtime> {
  const url = downloadAddress();
  const known = refusal();
  if (known !== null && known.url === url) throw new Error(known.reason);
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
  } catch (error) {
    throw refused(url, `The official Electron ${version} cannot be fetched from ${url}: ${causeOf(error)}.`);
  }
  console.error(`Fetching Electron ${version} from ${url} …`);
  const { code, output } = await run(process.execPath, [path.join(packageFolder, 'install.js')], {
    cwd: packageFolder,
    timeoutMs: DOWNLOAD_MS,
  });
  const runtime = downloaded();
  if (code !== 0 || runtime === null) {
    throw refused(url, `The download of Electron ${version} failed: ${output.trim().slice(-300)}`);
  }
  return runtime;
}

function official(folder: string, description: string): Runtime {
  return {
    kind: 'official',
    description,
    folder,
    executable: path.join(folder, executableName()),
    appArguments: [repository],
    nativeBinding: null,
  };
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The address that @electron/get will use, with the mirrors that it honours. */
function downloadAddress(): string {
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  const folder = process.env['ELECTRON_CUSTOM_DIR'] ?? `v${version}`;
  const base = mirror.endsWith('/') ? mirror : `${mirror}/`;
  return `${base}${folder}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

function refusal(): { url: string; reason: string } | null {
  if (process.env['DESPATCH_RETRY_DOWNLOAD'] !== undefined || !existsSync(refusalFile)) return null;
  try {
    const { url, reason, at } = JSON.parse(readFileSync(refusalFile, 'utf8'));
    return Date.now() - at < ASK_AGAIN_MS ? { url, reason } : null;
  } catch {
    return null;
  }
}

function refused(url: string, reason: string): Error {
  mkdirSync(path.dirname(refusalFile), { recursive: true });
  writeFileSync(refusalFile, JSON.stringify({ url, reason, at: Date.now() }));
  return new Error(reason);
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
