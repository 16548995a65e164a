/** The two halves of the bundle: what runs in Node, and what the window loads. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import type { InlineConfig } from 'vite';
import { programNames } from '../../electron/cli/program.ts';
import { repository } from '../lib/repository.ts';
import { keepCode } from './kept-code.ts';
import { leanDocx } from './lean-docx.ts';
import { buildProgram, classic } from './programs.ts';
import { calmRows, cutOf, documentPage, onlyEnglish, screenGroups } from './window.ts';

export interface Target {
  readonly name: 'electron' | 'renderer';
  /** A change of one of these makes the bundle stale; relative to the repository. */
  readonly sources: readonly string[];
  /** Writes the bundle into an empty folder. */
  build(outFolder: string): Promise<void>;
}

const nodeEntries = {
  main: 'electron/main.ts',
  library: 'electron/library/main.ts',
  extractor: 'electron/extractor/main.ts',
  typesetter: 'electron/typesetter/main.ts',
  reader: 'electron/reader/main.ts',
  assembler: 'electron/assembler/main.ts',
};

/** Native code, and what only Electron itself can provide. */
const external = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'];

/** Packages written for CommonJS call `require`, which a module of the bundle would not have. */
const requireForCommonJs =
  "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);";

async function buildElectron(outFolder: string): Promise<void> {
  const { build } = await import('esbuild');
  const common = {
    absWorkingDir: repository,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external,
    logLevel: 'warning',
    legalComments: 'none',
    plugins: [leanDocx],
  } satisfies BuildOptions;
  // Each alone: what several of them share would be cut into forty files, and linking those takes each process longer
  // than running them. Names are kept as they are without `keepNames`, which renames every function as it is made.
  for (const [name, entry] of Object.entries(nodeEntries)) {
    await build({
      ...common,
      entryPoints: { [name]: entry },
      outdir: outFolder,
      format: 'esm',
      splitting: true,
      chunkNames: `${name}-[hash]`,
      minifySyntax: true,
      minifyWhitespace: true,
      sourcemap: 'linked',
      banner: { js: requireForCommonJs },
    });
  }
  // Read at run time, beside the code that reads it.
  copyFileSync(
    path.join(repository, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'),
    path.join(outFolder, 'pdfium.wasm'),
  );
  for (const name of programNames) await buildProgram(name, outFolder, common);
  await build({
    ...common,
    ...classic,
    entryPoints: ['electron/cli/start.ts'],
    outfile: path.join(outFolder, 'cli.cjs'),
  });
  for (const name of programNames) await keepCode(name, outFolder);
  // A sandboxed preload script is loaded without a module system of its own.
  await build({
    ...common,
    entryPoints: { preload: 'electron/preload.ts' },
    outdir: outFolder,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
  });
}

/** The window's half, but for where it goes. */
export async function windowConfig(): Promise<InlineConfig> {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    configFile: false,
    root: path.join(repository, 'renderer'),
    logLevel: 'warn',
    plugins: [react(), ...onlyEnglish, calmRows],
    build: {
      target: 'chrome130',
      // The content policy of the window refuses `data:` addresses; the files are local and cost nothing.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
    },
  };
}

async function buildRenderer(outFolder: string): Promise<void> {
  const [{ build }, config] = await Promise.all([import('vite'), windowConfig()]);
  const { NODE_ENV } = process.env;
  // Vitest sets it to another value, with which React's development half would be bundled: several times the work at
  // every key, also for the bench that finds this bundle fresh.
  process.env['NODE_ENV'] = 'production';
  const groups = screenGroups(await cutOf(config));
  await build({
    ...config,
    plugins: [...(config.plugins ?? []), documentPage],
    build: {
      ...config.build,
      outDir: outFolder,
      emptyOutDir: true,
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
  });
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = NODE_ENV;
}

export const targets: Record<Target['name'], Target> = {
  electron: {
    name: 'electron',
    sources: ['electron', 'shared', 'scripts/bundle', 'package-lock.json'],
    build: buildElectron,
  },
  renderer: {
    name: 'renderer',
    sources: ['renderer', 'shared', 'resources/fonts', 'scripts/bundle', 'package-lock.json'],
    build: buildRenderer,
  },
};
