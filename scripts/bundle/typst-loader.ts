/**
 * The loader of Typst's native code within a program, instead of beside it: finding and compiling its two files, and first
 * looking for the native code where only its makers have it, took `convert` 4 ms. The native code itself stays outside.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';
import { swapped } from './replaced.ts';

const NAME = '@myriaddreamin/typst-ts-node-compiler';
const ELSEWHERE = 'in-its-package';
/** The bundle's own `require` finds the same packages. */
const ownRequire = "const { createRequire } = require('node:module')\nrequire = createRequire(__filename)\n";

/**
 * Loads the native code from where npm puts its package for this bundle. Where it is not, this fails, and the loader goes
 * on to look for the package as Node does, which takes 1 ms more.
 * @param file as the loader names it: `./typst-ts-node-compiler.linux-x64-gnu.node`.
 */
function fromItsPackage(file: string): string {
  const name = file.slice('./'.length);
  const place = `../../node_modules/${NAME.split('/')[0]}/${name.replace('.', '-').replace(/\.node$/, '')}/${name}`;
  return `process.dlopen(module, require('node:path').join(__dirname, ${JSON.stringify(place)}));`;
}

export const typstLoader: Plugin = {
  name: 'typst-loader',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({
      path: createRequire(import.meta.url).resolve(NAME),
    }));
    onResolve({ filter: new RegExp(`^${NAME}-`) }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^\.\/typst-ts-node-compiler\./ }, ({ path }) => ({ path, namespace: ELSEWHERE }));
    onLoad({ filter: /./, namespace: ELSEWHERE }, ({ path }) => ({ contents: fromItsPackage(path) }));
    onLoad({ filter: /typst-ts-node-compiler[\\/]index-napi\.js$/ }, async ({ path }) => ({
      contents: swapped(await readFile(path, 'utf8'), ownRequire, ''),
    }));
  },
};
