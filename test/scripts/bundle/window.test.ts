import path from 'node:path';
import type { Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { windowConfig } from '../../../scripts/bundle/targets.ts';
import { askedWhenDrawn, cutOf, loadedWith, screenGroups, unasked } from '../../../scripts/bundle/window.ts';
import { repository } from '../../../scripts/lib/repository.ts';

let cut: readonly Rolldown.OutputChunk[];
const loaded = (entry: string) =>
  [...loadedWith(entry, cut)].map((id) => path.relative(repository, id).replaceAll('\\', '/'));
const among = (modules: readonly string[], folders: RegExp) =>
  modules.filter((module) => folders.test(module));

beforeAll(async () => {
  cut = await cutOf(await windowConfig());
}, 120_000);

test('the page shows its list without the code of any other screen', () => {
  const start = loaded('renderer/main.tsx');
  expect(start).toContain('renderer/library/home.tsx');
  expect(
    among(
      start,
      /^renderer\/packs\/(after|agenda|builder|committees|deadlines|fields|publish|reader|saved)\//,
    ),
  ).toEqual([]);
  expect(among(start, /^renderer\/evidence\/(citing|reader)\//)).toEqual([]);
  expect(
    among(
      start,
      /^renderer\/(checks|comments|export|exempt|find|import-report|preview|reading|spelling|writing)\//,
    ),
  ).toEqual([]);
  expect(among(start, /node_modules\/(lexical|@lexical)\//)).toEqual([]);
});

test('a document opens without the code of packs, of reading sources beside it', () => {
  const writing = loaded('renderer/writing/document-screen.tsx');
  expect(among(writing, /node_modules\/lexical\//)).not.toEqual([]);
  expect(
    among(writing, /^renderer\/packs\/(after|agenda|builder|committees|deadlines|publish|reader|saved)\//),
  ).toEqual([]);
  expect(among(writing, /^renderer\/evidence\/(reader\/reader|shelf\/search)/)).toEqual([]);
});

test('the words of react-aria in other languages than English stay behind', () => {
  const code = cut.map((chunk) => chunk.code).join('\n');
  expect(code).toContain('Long press to enter selection mode');
  expect(code).not.toContain('Auswahlmodus');
});

test('nothing is asked about languages and numbers as the page is loaded', () => {
  const code = cut.map((chunk) => chunk.code).join('\n');
  expect(code).not.toContain('supportedLocalesOf');
  expect(code).not.toMatch(/new Intl\.NumberFormat\(.de-DE., \{ signDisplay/);
  expect(() => unasked('let supportsSignDisplay = maybe();')).toThrow('not built as it was');
});

test('no row of an outline is drawn again because a hand goes from the mouse to a key', () => {
  const code = cut.map((chunk) => chunk.code).join('\n');
  const asked = [...code.matchAll(/return \S+\$mapModality\((\S+)\(\)\);/g)].map(([, name]) => name ?? '');
  expect(asked).not.toEqual([]);
  for (const name of asked) expect(code).toContain(`function ${name}() {\n\treturn `);
  expect(() => askedWhenDrawn('import {getInteractionModality as a} from "b";')).toThrow(
    'not built as it was',
  );
});

test('each of the two screens is one file, and holds what it is loaded with and nothing else', () => {
  const [start, writing] = screenGroups(cut);
  const modules = new Set(cut.flatMap(({ moduleIds }) => moduleIds));
  const inStart = [...modules].filter((id) => start?.test(id));
  expect(new Set(inStart)).toEqual(loadedWith('renderer/main.tsx', cut));
  expect(inStart.some((id) => writing?.test(id))).toBe(false);
});
