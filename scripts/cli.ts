/** The command line from the sources: builds what is stale, then runs the bundle in this process. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBundle } from './bundle/ensure.ts';
import { cacheFolder, repository } from './lib/repository.ts';

enableCompileCache(path.join(cacheFolder, 'compiled'));
await ensureBundle('electron');
const bundle = pathToFileURL(path.join(repository, 'dist/electron/cli.js')).href;
const { runCli } = (await import(bundle)) as typeof import('../electron/cli.ts');
process.exitCode = await runCli(process.argv.slice(2));
