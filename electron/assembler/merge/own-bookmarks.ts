/** The bookmarks a supplied file has itself, for the place below the bookmark of its item. */
import { PDFDict, PDFNumber, type PDFObject } from 'pdf-lib';
import type { Destinations } from '../objects/destinations.ts';
import { dictAt, entryOf, isText, numberAt, numbersOf, resolve, textOf } from '../objects/look.ts';
import type { Source } from '../objects/open-source.ts';
import { array, number, text, uri } from '../objects/syntax.ts';
import type { OutlineNode } from '../write/outline.ts';
import { aimOf } from './actions.ts';

/** More is no help to anybody, and a file that leads in a circle ends here. */
const MOST = 20_000;
const DEEPEST = 32;
const LONGEST = 1000;

/** @param destOf the place in the pack of a page of the file, as an entry; null where the page is not in it. */
export function ownBookmarks(
  source: Source,
  destinations: Destinations,
  destOf: (page: number, view: string) => string | null,
): OutlineNode[] {
  const { context, catalog, pages } = source;
  const seen = new Set<PDFDict>();
  const level = (first: PDFObject | undefined, depth: number): OutlineNode[] => {
    const nodes: OutlineNode[] = [];
    for (let item = resolve(context, first); item instanceof PDFDict; item = entryOf(item, 'Next')) {
      if (seen.has(item) || seen.size >= MOST || depth > DEEPEST) break;
      seen.add(item);
      const children = level(entryOf(item, 'First'), depth + 1);
      const aim = aimOf(item, destinations, null, pages.length);
      let entry: string | null = null;
      if (aim.type === 'page') entry = destOf(aim.destination.page, aim.destination.view);
      else if (aim.type === 'address') entry = `/A<</S/URI/URI ${uri(aim.uri)}>>`;
      // What leads to a page that is not in the pack is left out, unless something below it is.
      if (entry === null && children.length === 0) continue;
      const title = titleOf(item);
      if (title === '') {
        nodes.push(...children);
        continue;
      }
      nodes.push({
        title: text(title),
        aim: entry ?? '',
        look: lookOf(item),
        open: (numberAt(item, 'Count') ?? 0) > 0,
        children,
      });
    }
    return nodes;
  };
  const root = dictAt(catalog, 'Outlines');
  return root ? level(entryOf(root, 'First'), 0) : [];
}

function titleOf(item: PDFDict): string {
  const title = entryOf(item, 'Title');
  if (!isText(title)) return '';
  return textOf(title)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}

function lookOf(item: PDFDict): string {
  const colour = numbersOf(item.context, entryOf(item, 'C'));
  const flags = entryOf(item, 'F');
  const italicAndBold = flags instanceof PDFNumber ? flags.asNumber() & 3 : 0;
  const coloured = colour?.length === 3 && colour.every((part) => part >= 0 && part <= 1);
  return (
    (coloured ? `/C ${array(colour.map(number))}` : '') + (italicAndBold > 0 ? `/F ${italicAndBold}` : '')
  );
}
