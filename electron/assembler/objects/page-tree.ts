/** The pages of a file in order, with what they inherit (ISO 32000-1, 7.7.3). */
import { type PDFContext, PDFDict, type PDFObject, PDFRef } from 'pdf-lib';
import { arrayAt, type Box, boxOf, entryOf, key, nameAt, numberAt, resolve } from './look.ts';

export interface SourcePage {
  readonly dict: PDFDict;
  /** null where the tree holds the page itself. */
  readonly ref: PDFRef | null;
  readonly resources: PDFObject | undefined;
  readonly mediaBox: Box;
  /** What is shown: within `mediaBox`. */
  readonly cropBox: Box;
  /** Clockwise: 0, 90, 180 or 270. */
  readonly rotate: number;
  /** How many points one unit is. */
  readonly userUnit: number;
}

interface Inherited {
  readonly Resources: PDFObject | undefined;
  readonly MediaBox: PDFObject | undefined;
  readonly CropBox: PDFObject | undefined;
  readonly Rotate: PDFObject | undefined;
}

/** What every reader shows where a file does not say: American letter. */
const UNSAID: Box = [0, 0, 612, 792];
const DEEPEST = 200;
/** More pages no pack has; a tree that leads to more is a trap. */
const MOST = 200_000;

/** Nodes that are met again are passed over, so that a tree in a circle ends. */
export function readPages(context: PDFContext, root: PDFObject | undefined): SourcePage[] {
  const pages: SourcePage[] = [];
  const seen = new Set<PDFDict>();
  const visit = (object: PDFObject | undefined, inherited: Inherited, depth: number) => {
    const node = resolve(context, object);
    if (!(node instanceof PDFDict) || depth > DEEPEST || pages.length >= MOST) return;
    const kids = arrayAt(node, 'Kids');
    if (kids === undefined && nameAt(node, 'Type') === 'Pages') return;
    const handed: Inherited = {
      Resources: node.get(key('Resources')) ?? inherited.Resources,
      MediaBox: node.get(key('MediaBox')) ?? inherited.MediaBox,
      CropBox: node.get(key('CropBox')) ?? inherited.CropBox,
      Rotate: node.get(key('Rotate')) ?? inherited.Rotate,
    };
    if (kids === undefined || nameAt(node, 'Type') === 'Page') {
      pages.push(pageOf(node, object instanceof PDFRef ? object : null, handed));
      return;
    }
    if (seen.has(node)) return;
    seen.add(node);
    for (const kid of kids.asArray()) visit(kid, handed, depth + 1);
  };
  visit(root, { Resources: undefined, MediaBox: undefined, CropBox: undefined, Rotate: undefined }, 0);
  return pages;
}

function pageOf(dict: PDFDict, ref: PDFRef | null, inherited: Inherited): SourcePage {
  const { context } = dict;
  const media = sane(boxOf(context, inherited.MediaBox)) ?? UNSAID;
  const crop = sane(boxOf(context, inherited.CropBox));
  const turned = resolve(context, inherited.Rotate);
  const degrees = turned === undefined ? 0 : Number(turned.toString());
  return {
    dict,
    ref,
    resources: inherited.Resources,
    mediaBox: media,
    cropBox: (crop && sane(meet(crop, media))) ?? media,
    // What is no quarter turn is shown as PDFium shows it: by whole quarters.
    rotate: Number.isFinite(degrees) ? (((Math.trunc(Math.round(degrees) / 90) * 90) % 360) + 360) % 360 : 0,
    userUnit: positive(numberAt(dict, 'UserUnit')) ?? 1,
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}

function sane(box: Box | undefined): Box | undefined {
  return box && box[2] > box[0] && box[3] > box[1] ? box : undefined;
}

function meet(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** Whether an object is a page or a node of the tree: those are never copied by way of something else. */
export function isPageNode(object: PDFObject | undefined): boolean {
  if (!(object instanceof PDFDict)) return false;
  const type = entryOf(object, 'Type');
  return type === key('Page') || type === key('Pages') || type === key('Catalog');
}
