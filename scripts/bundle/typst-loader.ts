/**
 * The loader of Typst's native code within a program, instead of beside it: finding and compiling its two files, and first
 * looking for the native code where only its makers have it, took `convert` 3 ms. The native code itself stays outside.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';
import { swapped } from './replaced.ts';

const NAME = '@myriaddreamin/typst-ts-node-compiler';
const ELSEWHERE = 'not-beside';
/** The bundle's own `require` finds the same packages. */
const ownRequire = "const { createRequire } = require('node:module')\nrequire = createRequire(__filename)\n";

export const typstLoader: Plugin = {
  name: 'typst-loader',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({
      path: createRequire(import.meta.url).resolve(NAME),
    }));
    onResolve({ filter: new RegExp(`^${NAME}-`) }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /^\.\/typst-ts-node-compiler\./ }, ({ path }) => ({ path, namespace: ELSEWHERE }));
    onLoad({ filter: /./, namespace: ELSEWHERE }, () => ({
      contents: "throw new Error('It is in a package of its own.');",
    }));
    onLoad({ filter: /typst-ts-node-compiler[\\/]index-napi\.js$/ }, async ({ path }) => ({
      contents: swapped(await readFile(path, 'utf8'), ownRequire, ''),
    }));
  },
};
