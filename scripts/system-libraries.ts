/** What the application and its tests need of Debian beyond npm: installed when root, otherwise the exact command is said. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { NeedsAdministrator } from './lib/needs-administrator.ts';
import { run } from './lib/run.ts';

/** Debian package → the program or shared library by which one sees that it is there. */
const needs = {
  window: {
    'libgtk-3-0': 'libgtk-3.so.0',
    libnss3: 'libnss3.so',
    libasound2: 'libasound.so.2',
    libgbm1: 'libgbm.so.1',
    'libatk-bridge2.0-0': 'libatk-bridge-2.0.so.0',
    libxss1: 'libXss.so.1',
  },
  /** A display in memory, for tests and pictures. */
  display: { xvfb: 'Xvfb' },
  tests: {
    qpdf: 'qpdf',
    'poppler-utils': 'pdftotext',
    'mupdf-tools': 'mutool',
    'libxml2-utils': 'xmllint',
    unzip: 'unzip',
  },
  compiler: { 'g++': 'g++', make: 'make', python3: 'python3' },
} as const satisfies Record<string, Record<string, string>>;

export type LibraryGroup = keyof typeof needs;

/**
 * @throws NeedsAdministrator where something is missing and this is not root on Debian; Error when apt fails.
 */
export async function ensureSystemLibraries(...groups: LibraryGroup[]): Promise<void> {
  if (process.platform !== 'linux') return;
  const packages = await missingPackages(groups);
  if (packages.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new NeedsAdministrator(
      `This computer lacks ${packages.join(', ')} (Debian's names). Install them with:\n  sudo apt-get update && sudo ${command}`,
    );
  }
  console.error(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', command.split(' ').slice(1), { env, timeoutMs: 300_000 });
  // A new machine has no package lists yet, an old one has lists that name files gone from the mirror.
  let installed = await install();
  if (installed.code !== 0) {
    await run('apt-get', ['update', '-q'], { env, timeoutMs: 120_000 });
    installed = await install();
  }
  const still = await missingPackages(groups);
  if (still.length > 0) {
    throw new Error(`${command} did not provide ${still.join(', ')}:\n${installed.output.slice(-1500)}`);
  }
}

async function missingPackages(groups: readonly LibraryGroup[]): Promise<string[]> {
  const { output: libraries } = await run('/sbin/ldconfig', ['-p']);
  const isThere = (file: string) =>
    file.includes('.so') ? libraries.includes(`\t${file} `) : isProgram(file);
  return groups
    .flatMap((group) => Object.entries(needs[group]))
    .filter(([, file]) => !isThere(file))
    .map(([name]) => name);
}

function isProgram(name: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin'];
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, name)));
}
