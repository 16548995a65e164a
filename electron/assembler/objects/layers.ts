/** Layers of a file (ISO 32000-1, 8.11), and whether it shows or hides them when it is opened. */
import { PDFDict, PDFRef } from 'pdf-lib';
import { arrayAt, dictAt, itemsAt, nameAt, resolve, textAt } from './look.ts';
import type { Source } from './open-source.ts';

export const NAMELESS_LAYER = 'a layer without a name';

export interface Layer {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly name: string;
  readonly hidden: boolean;
}

export function layersOf({ context, catalog }: Pick<Source, 'context' | 'catalog'>): Layer[] {
  const properties = dictAt(catalog, 'OCProperties');
  const groups = properties && arrayAt(properties, 'OCGs');
  if (!properties || !groups) return [];
  const start = dictAt(properties, 'D');
  const listed = (entry: string) => dictsIn(start, entry);
  const [on, off] = [listed('ON'), listed('OFF')];
  const allOff = start !== undefined && nameAt(start, 'BaseState') === 'OFF';
  const automatic = automaticGroups(start);
  const layers: Layer[] = [];
  for (const item of groups.asArray()) {
    const dict = resolve(context, item);
    if (!(dict instanceof PDFDict) || !(item instanceof PDFRef)) continue;
    const state = automatic.has(dict) ? viewState(dict) : undefined;
    const hidden = state ? state === 'OFF' : off.has(dict) || (allOff && !on.has(dict));
    layers.push({ ref: item, dict, name: textAt(dict, 'Name') ?? NAMELESS_LAYER, hidden });
  }
  return layers;
}

/** Groups whose state on the screen follows from what they are for (8.11.4.5). */
function automaticGroups(start: PDFDict | undefined): Set<PDFDict> {
  const found = new Set<PDFDict>();
  for (const usage of start ? itemsAt(start, 'AS') : []) {
    if (!(usage instanceof PDFDict) || nameAt(usage, 'Event') !== 'View') continue;
    for (const dict of dictsIn(usage, 'OCGs')) found.add(dict);
  }
  return found;
}

function viewState(group: PDFDict): string | undefined {
  const usage = dictAt(group, 'Usage');
  const view = usage && dictAt(usage, 'View');
  return view && nameAt(view, 'ViewState');
}

function dictsIn(dict: PDFDict | undefined, entry: string): Set<PDFDict> {
  return new Set((dict ? itemsAt(dict, entry) : []).filter((item) => item instanceof PDFDict));
}
