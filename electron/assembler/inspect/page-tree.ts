/** The pages of a PDF in order, from a tree that may lie, lead in a circle or have no end. */
import { type PDFContext, PDFDict, type PDFObject } from 'pdf-lib';
import { dictAt, entry, listAt, nameAt, numberAt, type Value } from './pdf-objects.ts';

/** Resources and turning come from the nodes above where the page itself says nothing. */
export interface PageObject {
  readonly dict: PDFDict;
  readonly resources: PDFDict | null;
  readonly rotation: 0 | 90 | 180 | 270;
}

/** Deeper than any program builds it. */
const DEEPEST = 200;

/** Why it cannot be followed; words that end a sentence. */
export class BrokenPageTree extends Error {}

interface Inherited {
  readonly resources: PDFDict | null;
  readonly rotate: number;
}

/** @throws BrokenPageTree */
export function pagesOf(catalog: PDFDict, most: number): PageObject[] {
  const { context } = catalog;
  const pages: PageObject[] = [];
  const above = new Set<PDFDict>();
  const visit = (value: Value, inherited: Inherited) => {
    const node = lookUp(context, value);
    if (node === null) return;
    if (above.has(node) || above.size > DEEPEST)
      throw new BrokenPageTree('its list of pages leads in a circle');
    const own: Inherited = {
      resources: dictAt(node, 'Resources') ?? inherited.resources,
      rotate: numberAt(node, 'Rotate') ?? inherited.rotate,
    };
    if (!isNode(node)) {
      if (pages.length >= most) throw new BrokenPageTree('its list of pages has no end');
      pages.push({ dict: node, resources: own.resources, rotation: quarter(own.rotate) });
      return;
    }
    above.add(node);
    for (const kid of listAt(node, 'Kids')) visit(kid, own);
    above.delete(node);
  };
  visit(entry(catalog, 'Pages'), { resources: null, rotate: 0 });
  return pages;
}

function lookUp(context: PDFContext, value: Value): PDFDict | null {
  const found: PDFObject | undefined = context.lookup(value);
  return found instanceof PDFDict ? found : null;
}

function isNode(dict: PDFDict): boolean {
  return (
    nameAt(dict, 'Type') === 'Pages' || (nameAt(dict, 'Type') !== 'Page' && listAt(dict, 'Kids').length > 0)
  );
}

function quarter(degrees: number): 0 | 90 | 180 | 270 {
  const turned = (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}
