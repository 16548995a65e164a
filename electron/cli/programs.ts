/** Where the programs of the other processes stand. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Beside the bundle, or among the sources. */
export function programs(): string {
  const bundled = path.join(import.meta.dirname, 'extractor.js');
  return existsSync(bundled) ? import.meta.dirname : path.join(import.meta.dirname, '..');
}
