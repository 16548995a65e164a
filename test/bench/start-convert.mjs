/** The command line as the packaged product starts it: the bundle, with Node's cache of compiled code. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '../..');
enableCompileCache(path.join(repository, '.cache/compiled'));
const { runCli } = await import(path.join(repository, 'dist/electron/cli.js'));
process.exitCode = await runCli(process.argv.slice(2));
