/** The command line from the sources: builds what is stale, then runs the bundle in this process. */
import { createRequire, enableCompileCache } from 'node:module';
import path from 'node:path';
import { ensureBundle } from './bundle/ensure.ts';
import { cacheFolder, repository } from './lib/repository.ts';

enableCompileCache(path.join(cacheFolder, 'compiled'));
await ensureBundle('electron');
createRequire(import.meta.url)(path.join(repository, 'dist/electron/cli.cjs'));
