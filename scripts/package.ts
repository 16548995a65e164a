/**
 * `npm run package`: the product as a folder that starts from its archive. On release machines
 * `npm run package -- --installer` makes the installer of this platform instead.
 */
import { copyFileSync, cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { ensureBundle } from './bundle/ensure.ts';
import { cacheFolder, repository } from './lib/repository.ts';
import { resolveRuntime } from './runtime/resolve.ts';
import type { Runtime } from './runtime/runtime.ts';

const wantsInstaller = process.argv.includes('--installer');

requireTypst();
await Promise.all([ensureBundle('electron', { force: true }), ensureBundle('renderer', { force: true })]);
const runtime = await resolveRuntime();
if (runtime.kind === 'borrowed' && wantsInstaller) {
  throw new Error('This runtime is for development only. An installer needs the official Electron.');
}
const distribution = runtime.kind === 'borrowed' ? withoutApplication(runtime.folder) : runtime.folder;
try {
  await build({
    projectDir: repository,
    targets: Platform.current().createTarget(wantsInstaller ? undefined : 'dir', Arch[process.arch as 'x64']),
    publish: 'never',
    config: { extends: 'electron-builder.yml', electronDist: distribution } satisfies Configuration,
  });
} finally {
  if (distribution !== runtime.folder) rmSync(distribution, { recursive: true, force: true });
}
if (runtime.nativeBinding !== null) replaceBinding(runtime.nativeBinding);
console.log(`Packaged with ${runtime.description}: ${path.join(repository, 'release')}`);

/** Its binaries are optional packages: where a mirror lags, npm installs none and says nothing. */
function requireTypst(): void {
  const system = process.platform === 'win32' ? 'win32' : process.platform;
  const abi = { linux: '-gnu', win32: '-msvc' }[system as 'linux'] ?? '';
  const name = `@myriaddreamin/typst-ts-node-compiler-${system}-${process.arch}${abi}`;
  if (!existsSync(path.join(repository, 'node_modules', name))) {
    throw new Error(`The typesetter for this platform is not installed: npm has no ${name} here.`);
  }
}

/** The borrowed runtime carries a link to this checkout, which must not be packaged into itself. */
function withoutApplication(folder: string): string {
  const copy = path.join(cacheFolder, `package-runtime-${process.pid}`);
  cpSync(folder, copy, {
    recursive: true,
    filter: (source) => source !== path.join(folder, 'resources/app'),
  });
  return copy;
}

/** Only with the borrowed runtime, which cannot load the SQLite that ships. */
function replaceBinding(nativeBinding: NonNullable<Runtime['nativeBinding']>): void {
  const unpacked = path.join(repository, 'release/linux-unpacked/resources/app.asar.unpacked');
  copyFileSync(nativeBinding, path.join(unpacked, 'node_modules/better-sqlite3/prebuilds/linux-x64.node'));
}
