/**
 * The tags of a file that Typst wrote. They are plain text, so what we need to say otherwise is said in the same
 * bytes, and no offset in the file moves: every new text is filled up with blanks to the length of the old one.
 */

/** A structure element (ISO 32000-1, 14.7.2) by the number of its object. */
interface Element {
  /** Of its object in the file, in bytes. */
  readonly start: number;
  readonly text: string;
}

const object = /(\d+) 0 obj\n<<\n {2}\/Type \/StructElem\n[\s\S]*?\nendobj/gu;
/** Optional (14.7.2, table 323): what makes room where more is to be said. */
const TYPE = '\n  /Type /StructElem';

export class Structure {
  readonly #elements: ReadonlyMap<string, Element>;
  readonly #changed = new Map<string, string>();
  /** The number of the topmost element. */
  readonly root: string;

  constructor(pdf: Uint8Array) {
    const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
    this.#elements = new Map(
      [...file.matchAll(object)].map((match) => [match[1] ?? '', { start: match.index, text: match[0] }]),
    );
    this.root = /\/Type \/StructTreeRoot[\s\S]*?\n {2}\/K \[?(\d+) 0 R/u.exec(file)?.[1] ?? '';
  }

  textOf(number: string): string {
    return this.#changed.get(number) ?? this.#elements.get(number)?.text ?? '';
  }

  kindOf(number: string): string {
    return /\n {2}\/S \/(\w+)/u.exec(this.textOf(number))?.[1] ?? '';
  }

  /** Numbers of the elements in it, in reading order, which the numbers themselves need not be in. */
  childrenOf(number: string): string[] {
    const kids = /\n {2}\/K (\[[^\]]*\]|\d+ 0 R)/u.exec(this.textOf(number))?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/gu)].map(([, child]) => child ?? '');
  }

  /** @throws Error where the new words do not fit. */
  change(number: string, text: string): void {
    const before = this.#elements.get(number)?.text ?? '';
    const spare = text.length > before.length ? text.replace(TYPE, '') : text;
    if (spare.length > before.length) throw new Error(`The tag ${number} has no room for ${spare}`);
    this.#changed.set(
      number,
      spare.replace(/\nendobj$/u, `${' '.repeat(before.length - spare.length)}\nendobj`),
    );
  }

  /** The file with what was changed. */
  written(pdf: Uint8Array): Uint8Array {
    if (this.#changed.size === 0) return pdf;
    const changed = Buffer.from(pdf);
    for (const [number, text] of this.#changed) {
      changed.write(text, this.#elements.get(number)?.start ?? 0, 'latin1');
    }
    return changed;
  }
}
