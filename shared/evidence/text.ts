/**
 * The whole text of an edition, in which the positions of citations count: the texts of its pages, one after the other
 * with a line break between them. Written down once, because a position is worth nothing where two count differently.
 */
const BETWEEN_PAGES = '\n';

export function wholeText(pages: readonly { readonly text: string }[]): string {
  return pages.map(({ text }) => text).join(BETWEEN_PAGES);
}

/** Where each page begins in the whole text, in UTF-16 units. */
export function pageStarts(pages: readonly { readonly text: string }[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { text } of pages) {
    starts.push(at);
    at += text.length + BETWEEN_PAGES.length;
  }
  return starts;
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.,:/-]*/gu)?.length ?? 0;
}
