/**
 * HTML → a document that has no window: nothing in it runs and nothing is fetched. Long HTML is parsed in slices, which
 * only a document that is written to can do.
 */

/** Characters that are parsed in a few milliseconds. */
const SLICE = 30_000;

export function* parseHtml(html: string): Generator<void, Document> {
  if (html.length <= SLICE) return new DOMParser().parseFromString(html, 'text/html');
  const inert = document.implementation.createHTMLDocument('');
  inert.open();
  for (let at = 0; at < html.length; at += SLICE) {
    inert.write(html.slice(at, at + SLICE));
    yield;
  }
  inert.close();
  return inert;
}
