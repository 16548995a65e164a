/** Bookmarks of a PDF, in the order a reader shows them. */
import { oneLine } from './clean-text.ts';
import type { Pdfium } from './load.ts';
import { readString } from './memory.ts';

export interface Bookmark {
  readonly title: string;
  /** Counts from 0. */
  readonly page: number;
  readonly level: number;
}

/** More is no help to anybody, and a file that leads in a circle ends here. */
const MOST = 20_000;
const DEEPEST = 32;

/** Bookmarks that lead to a page of the file itself; others are left out, not what stands below them. */
export function readOutline(api: Pdfium, document: number): Bookmark[] {
  const found: Bookmark[] = [];
  const seen = new Set<number>();
  const visit = (parent: number, level: number) => {
    let bookmark = api.FPDFBookmark_GetFirstChild(document, parent);
    while (bookmark !== 0 && !seen.has(bookmark) && seen.size < MOST) {
      seen.add(bookmark);
      const title = titleOf(api, bookmark);
      const page = pageOf(api, document, bookmark);
      if (title !== '' && page >= 0) found.push({ title, page, level });
      if (level < DEEPEST) visit(bookmark, level + 1);
      bookmark = api.FPDFBookmark_GetNextSibling(document, bookmark);
    }
  };
  visit(0, 0);
  return found;
}

function titleOf(api: Pdfium, bookmark: number): string {
  return oneLine(readString(api, (address, bytes) => api.FPDFBookmark_GetTitle(bookmark, address, bytes)));
}

/** @returns -1 where it leads elsewhere or nowhere. */
function pageOf(api: Pdfium, document: number, bookmark: number): number {
  let destination = api.FPDFBookmark_GetDest(document, bookmark);
  if (destination === 0) {
    const action = api.FPDFBookmark_GetAction(bookmark);
    if (action !== 0) destination = api.FPDFAction_GetDest(document, action);
  }
  return destination === 0 ? -1 : api.FPDFDest_GetDestPageIndex(document, destination);
}
