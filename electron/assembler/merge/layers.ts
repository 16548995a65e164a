/** Layers of supplied files (ISO 32000-1, 8.11): shown or hidden in the pack as the file itself shows or hides them. */
import { PDFDict, type PDFObject, PDFRef } from 'pdf-lib';
import { arrayAt, dictAt, entryOf, itemsOf, nameAt, resolve, textAt } from '../objects/look.ts';
import type { Source } from '../objects/open-source.ts';
import { array, ref } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';
import type { Copier } from './copier.ts';

export interface Layer {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly name: string;
  readonly hidden: boolean;
}

export function layersOf({ context, catalog }: Source): Layer[] {
  const properties = dictAt(catalog, 'OCProperties');
  const groups = properties && arrayAt(properties, 'OCGs');
  if (!properties || !groups) return [];
  const start = dictAt(properties, 'D');
  const listed = (entry: string) => dictsIn(start && entryOf(start, entry));
  const [on, off] = [listed('ON'), listed('OFF')];
  const allOff = start !== undefined && nameAt(start, 'BaseState') === 'OFF';
  const automatic = automaticGroups(start);
  const layers: Layer[] = [];
  for (const item of groups.asArray()) {
    const dict = resolve(context, item);
    if (!(dict instanceof PDFDict) || !(item instanceof PDFRef)) continue;
    const state = automatic.has(dict) ? viewState(dict) : undefined;
    const hidden = state ? state === 'OFF' : off.has(dict) || (allOff && !on.has(dict));
    layers.push({ ref: item, dict, name: textAt(dict, 'Name') ?? 'a layer without a name', hidden });
  }
  return layers;
}

/** Groups whose state on the screen follows from what they are for (8.11.4.5). */
function automaticGroups(start: PDFDict | undefined): Set<PDFDict> {
  const found = new Set<PDFDict>();
  for (const usage of itemsOf(start && entryOf(start, 'AS'))) {
    if (!(usage instanceof PDFDict) || nameAt(usage, 'Event') !== 'View') continue;
    for (const dict of dictsIn(entryOf(usage, 'OCGs'))) found.add(dict);
  }
  return found;
}

function viewState(group: PDFDict): string | undefined {
  const usage = dictAt(group, 'Usage');
  const view = usage && dictAt(usage, 'View');
  return view && nameAt(view, 'ViewState');
}

function dictsIn(object: PDFObject | undefined): Set<PDFDict> {
  return new Set(itemsOf(object).filter((item) => item instanceof PDFDict));
}

/** All layers that came into the pack. */
export class PackLayers {
  readonly #shown = new Set<number>();
  readonly #hidden = new Set<number>();

  /** Those to which something that was copied refers. */
  add(layers: readonly Layer[], copier: Copier): void {
    for (const { ref: source, hidden } of layers) {
      const object = copier.numberOf(source);
      if (object) (hidden ? this.#hidden : this.#shown).add(object);
    }
  }

  /** The value of the catalogue's `OCProperties`; null: there are none. Hidden ones are not offered to be shown. */
  write(writer: PdfWriter): number | null {
    if (this.#shown.size + this.#hidden.size === 0) return null;
    const refs = (objects: ReadonlySet<number>) => array([...objects].map(ref));
    const start = `<</Name(Pack)/BaseState/ON/OFF ${refs(this.#hidden)}/Locked ${refs(this.#hidden)}/Order ${refs(this.#shown)}>>`;
    return writer.add(`<</OCGs ${refs(new Set([...this.#shown, ...this.#hidden]))}/D ${start}>>`);
  }
}
