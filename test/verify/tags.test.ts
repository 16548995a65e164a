/** The tags of every kind of export, read back by a program that had no hand in writing them. */
import { PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { type TagNode, tagTree } from '../electron/library/export/tag-tree.ts';
import { exports } from './exports.ts';

const kindsIn = (tag: TagNode): string[] => tag.children.map(({ kind }) => kind);
const under = (tag: TagNode): TagNode[] => tag.children.flatMap((child) => [child, ...under(child)]);

/** What is wrong, in words. */
function* faults(all: readonly TagNode[]): Generator<string> {
  let level = 0;
  for (const tag of all) {
    const { kind, parent } = tag;
    if (kind === 'L' && kindsIn(tag).some((child) => child !== 'LI')) yield `L holds ${kindsIn(tag)}`;
    if (kind === 'LI' && (kindsIn(tag).join() !== 'Lbl,LBody' || parent?.kind !== 'L')) {
      yield `LI in ${parent?.kind} holds ${kindsIn(tag)}`;
    }
    if (kind === 'LBody' && parent?.kind !== 'LI') yield `LBody in ${parent?.kind}`;
    if (kind === 'BlockQuote' || kind === 'Code') yield `${kind} is left of a list`;
    const heading = /^H([1-6])$/.exec(kind);
    if (heading) {
      if (Number(heading[1]) > level + 1) yield `H${heading[1]} after H${level}`;
      level = Number(heading[1]);
    }
    if (kind === 'Figure') {
      const alternative = tag.dict.lookup(PDFName.of('Alt'));
      if (!(alternative instanceof PDFString || alternative instanceof PDFHexString))
        yield 'Figure without words';
    }
    if (kind === 'TR' && !kindsIn(tag).every((cell) => cell === 'TH' || cell === 'TD'))
      yield `TR holds ${kindsIn(tag)}`;
    if (kind === 'Note' && parent === null) yield 'Note stands in nothing';
  }
}

test.each(exports)(
  'lists, headings, tables, pictures and links are tagged as what they are: $name',
  async ({ make }) => {
    const { root, all, links } = await tagTree(await make());
    expect(root.kind).toBe('Document');
    expect([...faults(all)]).toEqual([]);
    for (const { tag, contents, uri, target } of links) {
      expect(tag.kind).toBe('Link');
      expect(contents === '' ? { uri, target } : null).toBe(null);
    }
    for (const table of all.filter(({ kind }) => kind === 'Table')) {
      const cells = under(table);
      const headed = cells.some(({ kind }) => kind === 'THead');
      // Only where the author's own table has no header: `table-without-header` says so before the export.
      if (headed) expect(cells.some(({ kind }) => kind === 'TH')).toBe(true);
    }
  },
  60_000,
);
