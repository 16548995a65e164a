/** The elements of one file: numbered before its pages are written, which refer to them, and written after. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';
import type { Copier } from '../merge/copier.ts';
import { type Shift, shiftBox } from '../merge/shift.ts';
import { boxOf, dictAt, entryOf, isText, itemsOf, key, nameAt, nameText, resolve } from '../objects/look.ts';
import { array, byteString, name, number, ref } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';
import type { PackStructure } from './pack-structure.ts';
import type { Kid, PlannedElement } from './plan-structure.ts';

/** What the elements need to know of a page that is put into the pack. */
export interface StructuredPage {
  /** Its object in the pack. */
  readonly object: number;
  /** Its key in the parent tree. */
  readonly key: number;
  /** Elements by marked content; grows as marks are found. */
  readonly elements: number[];
}

export interface AnnotationPlace {
  readonly object: number;
  readonly key: number;
}

export interface DrawnPlace {
  readonly page: number;
  /** What kind of field it was (ISO 32000-1, table 348): text, a box, one of several, a button. */
  readonly role: 'tv' | 'cb' | 'rb' | 'pb';
  take(mcid: number): void;
}

export interface PartStructureContext {
  readonly pack: PackStructure;
  readonly copier: Copier;
  readonly writer: PdfWriter;
  /** Before names and IDs of this file, which others may use too. */
  readonly prefix: string;
  readonly catalog: PDFDict;
  readonly pages: ReadonlyMap<number, StructuredPage>;
  annotation(target: PDFDict): AnnotationPlace | undefined;
  /** Where the content of a page stands; null: as in the file. */
  shift(page: number): Shift | null;
  /** The mark under which an annotation is drawn as a part of its page; undefined where it is not. */
  drawn(target: PDFDict): DrawnPlace | undefined;
}

interface Numbered {
  readonly planned: PlannedElement;
  readonly object: number;
  readonly parent: number;
  readonly kids: readonly (Exclude<Kid, { type: 'element' }> | Numbered)[];
}

/** Entries that are written anew or left behind; what refers to a page or to another element is. */
const OURS = new Set(
  ['Type', 'S', 'P', 'ID', 'Pg', 'K', 'A', 'C', 'NS', 'Ref', 'AF', 'PhoneticAlphabet', 'Phoneme'].map(key),
);

export class PartStructure {
  readonly #context: PartStructureContext;
  readonly #roots: readonly Numbered[];
  readonly #streams = new Map<PDFRawStream, { key: number; elements: number[] }>();
  readonly #drawnMarks = new Map<PDFDict, number>();
  readonly #pending: { target: PDFDict; element: number }[] = [];
  readonly #classes = new Map<string, string>();
  readonly #elementOf = new Map<PDFDict, number>();
  readonly #referred = new Set<PDFDict>();

  constructor(roots: readonly PlannedElement[], parent: number, context: PartStructureContext) {
    this.#context = context;
    this.#roots = roots.map((planned) => this.#number(planned, parent));
    // After the last mark of the file itself: its numbers are known by now.
    for (const { target, element } of this.#pending) {
      const drawn = context.drawn(target);
      const page = drawn && context.pages.get(drawn.page);
      if (!drawn || !page) continue;
      const mcid = page.elements.length;
      page.elements.push(element);
      drawn.take(mcid);
      this.#drawnMarks.set(target, mcid);
    }
    for (const [stream, { key: parents }] of this.#streams) {
      context.copier.parents.set(stream, { entry: 'StructParents', key: parents });
    }
  }

  /** Whether an element of the file holds the annotation. */
  holds(target: PDFDict): boolean {
    return this.#referred.has(target);
  }

  /** Writes them all. @returns the kids of the part. */
  write(): string[] {
    for (const root of this.#roots) this.#write(root);
    for (const { key: parents, elements } of this.#streams.values())
      this.#context.pack.setPage(parents, elements);
    this.#writeClasses();
    return this.#roots.map(({ object }) => ref(object));
  }

  #number(planned: PlannedElement, parent: number): Numbered {
    const { writer } = this.#context;
    const object = writer.reserve();
    this.#elementOf.set(planned.dict, object);
    const kids = planned.kids.map((kid) => {
      if (kid.type === 'element') return this.#number(kid.element, object);
      if (kid.type === 'mark') this.#mark(kid.page, kid.mcid, kid.stream, object);
      else if (kid.target instanceof PDFDict) this.#refer(kid.target, object);
      return kid;
    });
    return { planned, object, parent, kids };
  }

  #mark(page: number, mcid: number, stream: PDFRawStream | null, element: number): void {
    const elements =
      stream === null ? this.#context.pages.get(page)?.elements : this.#streamOf(stream).elements;
    if (!elements) return;
    while (elements.length <= mcid) elements.push(0);
    elements[mcid] = element;
  }

  #streamOf(stream: PDFRawStream): { key: number; elements: number[] } {
    let known = this.#streams.get(stream);
    if (!known) {
      known = { key: this.#context.pack.nextKey(), elements: [] };
      this.#streams.set(stream, known);
    }
    return known;
  }

  #refer(target: PDFDict, element: number): void {
    this.#referred.add(target);
    const place = this.#context.annotation(target);
    if (place) this.#context.pack.setObject(place.key, element);
    else this.#pending.push({ target, element });
  }

  #write({ planned, object, parent, kids }: Numbered): void {
    const { copier, writer, pages, pack } = this.#context;
    const { dict } = planned;
    const first = planned.page ?? firstPage(planned);
    const page = first === null ? undefined : pages.get(first);
    const inside: string[] = [];
    let holdsAnnotation = false;
    for (const kid of kids) {
      if ('planned' in kid) {
        this.#write(kid);
        inside.push(ref(kid.object));
        continue;
      }
      const written = this.#kid(kid, first);
      if (written === null) continue;
      if (kid.type === 'object') holdsAnnotation = true;
      inside.push(written);
    }
    // A link that no longer leads anywhere is words like others.
    const bare = planned.bereft && !holdsAnnotation && planned.standard === 'Link';
    const type = bare ? 'Span' : pack.roles.nameFor(headingOf(planned), planned.standard);
    let text = `/Type/StructElem/S ${name(type)}/P ${ref(parent)}`;
    if (page) text += `/Pg ${ref(page.object)}`;
    if (inside.length > 0) text += `/K ${inside.length === 1 ? inside[0] : array(inside)}`;
    const shift = first === null ? null : this.#context.shift(first);
    text += this.#attributes(dict, printedField(planned, this.#context), shift);
    const id = entryOf(dict, 'ID');
    if (isText(id)) {
      const bytes = this.#id(id.asBytes());
      text += `/ID ${byteString(bytes)}`;
      pack.addId(bytes, object);
    }
    const namespace = dict.get(key('NS'));
    if (namespace instanceof PDFRef) {
      text += `/NS ${copier.value(namespace)}`;
      const number = copier.numberOf(namespace);
      if (number) pack.addNamespace(number);
    }
    writer.put(object, `<<${text}${copier.entries(dict, OURS)}>>`);
  }

  #kid(kid: Exclude<Kid, { type: 'element' }>, elementPage: number | null): string | null {
    const { copier, pages } = this.#context;
    const page = pages.get(kid.page);
    if (kid.type === 'mark') {
      if (!page) return null;
      if (kid.stream) {
        return `<</Type/MCR/Pg ${ref(page.object)}/Stm ${copier.streamReference(kid.stream)}/MCID ${kid.mcid}>>`;
      }
      return kid.page === elementPage
        ? String(kid.mcid)
        : `<</Type/MCR/Pg ${ref(page.object)}/MCID ${kid.mcid}>>`;
    }
    // A stream that is drawn as a whole has no key of its own here: its words are found by their marks.
    if (kid.target instanceof PDFRawStream) return null;
    const place = this.#context.annotation(kid.target);
    if (place) return `<</Type/OBJR${page ? `/Pg ${ref(page.object)}` : ''}/Obj ${ref(place.object)}>>`;
    const drawn = this.#context.drawn(kid.target);
    const mcid = this.#drawnMarks.get(kid.target);
    const on = drawn && pages.get(drawn.page);
    return on && mcid !== undefined ? `<</Type/MCR/Pg ${ref(on.object)}/MCID ${mcid}>>` : null;
  }

  /** @param more an attribute object to be added; '' where there is none. */
  #attributes(dict: PDFDict, more: string, shift: Shift | null): string {
    const attributes = dict.get(key('A'));
    const classes = entryOf(dict, 'C');
    const own = attributes === undefined ? '' : this.#attribute(attributes, shift);
    let text =
      own === '' && more === ''
        ? ''
        : `/A ${own === '' || more === '' ? own + more : `[${own.replace(/^\[|\]$/g, '')} ${more}]`}`;
    if (classes !== undefined) text += `/C ${this.#className(classes)}`;
    return text;
  }

  /** As it is, but for the IDs of header cells (14.8.5.7) and a place on a page (14.8.5.4.3), where they have changed. */
  #attribute(object: PDFObject, shift: Shift | null): string {
    const { copier, catalog } = this.#context;
    const found = resolve(catalog.context, object);
    if (found instanceof PDFArray) return array(found.asArray().map((item) => this.#attribute(item, shift)));
    if (!(found instanceof PDFDict)) return found === undefined ? 'null' : copier.value(found);
    const headers = entryOf(found, 'Headers');
    const box = shift && boxOf(catalog.context, entryOf(found, 'BBox'));
    if (box) {
      const moved = array(shiftBox(shift, box).map(number));
      return `<<${copier.entries(found, new Set([key('BBox')]))}/BBox ${moved}>>`;
    }
    if (!(headers instanceof PDFArray)) return copier.value(found);
    const ids = headers.asArray().flatMap((item) => {
      const id = resolve(catalog.context, item);
      return isText(id) ? [byteString(this.#id(id.asBytes()))] : [];
    });
    return `<<${copier.entries(found, new Set([key('Headers')]))}/Headers ${array(ids)}>>`;
  }

  #id(bytes: Uint8Array): Uint8Array {
    return Buffer.concat([Buffer.from(this.#context.prefix), bytes]);
  }

  #className(classes: PDFObject): string {
    if (classes instanceof PDFName) {
      const known = nameText(classes) ?? '';
      const renamed = `${this.#context.prefix}${known}`;
      this.#classes.set(known, renamed);
      return name(renamed);
    }
    if (!(classes instanceof PDFArray)) return this.#context.copier.value(classes);
    return array(
      classes.asArray().map((item) => {
        const found = resolve(this.#context.catalog.context, item);
        return found === undefined ? 'null' : this.#className(found);
      }),
    );
  }

  #writeClasses(): void {
    const { catalog, pack } = this.#context;
    const root = dictAt(catalog, 'StructTreeRoot');
    const map = root && dictAt(root, 'ClassMap');
    let inside = '';
    for (const [known, renamed] of this.#classes) {
      const value = map?.get(key(known));
      inside += `${name(renamed)} ${value === undefined ? '<<>>' : this.#attribute(value, null)}`;
    }
    if (inside !== '') pack.addClasses(inside);
  }
}

/** A pack has no fields: an element of one says instead what it was (ISO 14289-1, 7.18.4). */
function printedField({ standard, kids, dict }: PlannedElement, { drawn }: PartStructureContext): string {
  if (standard !== 'Form' || saysRole(dict)) return '';
  for (const kid of kids) {
    const place = kid.type === 'object' && kid.target instanceof PDFDict ? drawn(kid.target) : undefined;
    if (place) return printField(place.role);
  }
  return printField('tv');
}

function printField(role: DrawnPlace['role']): string {
  return `<</O/PrintField/Role/${role}>>`;
}

function saysRole(element: PDFDict): boolean {
  const attributes = entryOf(element, 'A');
  const listed = attributes instanceof PDFArray ? itemsOf(element.context, attributes) : [attributes];
  return listed.some((item) => item instanceof PDFDict && item.has(key('Role')));
}

function firstPage({ kids }: PlannedElement): number | null {
  for (const kid of kids) if (kid.type === 'mark' && kid.stream === null) return kid.page;
  return null;
}

/** A file with headings without levels makes a pack with both kinds, which PDF/UA (7.4.4) does not allow. */
function headingOf({ type, standard, dict }: PlannedElement): string {
  if (standard !== 'H') return type;
  let level = 1;
  for (let above = dictAt(dict, 'P'), step = 0; above && step < 64; above = dictAt(above, 'P'), step += 1) {
    const kind = nameAt(above, 'S');
    if (kind === 'Sect' || kind === 'Art') level += 1;
  }
  return `H${Math.min(level, 6)}`;
}
