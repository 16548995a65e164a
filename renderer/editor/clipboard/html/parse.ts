/**
 * HTML → a document that has no window: nothing in it runs and nothing is fetched. Long HTML is parsed in slices, which
 * only a document that is written to can do.
 */

/** Characters that are parsed in a few milliseconds. */
const SLICE = 30_000;
/**
 * Where styles stand while they are read. Under their own name the window’s content policy refuses each one of them,
 * with a digest and a line in the log, which takes longer than the parsing.
 */
export const STYLE = 'data-despatch-style';

function withoutStyles(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'])style(?=\s*=)/gi, `$1${STYLE}`));
}

/** Where to cut: before a tag, so that none is torn. */
function endOfSlice(html: string, from: number): number {
  const end = from + SLICE;
  if (end >= html.length) return html.length;
  const tag = html.lastIndexOf('<', end);
  return tag > from ? tag : end;
}

export function* parseHtml(html: string): Generator<void, Document> {
  if (html.length <= SLICE) return new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const inert = document.implementation.createHTMLDocument('');
  inert.open();
  for (let at = 0; at < html.length; ) {
    const end = endOfSlice(html, at);
    inert.write(withoutStyles(html.slice(at, end)));
    at = end;
    yield;
  }
  inert.close();
  return inert;
}

export function styleOf(element: Element): string {
  return element.getAttribute(STYLE) ?? element.getAttribute('style') ?? '';
}
