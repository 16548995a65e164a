/** Where links and bookmarks of a file lead within it (ISO 32000-1, 12.3.2). */
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';
import { arrayAt, dictAt, entryOf, isText, key, nameText, resolve } from './look.ts';
import type { Source } from './open-source.ts';
import { number } from './syntax.ts';

export interface Destination {
  /** Index of the page in its file. */
  readonly page: number;
  /** How the page is shown, as in "/XYZ 72 700 null". */
  readonly view: string;
}

const MOST = 200_000;
const DEEPEST = 64;
/** A destination that is named by a name that is named by a name. */
const CHAIN = 4;

const FITS = new Set(['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV']);

export class Destinations {
  readonly #source: Source;
  readonly #pages = new Map<PDFDict, number>();
  #names: Map<string, PDFObject> | null = null;

  constructor(source: Source) {
    this.#source = source;
    for (const [at, { dict }] of source.pages.entries()) {
      if (!this.#pages.has(dict)) this.#pages.set(dict, at);
    }
  }

  /** undefined: it is no page of this file. */
  pageOf(object: PDFObject | undefined): number | undefined {
    const page = resolve(this.#source.context, object);
    if (page instanceof PDFDict) return this.#pages.get(page);
    if (!(page instanceof PDFNumber)) return undefined;
    return page.asNumber() in this.#source.pages ? page.asNumber() : undefined;
  }

  /** @param object explicit or named. undefined: it leads nowhere. */
  find(object: PDFObject | undefined): Destination | undefined {
    let found = resolve(this.#source.context, object);
    for (let step = 0; step < CHAIN && found !== undefined; step += 1) {
      if (found instanceof PDFArray) {
        const page = this.pageOf(found.get(0));
        return page === undefined ? undefined : { page, view: viewOf(found) };
      }
      if (found instanceof PDFDict) found = entryOf(found, 'D');
      else if (isText(found)) found = this.#named(latin1(found.asBytes()));
      else if (found instanceof PDFName) found = this.#named(latin1(found.asBytes()));
      else return undefined;
    }
    return undefined;
  }

  #named(name: string): PDFObject | undefined {
    this.#names ??= readNames(this.#source);
    return resolve(this.#source.context, this.#names.get(name));
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function viewOf(array: PDFArray): string {
  const context = array.asArray();
  const fit = context[1];
  const kind = nameText(fit) ?? '';
  if (!FITS.has(kind)) return '/XYZ null null null';
  const numbers = context
    .slice(2, 6)
    .map((item) =>
      item instanceof PDFNumber && Number.isFinite(item.asNumber()) ? number(item.asNumber()) : 'null',
    );
  return [`/${kind}`, ...numbers].join(' ');
}

/** Those of the name tree and those of PDF 1.1; a tree in a circle ends. */
function readNames({ context, catalog }: Source): Map<string, PDFObject> {
  const names = new Map<string, PDFObject>();
  for (const [name, value] of dictAt(catalog, 'Dests')?.entries() ?? []) {
    names.set(latin1(name.asBytes()), value);
  }
  const seen = new Set<PDFDict>();
  const visit = (object: PDFObject | undefined, depth: number) => {
    const node = resolve(context, object);
    if (!(node instanceof PDFDict) || seen.has(node) || depth > DEEPEST || names.size > MOST) return;
    seen.add(node);
    const entries = arrayAt(node, 'Names')?.asArray() ?? [];
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const name = resolve(context, entries[at]);
      const value = entries[at + 1];
      if (isText(name) && value) names.set(latin1(name.asBytes()), value);
    }
    for (const kid of arrayAt(node, 'Kids')?.asArray() ?? []) visit(kid, depth + 1);
  };
  const trees = dictAt(catalog, 'Names');
  if (trees) visit(trees.get(key('Dests')), 0);
  return names;
}
