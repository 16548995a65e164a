/**
 * docx as the bundle takes it: without the zip library that its build has in it, which works out its tables as it is
 * loaded (a quarter of loading docx) and which we do not use (`export/docx/zip.ts`); and with the language's own
 * assignment in place of the helpers that older engines need, which made a third of every Word file's time.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const ZIP_BEGINS = '\n// node_modules/fflate/esm/browser.js\n';
const ZIP_ENDS = '\n// src/util/zip.ts\n';
const noZip = `
function zipSync() { throw new Error('Packages are written by zip.ts.'); }
function unzipSync() { throw new Error('Packages are read by the extractor.'); }
`;

/** Helpers of the transpiler by their first lines, and what does the same to keys that are words and fields that are plain. */
const helpers: readonly (readonly [string, string])[] = [
  ['function _defineProperty(e, r, t) {', 'function _defineProperty(e, r, t) { e[r] = t; return e; }'],
  [
    'function _objectSpread2(e) {',
    'function _objectSpread2(e, ...more) { return Object.assign(e, ...more); }',
  ],
];

function replaced(text: string, from: string, to: string, by: string): string {
  const begin = text.indexOf(from);
  const end = text.indexOf(to, begin);
  if (begin < 0 || end < 0) throw new Error(`docx is not built as it was: no ${from.trim()}`);
  return text.slice(0, begin) + by + text.slice(end);
}

/** @throws Error where another version of docx is built in another way. */
export function lean(docx: string): string {
  let text = replaced(docx, ZIP_BEGINS, ZIP_ENDS, noZip);
  for (const [begin, helper] of helpers)
    text = replaced(text, begin, '\n}\n', helper).replace(`${helper}\n}\n`, `${helper}\n`);
  return text;
}

export const leanDocx: Plugin = {
  name: 'lean-docx',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => ({
      contents: lean(await readFile(path, 'utf8')),
    }));
  },
};
