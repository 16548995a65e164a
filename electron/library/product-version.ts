import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this product: the nearest `package.json` above, for sources, bundle and packaged application. */
export function productVersion(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const version = versionIn(path.join(folder, 'package.json'));
    if (version !== undefined) return version;
    if (folder === path.dirname(folder)) throw new Error('The package.json of this installation is missing.');
  }
}

function versionIn(file: string): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
    return name === 'despatch' ? String(version) : undefined;
  } catch {
    return undefined;
  }
}
