/** The clipboard without a window. */
import { readFileSync } from 'node:fs';
import { withDOM } from '@lexical/headless/dom';
import { expect } from 'vitest';
import { $selectBlocks } from '../../../../renderer/editor/block-selection.ts';
import { $clip, clipboardData } from '../../../../renderer/editor/clipboard/copy.ts';
import type { Fragment } from '../../../../renderer/editor/clipboard/fragment.ts';
import { readHtml } from '../../../../renderer/editor/clipboard/html/read.ts';
import { $insertFragments, $paste } from '../../../../renderer/editor/clipboard/insert-fragments.ts';
import { type NoteCode, Notes, type PasteNote } from '../../../../renderer/editor/clipboard/notes.ts';
import { OWN_TYPE } from '../../../../renderer/editor/clipboard/own-payload.ts';
import { readSource } from '../../../../renderer/editor/clipboard/source.ts';
import { $stands } from '../../../../renderer/editor/clipboard/standing.ts';
import { finish } from '../../../../renderer/editor/clipboard/steps.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import { placedText } from '../../../../shared/document/places.ts';
import type { BlockKind, DocumentKind, Inline } from '../../../../shared/document/schema.ts';
import { $blocks, $caret, $select, type Bench, open, outline, sample } from '../headless.ts';

export interface Read {
  readonly fragments: Fragment[];
  readonly notes: PasteNote[];
}

export function readingOf(html: string): Read {
  const notes = new Notes();
  const fragments = withDOM(() => finish(readHtml(html, notes)));
  return { fragments, notes: notes.list() };
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../../../fixtures/clipboard/${name}.html`, import.meta.url), 'utf8');
}

export function shown(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.type !== 'text') return inline.type === 'break' ? '⏎' : `→${inline.target}`;
      const link = inline.link === undefined ? '' : `<${inline.link}>`;
      return `${inline.bold ? '*' : ''}${inline.italic ? '/' : ''}${inline.text}${link}`;
    })
    .join('|');
}

/** One line a fragment: its role and level and its words, `*` before bold, `/` before italic ones, rows of cells. */
export function lines(fragments: readonly Fragment[]): string[] {
  return fragments.flatMap(({ origin, content }) => {
    const name = 'role' in origin ? origin.role : origin.kind;
    const table = 'table' in origin ? origin.table : null;
    const rows = table?.rows.map((row) => row.map((cell) => shown(cell.content)).join(' ¦ ')) ?? [];
    const heads = table ? `${table.headerRow ? ' row' : ''}${table.headerColumn ? ' column' : ''}` : '';
    return [`${name}${origin.level}${heads}: ${shown(content)}`.trimEnd(), ...rows.map((row) => `  ${row}`)];
  });
}

/** "comment 2", without the words. */
export function counts(notes: readonly PasteNote[]): string[] {
  return notes.map(({ code, count }) => `${code} ${count}`);
}

export function wordsOfNote(notes: readonly PasteNote[], code: NoteCode): readonly string[] {
  return notes.find((note) => note.code === code)?.words ?? [];
}

/** Every visible character of the fragments. */
export function textOf(fragments: readonly Fragment[]): string {
  return fragments
    .flatMap(({ origin, content }) => {
      const table = 'table' in origin ? origin.table : null;
      return [content, ...(table?.rows.flat().map((cell) => cell.content) ?? [])];
    })
    .map(placedText)
    .join(' ');
}

/** What came into a sample document with the caret at the end of a block, and what was said of it. */
export function pastedInto(
  kind: DocumentKind,
  at: string,
  fragments: readonly Fragment[],
  notes = new Notes(),
): string[] {
  const bench = open(sample(kind));
  bench.edit(() => {
    $insertFragments($caret(at, 'end'), fragments, (id) => bench.ids.$isFree(id), notes);
  });
  expect(structureFaults(bench.current())).toEqual([]);
  const before = outline(sample(kind));
  return outline(bench.current()).filter((line) => !before.includes(line));
}

/** What copying from one block to another puts on the clipboard, by type. */
export function copied(
  bench: Bench,
  from: [string, number],
  to: [string, number],
): ReadonlyMap<string, string> {
  const document = bench.current();
  let data: ReadonlyMap<string, string> = new Map();
  bench.edit(() => {
    const clip = $clip($select(from, to));
    if (clip) data = clipboardData(clip, document);
  });
  return data;
}

/** The same of everything there is, or of the blocks of one kind. */
export function copiedWhole(bench: Bench, kind: BlockKind | null = null): ReadonlyMap<string, string> {
  const document = bench.current();
  let data: ReadonlyMap<string, string> = new Map();
  bench.edit(() => {
    const blocks = $blocks().filter((block) => kind === null || block.getState().kind === kind);
    const [first] = blocks;
    const last = blocks.at(-1);
    if (!first || !last) throw new Error('no blocks');
    $selectBlocks(first, last);
    const selection = $rangeSelection();
    const clip = selection && $clip(selection);
    if (clip) data = clipboardData(clip, document);
  });
  return data;
}

/** Pastes what was copied from a sheet at the caret. */
export function pasteOwn(bench: Bench, data: ReadonlyMap<string, string>, notes = new Notes()): void {
  const { id, kind } = bench.current();
  bench.edit(() => {
    const selection = $rangeSelection();
    if (!selection) throw new Error('no caret');
    const source = { own: data.get(OWN_TYPE) ?? '', html: '', text: '', plain: false };
    const $isFree = (each: string) => bench.ids.$isFree(each);
    const reading = finish(
      readSource(source, { documentId: id, isHere: (each) => $stands(bench.ids, each) }, notes),
    );
    finish($paste(selection, reading, { documentKind: kind, $isFree, notes }));
  });
  expect(structureFaults(bench.current())).toEqual([]);
}
