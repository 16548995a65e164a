/** What the resources of a page tell of it, and the resources it gets in the pack (ISO 32000-1, 7.8.3). */
import { PDFArray, PDFDict, type PDFObject, PDFRawStream } from 'pdf-lib';
import { missingFont } from '../objects/fonts.ts';
import { dictAt, entryOf, key, nameAt, nameText, resolve } from '../objects/look.ts';
import type { Copier } from './copier.ts';

export interface Told {
  /** Whether anything on it is written rather than drawn. */
  readonly words: boolean;
  /** Names of fonts that the file does not bring with it. */
  readonly missingFonts: readonly string[];
  /** Names of layers that are not shown and of which something stands here. */
  readonly hiddenLayers: readonly string[];
}

const DEEPEST = 12;
const PREFIX = 'Dsp';
const KINDS = ['Font', 'XObject'] as const;
const nothing: Told = { words: false, missingFonts: [], hiddenLayers: [] };

/** Looks into each dictionary of resources of a file once. */
export class ResourceScan {
  readonly #hidden: ReadonlyMap<PDFDict, string>;
  readonly #known = new Map<PDFDict, Told>();
  readonly #fonts = new Map<PDFDict, string | null>();

  /** @param hidden layers by their dictionary. */
  constructor(hidden: ReadonlyMap<PDFDict, string>) {
    this.#hidden = hidden;
  }

  /** Whether a page that was looked at is written with a font. */
  uses(font: PDFDict): boolean {
    return this.#fonts.has(font);
  }

  look(resources: PDFObject | undefined, depth = 0): Told {
    if (!(resources instanceof PDFDict) || depth > DEEPEST) return nothing;
    const known = this.#known.get(resources);
    if (known) return known;
    // A form that draws itself ends here.
    this.#known.set(resources, nothing);
    const missing = new Set<string>();
    const hidden = new Set<string>();
    const fonts = dictAt(resources, 'Font')?.values() ?? [];
    let words = fonts.length > 0;
    for (const font of fonts) {
      const name = this.#missingFont(resolve(resources.context, font));
      if (name !== null) missing.add(name);
    }
    for (const layer of dictAt(resources, 'Properties')?.values() ?? []) {
      this.#addHidden(resolve(resources.context, layer), hidden);
    }
    for (const item of dictAt(resources, 'XObject')?.values() ?? []) {
      const form = resolve(resources.context, item);
      if (!(form instanceof PDFRawStream)) continue;
      this.#addHidden(entryOf(form.dict, 'OC'), hidden);
      if (nameAt(form.dict, 'Subtype') !== 'Form') continue;
      const told = this.look(entryOf(form.dict, 'Resources'), depth + 1);
      words ||= told.words;
      for (const name of told.missingFonts) missing.add(name);
      for (const name of told.hiddenLayers) hidden.add(name);
    }
    const told = { words, missingFonts: [...missing], hiddenLayers: [...hidden] };
    this.#known.set(resources, told);
    return told;
  }

  #addHidden(layer: PDFObject | undefined, hidden: Set<string>): void {
    if (!(layer instanceof PDFDict) || this.#hidden.size === 0) return;
    const name = this.#hidden.get(layer);
    if (name !== undefined) hidden.add(name);
    // A membership (8.11.2.2) names one layer or several.
    const members = entryOf(layer, 'OCGs');
    const listed = members instanceof PDFArray ? members.asArray() : [members];
    for (const member of listed) {
      const dict = resolve(layer.context, member);
      const found = dict instanceof PDFDict ? this.#hidden.get(dict) : undefined;
      if (found !== undefined) hidden.add(found);
    }
  }

  /** null: it is in the file, or drawn by it. */
  #missingFont(font: PDFObject | undefined): string | null {
    if (!(font instanceof PDFDict)) return null;
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const name = missingFont(font);
    this.#fonts.set(font, name);
    return name;
  }
}

/** How often a page was stamped by us before. @param prefix the one that was free. */
export function packsBefore(prefix: string): number {
  return prefix.length - PREFIX.length;
}

/** Entries to be added to a dictionary of resources: names that are free there, with what they stand for. */
export interface Additions {
  readonly Font: ReadonlyMap<string, string>;
  readonly XObject: ReadonlyMap<string, string>;
}

/** A beginning of names that no entry of these resources has. */
export function freePrefix(resources: PDFObject | undefined): string {
  if (!(resources instanceof PDFDict)) return 'Dsp';
  const names = KINDS.flatMap((kind) => dictAt(resources, kind)?.keys() ?? []).map(
    (name) => nameText(name) ?? '',
  );
  let prefix = PREFIX;
  // A pack may be a part of another one: then our own names are there already.
  while (names.some((name) => name.startsWith(prefix))) prefix += 'x';
  return prefix;
}

const CHANGED = new Set(KINDS.map((kind) => key(kind)));

/** The resources with additions, as a dictionary of the pack. */
export function withAdditions(
  resources: PDFObject | undefined,
  additions: Additions,
  copier: Copier,
): string {
  const dict = resources instanceof PDFDict ? resources : undefined;
  let text = dict ? copier.entries(dict, CHANGED) : '';
  for (const kind of KINDS) {
    const old = dict && dictAt(dict, kind);
    let inside = old ? copier.entries(old) : '';
    for (const [name, value] of additions[kind]) inside += `/${name} ${value}`;
    if (inside !== '') text += `/${kind}<<${inside}>>`;
  }
  return `<<${text}>>`;
}
