/**
 * Carries objects of one file over into the pack, each once, with everything they refer to but pages: those are put
 * into the pack by name or not at all.
 */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  type PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { areFiltersNames, filtersOf } from '../objects/filters.ts';
import { key, nameAt, resolve } from '../objects/look.ts';
import { isPageNode } from '../objects/page-tree.ts';
import { LARGEST, NULL, number, ref } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';

/**
 * What a supplied file says of itself and of the programs that made it, and what is attached to any object: none of it
 * belongs into the pack.
 */
const LEFT_BEHIND = new Set(
  ['Metadata', 'PieceInfo', 'LastModified', 'AF', 'AA', 'OPI', 'Alternates', 'Thumb'].map(key),
);
/** Contents of a stream that stand in another file. */
const ELSEWHERE = new Set(['F', 'FFilter', 'FDecodeParms', 'DL'].map(key));
const FILTERS = new Set(['Filter', 'DecodeParms'].map(key));
const LENGTH = key('Length');
const PARENTS = key('StructParents');
const PARENT = key('StructParent');
const REFERENCE = key('Ref');

export class Copier {
  readonly #context: PDFContext;
  readonly #writer: PdfWriter;
  readonly #numbers = new Map<PDFRef, number>();
  readonly #queue: { number: number; object: PDFObject }[] = [];
  #streamNumbers: Map<PDFRawStream, PDFRef> | null = null;
  /** Of streams that have a place in the structure: their keys in the parent tree of the pack. */
  readonly parents = new Map<
    PDFRawStream,
    { readonly entry: 'StructParent' | 'StructParents'; readonly key: number }
  >();

  constructor(context: PDFContext, writer: PdfWriter) {
    this.#context = context;
    this.#writer = writer;
  }

  /** Where an object is put into the pack by somebody else. */
  assign(source: PDFRef, number: number): void {
    this.#numbers.set(source, number);
  }

  /** undefined: nothing that was copied refers to it. */
  numberOf(source: PDFRef): number | undefined {
    return this.#numbers.get(source);
  }

  /** In the syntax of PDF; what it refers to is copied with it at the next `drain`. */
  value(object: PDFObject | undefined): string {
    if (object === undefined || object instanceof PDFInvalidObject) return NULL;
    if (object instanceof PDFRef) return this.#reference(object);
    if (object instanceof PDFDict) return `<<${this.entries(object)}>>`;
    if (object instanceof PDFArray) return this.#array(object);
    if (object instanceof PDFHexString) return `<${object.asString().replace(/[^0-9a-f]/gi, '')}>`;
    if (object instanceof PDFRawStream) return ref(this.#stream(object));
    if (object instanceof PDFNumber) return isLarge(object) ? number(object.asNumber()) : object.toString();
    return object.toString();
  }

  /** @param without entries that somebody else writes. */
  entries(dict: PDFDict, without?: ReadonlySet<ReturnType<typeof key>>): string {
    let inside = '';
    for (const [name, value] of dict.entries()) {
      if (LEFT_BEHIND.has(name) || name === PARENTS || name === PARENT || without?.has(name)) continue;
      inside += `${name.toString()} ${this.value(value)}`;
    }
    return inside;
  }

  /** A reference to a stream that is known by itself and not by its number. */
  streamReference(stream: PDFRawStream): string {
    this.#streamNumbers ??= this.#numberStreams();
    const source = this.#streamNumbers.get(stream);
    return source ? this.#reference(source) : ref(this.#stream(stream));
  }

  /** The object itself under a number of the pack. */
  put(number: number, object: PDFObject): void {
    if (object instanceof PDFRawStream) {
      this.#writer.putStream(number, this.#streamEntries(object), object.contents);
    } else this.#writer.put(number, this.value(object));
  }

  /** Copies what has been referred to since the last time. */
  drain(): void {
    for (let next = this.#queue.pop(); next; next = this.#queue.pop()) this.put(next.number, next.object);
  }

  #array(array: PDFArray): string {
    let inside = '';
    for (const item of array.asArray()) inside += `${inside === '' ? '' : ' '}${this.value(item)}`;
    return `[${inside}]`;
  }

  #reference(source: PDFRef): string {
    const known = this.#numbers.get(source);
    if (known !== undefined) return known === 0 ? NULL : ref(known);
    const object = resolve(this.#context, source);
    if (object === undefined || isPageNode(object)) {
      this.#numbers.set(source, 0);
      return NULL;
    }
    const number =
      object instanceof PDFRawStream && standsAlone(object) ? this.#stream(object) : this.#later(object);
    this.#numbers.set(source, number);
    return ref(number);
  }

  #numberStreams(): Map<PDFRawStream, PDFRef> {
    const numbers = new Map<PDFRawStream, PDFRef>();
    for (const [source, object] of this.#context.enumerateIndirectObjects()) {
      if (object instanceof PDFRawStream) numbers.set(object, source);
    }
    return numbers;
  }

  #later(object: PDFObject): number {
    const number = this.#writer.reserve();
    this.#queue.push({ number, object });
    return number;
  }

  /** Fonts and pictures that several files of the pack bring with them are written once. */
  #stream(object: PDFRawStream): number {
    return this.#writer.addStream(this.#streamEntries(object), object.contents);
  }

  #streamEntries(stream: PDFRawStream): string {
    const { dict } = stream;
    const form = nameAt(dict, 'Subtype') === 'Form';
    const kept = areFiltersNames(dict);
    let inside = kept ? '' : filterEntry(filtersOf(dict));
    for (const [name, value] of dict.entries()) {
      if (!kept && FILTERS.has(name)) continue;
      if (name === LENGTH || LEFT_BEHIND.has(name) || ELSEWHERE.has(name)) continue;
      if (name === PARENTS || name === PARENT || (form && name === REFERENCE)) continue;
      inside += `${name.toString()} ${this.value(value)}`;
    }
    const parent = this.parents.get(stream);
    return parent ? `${inside}/${parent.entry} ${parent.key}` : inside;
  }
}

/** Their parameters, which go by their order, are left out with what is no name. */
function filterEntry(filters: readonly PDFName[]): string {
  return filters.length === 0 ? '' : `/Filter[${filters.map((filter) => filter.toString()).join(' ')}]`;
}

function isLarge(object: PDFNumber): boolean {
  return Math.abs(object.asNumber()) > LARGEST;
}

/** Whether its dictionary refers to nothing: its entries then are the same in any file. */
function standsAlone({ dict }: PDFRawStream): boolean {
  return dict.entries().every(([name, value]) => name === LENGTH || !refers(value));
}

function refers(value: PDFObject): boolean {
  if (value instanceof PDFRef) return true;
  if (value instanceof PDFArray) return value.asArray().some(refers);
  return value instanceof PDFDict && value.values().some(refers);
}
