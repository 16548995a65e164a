/** How the window's code is cut into files. */
import path from 'node:path';
import type { InlineConfig, Plugin, Rolldown } from 'vite';
import { repository } from '../lib/repository.ts';

/** What the page cannot do without before it shows anything. */
const START = 'renderer/main.tsx';
/** What is fetched next, while somebody looks at the list. */
const WRITING = 'renderer/writing/document-screen.tsx';

const foreign = /\/react-aria\/dist\/private\/intl\/[^/]+\/(?!en-)[a-z]{2}-[A-Z]{2}\.mjs$/;

/** The window speaks English only; react-aria brings its words in thirty-odd languages more. */
export const onlyEnglish: Plugin = {
  name: 'only-english',
  load: { filter: { id: foreign }, handler: () => 'export default {};' },
};

/** The modules that the page has loaded when this one runs. */
export function loadedWith(entry: string, chunks: readonly Rolldown.OutputChunk[]): ReadonlySet<string> {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const id = path.join(repository, entry);
  const files = new Set(
    chunks.filter(({ moduleIds }) => moduleIds.includes(id)).map(({ fileName }) => fileName),
  );
  for (const file of files) for (const next of named.get(file)?.imports ?? []) files.add(next);
  return new Set([...files].flatMap((file) => named.get(file)?.moduleIds ?? []));
}

/** As the bundler cuts it when left to itself; nothing is written. */
export async function cutOf(config: InlineConfig): Promise<readonly Rolldown.OutputChunk[]> {
  const { build } = await import('vite');
  const settings = { ...config.build, write: false, minify: false } as const;
  const built = await build({ ...config, build: settings });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  return outputs.flatMap(({ output }) => output.filter((part) => part.type === 'chunk'));
}

/**
 * One file for what starts the window and one for what the writing screen needs besides. Left to itself the bundler
 * cuts both into twenty, by who else uses which part, and main has to answer for each. Which modules these are only a
 * first cut can tell: what an index file names is not yet used.
 */
export function screenGroups(chunks: readonly Rolldown.OutputChunk[]) {
  const start = loadedWith(START, chunks);
  const writing = loadedWith(WRITING, chunks);
  return [
    { name: 'start', test: (id: string) => start.has(id), includeDependenciesRecursively: false },
    {
      name: 'writing',
      test: (id: string) => writing.has(id) && !start.has(id),
      includeDependenciesRecursively: false,
    },
  ];
}
