/** Where the product's own files stand: sources, built bundle and packaged application differ only in depth. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder `resources/` of the product.
 * @throws Error when the installation is incomplete.
 */
export function resourcesFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'resources');
    if (existsSync(path.join(candidate, 'templates'))) return candidate;
    if (folder === path.dirname(folder))
      throw new Error('The folder resources/ of this installation is missing.');
  }
}
