/** The structure tree of the pack (ISO 32000-1, 14.7): a Part for each file in the order of its pages. */
import { array, dictionary, ref, text } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';
import { writeNameTree, writeNumberTree } from '../write/trees.ts';
import { RoleMap } from './role-map.ts';

export interface PartElement {
  /** '': none. */
  readonly title: string;
  /** null: that of the pack. */
  readonly language: string | null;
  readonly kids: readonly string[];
}

export class PackStructure {
  readonly #writer: PdfWriter;
  readonly #root: number;
  readonly #document: number;
  readonly #parts: { readonly order: number; readonly object: number }[] = [];
  readonly #parents: [key: number, value: string][] = [];
  readonly #ids: [id: Uint8Array, element: string][] = [];
  readonly #classes: string[] = [];
  readonly #namespaces = new Set<number>();
  #keys = 0;
  readonly roles = new RoleMap();

  constructor(writer: PdfWriter) {
    this.#writer = writer;
    this.#root = writer.reserve();
    this.#document = writer.reserve();
  }

  /** A number for `StructParents` or `StructParent`; none is given twice. */
  nextKey(): number {
    this.#keys += 1;
    return this.#keys - 1;
  }

  /** The elements of a page by the numbers of its marked contents; 0 where a number belongs to none. */
  setPage(key: number, elements: ArrayLike<number>): void {
    const inside = Array.from(elements, (object) => (object ? ref(object) : 'null'));
    this.#parents.push([key, ref(this.#writer.add(array(inside)))]);
  }

  /** The element of an annotation. */
  setObject(key: number, element: number): void {
    this.#parents.push([key, ref(element)]);
  }

  addId(id: Uint8Array, element: number): void {
    this.#ids.push([id, ref(element)]);
  }

  /** @param entries of the class map, names that no other file has. */
  addClasses(entries: string): void {
    this.#classes.push(entries);
  }

  addNamespace(object: number): void {
    this.#namespaces.add(object);
  }

  /** Of a part whose element is put later. @param order the index of its first leaf. */
  reservePart(order: number): number {
    const object = this.#writer.reserve();
    this.#parts.push({ order, object });
    return object;
  }

  putPart(object: number, { title, language, kids }: PartElement): void {
    this.#writer.put(
      object,
      dictionary({
        Type: '/StructElem',
        S: '/Part',
        P: ref(this.#document),
        T: title === '' ? null : text(title),
        Lang: language === null ? null : text(language),
        K: array(kids),
      }),
    );
  }

  /** @returns the object of the root. */
  write(): number {
    const writer = this.#writer;
    const parts = [...this.#parts].sort((a, b) => a.order - b.order).map(({ object }) => ref(object));
    writer.put(
      this.#document,
      dictionary({ Type: '/StructElem', S: '/Document', P: ref(this.#root), K: array(parts) }),
    );
    writer.put(
      this.#root,
      dictionary({
        Type: '/StructTreeRoot',
        K: ref(this.#document),
        ParentTree: ref(writeNumberTree(writer, this.#parents)),
        ParentTreeNextKey: String(this.#keys),
        IDTree: this.#ids.length === 0 ? null : ref(writeNameTree(writer, this.#ids)),
        RoleMap: this.roles.text(),
        ClassMap: this.#classes.length === 0 ? null : `<<${this.#classes.join('')}>>`,
        Namespaces: this.#namespaces.size === 0 ? null : array([...this.#namespaces].map(ref)),
      }),
    );
    return this.#root;
  }
}
