import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const refuse =
  'const zipSync = () => { throw new Error("docx was bundled without its zip."); }, unzipSync = zipSync;';

/**
 * docx carries a zip library that makes its tables when it is loaded: 4 of the 7 ms that loading docx takes. Our Word
 * files are zipped with zlib (`electron/library/export/docx/zip.ts`), so the bundle has a refusal in its place.
 */
export const docxWithoutZip: Plugin = {
  name: 'docx-without-zip',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const from = source.indexOf('// node_modules/fflate/');
      const to = source.indexOf('// src/util/zip.ts', from);
      if (from < 0 || to < 0) throw new Error('docx no longer carries fflate in the place it did.');
      return { contents: `${source.slice(0, from)}${refuse}\n${source.slice(to)}`, loader: 'js' };
    });
  },
};
