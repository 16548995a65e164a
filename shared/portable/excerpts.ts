/** The text of an edition with nothing but the cited words left in it, for a document that leaves without its files. */
import type { Locator } from '../document/schema.ts';
import type { ExtractedPage } from '../evidence/extraction.ts';

const LEFT_OUT = '[…]';

/**
 * Pages keep their numbers and names, so that a citation still finds its words on its page. Each page holds, a line
 * each, what is quoted of it with the few words around that a citation carries anyway.
 * @param labels of the pages, in order.
 */
export function excerptPages(labels: readonly (string | null)[], cited: readonly Locator[]): ExtractedPage[] {
  const byPage = labels.map((): Set<string> => new Set());
  for (const { quote, page } of cited) {
    const words = `${quote.prefix}${quote.exact}${quote.suffix}`.trim();
    const at = Math.min(Math.max(page ?? 1, 1), byPage.length) - 1;
    if (words !== '') byPage[at]?.add(words);
  }
  return byPage.map((quoted, at) => ({
    label: labels[at] ?? null,
    text: [...quoted].sort(compare).join(`\n${LEFT_OUT}\n`),
    roles: [],
  }));
}

/** By code units, the same everywhere. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
