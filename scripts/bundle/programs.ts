/** The command line as classic scripts: as sixty linked modules it took 20 ms longer to start. */
import path from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { type ProgramName, programFile, wrapper } from '../../electron/cli/program.ts';
import { onePath } from './one-path.ts';
import { typstLoader } from './typst-loader.ts';

/** What `convert` of a text (`electron/cli/short.ts`) loads when it comes to need it. */
const neededByText: ReadonlySet<string> = new Set([
  './convert.ts',
  './export/docx/index.ts',
  './export/pdf/index.ts',
  './pack.ts',
  './collect-foreign.ts',
  '@myriaddreamin/typst-ts-node-compiler',
]);

/** Leaves out everything else that is only loaded when needed; asking for it all the same is a fault of ours. */
const textAlone: Plugin = {
  name: 'text-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ kind, path: asked }) =>
      kind === 'dynamic-import' && !neededByText.has(asked) ? { path: asked, namespace: 'left-out' } : null,
    );
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path: asked }) => ({
      contents: `throw new Error(${JSON.stringify(`${asked} is not in this program.`)});`,
    }));
  },
};

const plugins: Readonly<Record<ProgramName, readonly Plugin[]>> = {
  'cli-program': [],
  'cli-convert': [onePath, typstLoader, textAlone],
};

/** How every classic script of the bundle is made. */
export const classic = {
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  // Node prints the line that threw; it had better not be the whole program.
  lineLimit: 200,
  sourcemap: 'linked',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname' },
} satisfies BuildOptions;

/** @param common what the whole bundle is built with. @returns what esbuild says of what went into it. */
export async function buildProgram(
  name: ProgramName,
  outFolder: string,
  common: BuildOptions,
): Promise<Metafile> {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    ...common,
    ...classic,
    entryPoints: ['electron/cli.ts'],
    outfile: path.join(outFolder, programFile(name)),
    alias: { 'node:fs/promises': './electron/cli/direct-files.ts' },
    banner: { js: wrapper[0] },
    footer: { js: wrapper[1] },
    plugins: [...(common.plugins ?? []), ...plugins[name]],
    metafile: true,
  });
  return metafile;
}
