import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const packageSchema = z.object({ name: z.literal('despatch'), version: z.string() });

/** The version of this product: the nearest `package.json` above, for sources, bundle and packaged application. */
export function productVersion(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const found = packageSchema.safeParse(readJson(path.join(folder, 'package.json')));
    if (found.success) return found.data.version;
    if (folder === path.dirname(folder)) throw new Error('The package.json of this installation is missing.');
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
