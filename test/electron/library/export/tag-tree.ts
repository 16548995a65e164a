/** The tags of a PDF and what they lead to, read by a program that had no hand in writing them. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** A structure element (ISO 32000-1, 14.7.2). */
export interface TagNode {
  /** As the file names it, roles not resolved: `H1`, `LBody`. */
  readonly kind: string;
  readonly parent: TagNode | null;
  readonly children: readonly TagNode[];
  readonly dict: PDFDict;
  /** Pages, from 1, that its own marked content or that of its children stands on. */
  readonly pages: readonly number[];
}

export interface TagTree {
  readonly root: TagNode;
  readonly all: readonly TagNode[];
  readonly document: PDFDocument;
  /** The elements that have annotations, and the annotations. */
  readonly links: readonly Link[];
}
export interface Link {
  readonly tag: TagNode;
  /** From 1. */
  readonly page: number;
  /** The page it leads to; null where it leads out. */
  readonly target: number | null;
  readonly uri: string | null;
  readonly contents: string;
}

const named = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

/** @throws Error where the file has no structure tree. */
export async function tagTree(bytes: Uint8Array): Promise<TagTree> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const numberOf = new Map(pages.map((page, at) => [page.ref.toString(), at + 1]));
  const structure = named(document.catalog, 'StructTreeRoot');
  if (!(structure instanceof PDFDict)) throw new Error('The file is not tagged.');
  const all: TagNode[] = [];
  const byDict = new Map<PDFDict, TagNode>();

  const read = (dict: PDFDict, parent: TagNode | null): TagNode => {
    const children: TagNode[] = [];
    const own: number[] = [];
    const kind = named(dict, 'S');
    const node: TagNode = {
      kind: kind instanceof PDFName ? kind.decodeText() : '',
      parent,
      children,
      dict,
      pages: own,
    };
    all.push(node);
    byDict.set(dict, node);
    const pageOf = (holder: PDFDict) => {
      const page = holder.get(PDFName.of('Pg')) ?? dict.get(PDFName.of('Pg'));
      return page instanceof PDFRef ? numberOf.get(page.toString()) : undefined;
    };
    for (const kid of kidsOf(dict)) {
      if (kid instanceof PDFNumber || !(kid instanceof PDFDict) || named(kid, 'S') === undefined) {
        const page = pageOf(kid instanceof PDFDict ? kid : dict);
        if (page !== undefined) own.push(page);
      } else {
        const child = read(kid, node);
        children.push(child);
        own.push(...child.pages);
      }
    }
    return node;
  };
  const [top] = kidsOf(structure);
  if (!(top instanceof PDFDict)) throw new Error('The structure tree is empty.');
  const root = read(top, null);
  const parents = parentsOf(named(structure, 'ParentTree'));
  const links = pages.flatMap((page, at) => linksOf(page, at + 1, parents, byDict, document, numberOf));
  return { root, all, document, links };
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = named(dict, 'K');
  if (kids === undefined) return [];
  if (!(kids instanceof PDFArray)) return [kids];
  return Array.from({ length: kids.size() }, (_, at) => kids.lookup(at)).filter(
    (kid): kid is PDFObject => kid !== undefined,
  );
}

/** A number tree (ISO 32000-1, 7.9.7) as a map. */
function parentsOf(tree: PDFObject | undefined): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>();
  if (!(tree instanceof PDFDict)) return found;
  const numbers = named(tree, 'Nums');
  if (numbers instanceof PDFArray) {
    for (let at = 0; at + 1 < numbers.size(); at += 2) {
      const key = numbers.lookup(at);
      const value = numbers.lookup(at + 1);
      if (key instanceof PDFNumber && value !== undefined) found.set(key.asNumber(), value);
    }
  }
  for (const kid of kidsNamed(tree)) for (const [key, value] of parentsOf(kid)) found.set(key, value);
  return found;
}

function kidsNamed(tree: PDFDict): PDFObject[] {
  const kids = named(tree, 'Kids');
  if (!(kids instanceof PDFArray)) return [];
  return Array.from({ length: kids.size() }, (_, at) => kids.lookup(at)).filter(
    (kid): kid is PDFObject => kid !== undefined,
  );
}

function linksOf(
  page: PDFPage,
  number: number,
  parents: ReadonlyMap<number, PDFObject>,
  byDict: ReadonlyMap<PDFDict, TagNode>,
  document: PDFDocument,
  numberOf: ReadonlyMap<string, number>,
): Link[] {
  const annotations = page.node.Annots();
  if (!annotations) return [];
  return Array.from({ length: annotations.size() }, (_, at) => annotations.lookup(at)).flatMap((one) => {
    if (!(one instanceof PDFDict) || named(one, 'Subtype') !== PDFName.of('Link')) return [];
    const key = named(one, 'StructParent');
    const holder = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined;
    const tag = holder instanceof PDFDict ? byDict.get(holder) : undefined;
    if (!tag) throw new Error(`A link of page ${number} stands in no tag.`);
    const action = named(one, 'A');
    const uri = action instanceof PDFDict ? textOf(named(action, 'URI')) : '';
    const place = named(one, 'Dest') ?? (action instanceof PDFDict ? named(action, 'D') : undefined);
    return [
      {
        tag,
        page: number,
        target: targetOf(place, document, numberOf),
        uri: uri === '' ? null : uri,
        contents: textOf(named(one, 'Contents')),
      },
    ];
  });
}

function targetOf(
  place: PDFObject | undefined,
  document: PDFDocument,
  numberOf: ReadonlyMap<string, number>,
): number | null {
  const explicit = place instanceof PDFArray ? place : namedPlace(place, document);
  const page = explicit?.get(0);
  return page instanceof PDFRef ? (numberOf.get(page.toString()) ?? null) : null;
}

function namedPlace(name: PDFObject | undefined, document: PDFDocument): PDFArray | null {
  const names = document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const tree = names && named(names, 'Dests');
  const wanted = textOf(name);
  const search = (node: PDFObject | undefined): PDFArray | null => {
    if (!(node instanceof PDFDict)) return null;
    const pairs = named(node, 'Names');
    for (let at = 0; pairs instanceof PDFArray && at + 1 < pairs.size(); at += 2) {
      if (textOf(pairs.lookup(at)) !== wanted) continue;
      const found = pairs.lookup(at + 1);
      if (found instanceof PDFArray) return found;
      const inner = found instanceof PDFDict ? named(found, 'D') : undefined;
      return inner instanceof PDFArray ? inner : null;
    }
    for (const kid of kidsNamed(node)) {
      const found = search(kid);
      if (found) return found;
    }
    return null;
  };
  return wanted === '' ? null : search(tree);
}

/** For each note of the file, in order: the page of its mark and the page on which it begins. */
export function notePages({ links }: TagTree): { readonly mark: number; readonly note: number }[] {
  return links.flatMap(({ tag, page, target }) => {
    const label = tag.parent;
    // The mark; the label of the note itself stands in the note, and leads back.
    if (label?.kind !== 'Lbl' || label.parent?.kind === 'Note' || target === null) return [];
    return [{ mark: page, note: target }];
  });
}
