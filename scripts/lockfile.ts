/**
 * Completes package-lock.json after `npm install` from a registry that lags. npm leaves out the packages for other
 * platforms that it could not find, and `npm ci` then refuses the lock file everywhere. Their entries need nothing
 * that only the registry knows: a package for another platform is never fetched.
 *
 * It also repeats better-sqlite3's own `gypfile: false`, which npm forgets when it writes a lock file. Without it
 * `npm ci` compiles what comes compiled, for which a new machine has neither compiler nor headers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './lib/repository.ts';

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}
type Packages = Record<string, Locked>;

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

const file = path.join(repository, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Packages };
const missing = Object.entries(lock.packages).flatMap(([place, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !isLocked(name, place))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, dev === true)] as const),
);
const compiled = 'node_modules/better-sqlite3';
const packages = Object.entries({
  ...lock.packages,
  ...Object.fromEntries(missing),
  [compiled]: { ...lock.packages[compiled], gypfile: false },
});
// npm's own order, so that its next write changes nothing.
packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(
  missing.length === 0 ? 'Nothing was missing.' : missing.map(([name]) => `Added ${name}`).join('\n'),
);

/** Whether a package that stands at `place` would find another, as Node looks for it. */
function isLocked(name: string, place: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

function entryFor(name: string, version: string, dev: boolean): Locked {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!/^\d+\.\d+\.\d+$/.test(version) || os === undefined || cpu === undefined) {
    throw new Error(
      `${name}@${version} is missing from the lock file, and its name does not say its platform.`,
    );
  }
  const libc = os === 'linux' && /musl/.test(name) ? { libc: ['musl'] } : {};
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...libc, optional: true, os: [os] };
}
