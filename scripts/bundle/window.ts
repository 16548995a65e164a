/** How the window's code is cut into files. */
import path from 'node:path';
import type { InlineConfig, Plugin, Rolldown } from 'vite';
import { repository } from '../lib/repository.ts';

/** What the page cannot do without before it shows anything. */
const START = 'renderer/main.tsx';
/** What is fetched next, while somebody looks at the list. */
const WRITING = 'renderer/writing/document-screen.tsx';

const foreign = /\/react-aria\/dist\/private\/intl\/[^/]+\/(?!en-)[a-z]{2}-[A-Z]{2}\.mjs$/;
const locale = /\/react-aria\/dist\/private\/i18n\/useDefaultLocale\.mjs$/;
const numbers = /\/@internationalized\/number\/dist\/private\/NumberFormatter\.mjs$/;

const dragging = /\/react-aria\/dist\/private\/dnd\/utils\.mjs$/;

const english = `
  const english = { locale: 'en-GB', direction: 'ltr' };
  export const getDefaultLocale = () => english;
  export const useDefaultLocale = () => english;
`;

/** As react-aria asks whether this Chromium can say signs of numbers, which it can. */
const asked = /(supportsSignDisplay = )false;\ntry \{[^}]*\}\)[^}]*\} catch {2}\{\}/;

/** @throws Error where another version of react-aria asks in another way. */
export function unasked(code: string): string {
  if (!asked.test(code))
    throw new Error('react-aria is not built as it was: no question about signs of numbers');
  return code.replace(asked, '$1true;');
}

/** How the part of react-aria for dragging names two ways to ask what a hand used last: now, and again at every change. */
const modality = /getInteractionModality as (\S+), useInteractionModality as (\S+)\}/;

/**
 * Asks what a hand used last when a row is drawn, to say how it is dragged. Otherwise every row of an outline, and the
 * two places beside it to drop something, are drawn again whenever a hand goes from the mouse to a key: some 20 ms
 * before that key is answered, for fifteen rows.
 * @throws Error where another version of react-aria asks in another way.
 */
export function askedWhenDrawn(code: string): string {
  const [, now, always] = modality.exec(code) ?? [];
  const asks = `(0, ${always})()`;
  if (now === undefined || code.split(asks).length !== 2)
    throw new Error('react-aria is not built as it was: how a row is dragged is asked in another way');
  return code.replace(asks, () => `(0, ${now})()`);
}

/**
 * The window speaks English only; react-aria brings its words in thirty-odd languages more. It also asks Chromium for
 * the language and for what it can say of numbers as it is loaded: listing the languages takes 20 ms.
 */
export const onlyEnglish: readonly Plugin[] = [
  { name: 'only-english', load: { filter: { id: foreign }, handler: () => 'export default {};' } },
  { name: 'english-at-once', load: { filter: { id: locale }, handler: () => english } },
  { name: 'numbers-unasked', transform: { filter: { id: numbers }, handler: unasked } },
];

export const calmRows: Plugin = {
  name: 'calm-rows',
  transform: { filter: { id: dragging }, handler: askedWhenDrawn },
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

/**
 * The page once more, for a start that leads to a document: beside the code that starts the window it fetches that of
 * the writing screen, which is otherwise asked for only once the first has run.
 * @throws Error where the build has no such file.
 */
export const documentPage: Plugin = {
  name: 'document-page',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    const writing = Object.values(bundle).find(
      (part) => part.type === 'chunk' && part.moduleIds.includes(path.join(repository, WRITING)),
    );
    if (page?.type !== 'asset' || writing?.type !== 'chunk')
      throw new Error('The window is built without its page or its writing screen.');
    const sheets = [...(writing.viteMetadata?.importedCss ?? [])];
    const links = [
      `<link rel="modulepreload" crossorigin href="/${writing.fileName}">`,
      ...sheets.map((sheet) => `<link rel="stylesheet" crossorigin href="/${sheet}">`),
    ];
    const source = String(page.source).replace('</head>', `${links.join('\n    ')}\n  </head>`);
    this.emitFile({ type: 'asset', fileName: 'document.html', source });
  },
};
