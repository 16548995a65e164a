/**
 * Writes a PDF from its first byte to its last, each object as soon as it is made, so that a pack of any length needs
 * the memory of its longest part. pdf-lib's own writer holds the whole file, twice.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { dictionary, ref } from '../objects/syntax.ts';

/** Where the bytes go. */
export interface Sink {
  write(bytes: Uint8Array): void;
}

/** Objects in one object stream (ISO 32000-1, 7.5.7): a viewer unpacks all of them to read one. */
const OBJECTS_A_STREAM = 200;
const CHUNK = 1 << 20;
/** Type, offset or object stream, generation or index (7.5.8.3). Eight bytes would be for files of terabytes. */
const WIDTHS = [1, 5, 2] as const;
const ENTRY = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

export class PdfWriter {
  readonly #sink: Sink;
  readonly #hash = createHash('sha256');
  readonly #chunk = Buffer.allocUnsafe(CHUNK);
  #filled = 0;
  #offset = 0;
  /** The place of each object: offset in the file, or minus the number of its object stream; 0 is none. */
  #places: number[] = [0];
  /** Of objects in object streams: which of them. */
  #indexes: number[] = [0];
  #packed: { object: number; text: string }[] = [];
  readonly #streams = new Map<string, number>();

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#bytes(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  }

  get size(): number {
    return this.#offset;
  }

  /** The number of an object that is written later; one that never is counts as null. */
  reserve(): number {
    this.#places.push(0);
    this.#indexes.push(0);
    return this.#places.length - 1;
  }

  /** @param text in the syntax of PDF, of Latin-1. */
  put(object: number, text: string): void {
    this.#packed.push({ object, text });
    if (this.#packed.length === OBJECTS_A_STREAM) this.#flushPacked();
  }

  add(text: string): number {
    const object = this.reserve();
    this.put(object, text);
    return object;
  }

  /** @param entries of its dictionary, all but the length. */
  putStream(object: number, entries: string, bytes: Uint8Array): void {
    this.#places[object] = this.#offset;
    this.#text(`${object} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`);
    this.#bytes(bytes);
    this.#text('\nendstream\nendobj\n');
  }

  /** As `putStream`; one that was added with the same entries and bytes is used again. */
  addStream(entries: string, bytes: Uint8Array): number {
    const same = createHash('sha1').update(entries, 'latin1').update('\n').update(bytes).digest('base64');
    const known = this.#streams.get(same);
    if (known !== undefined) return known;
    const object = this.reserve();
    this.#streams.set(same, object);
    this.putStream(object, entries, bytes);
    return object;
  }

  /** Compresses what it is given. */
  addText(entries: string, text: string): number {
    return this.addStream(`${entries}/Filter/FlateDecode`, deflateSync(Buffer.from(text, 'latin1')));
  }

  /** Writes what is left. @returns the SHA-256 of the file, in lower-case hexadecimal. */
  finish(root: number, info: number): string {
    this.#flushPacked();
    const table = this.reserve();
    this.#places[table] = this.#offset;
    const start = this.#offset;
    const entries = deflateSync(this.#crossReferences());
    // Names the bytes it ends (14.4): the same pack has the same name.
    const id = this.#hash.copy().digest('hex').slice(0, 32);
    const trailer = dictionary({
      Type: '/XRef',
      Size: String(this.#places.length),
      W: `[${WIDTHS.join(' ')}]`,
      Root: ref(root),
      Info: ref(info),
      ID: `[<${id}><${id}>]`,
      Filter: '/FlateDecode',
      Length: String(entries.length),
    });
    this.#text(`${table} 0 obj\n${trailer}\nstream\n`);
    this.#bytes(entries);
    this.#text(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
    this.#flushChunk();
    return this.#hash.digest('hex');
  }

  #crossReferences(): Uint8Array {
    const table = new Uint8Array(ENTRY * this.#places.length);
    for (let object = 1, at = ENTRY; object < this.#places.length; object += 1, at += ENTRY) {
      const place = this.#places[object] ?? 0;
      if (place === 0) continue;
      table[at] = place > 0 ? 1 : 2;
      let rest = Math.abs(place);
      for (let byte = at + WIDTHS[1]; byte > at; byte -= 1) {
        table[byte] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      const index = place > 0 ? 0 : (this.#indexes[object] ?? 0);
      table[at + ENTRY - 2] = index >> 8;
      table[at + ENTRY - 1] = index & 255;
    }
    // The head of the list of free objects, which are all of those that were never written (7.5.4).
    table[ENTRY - 2] = 255;
    table[ENTRY - 1] = 255;
    return table;
  }

  #flushPacked(): void {
    if (this.#packed.length === 0) return;
    const stream = this.reserve();
    let index = '';
    let offset = 0;
    const texts: string[] = [];
    for (const [at, { object, text }] of this.#packed.entries()) {
      index += `${object} ${offset} `;
      // A number alone must not run into the next one.
      texts.push(`${text} `);
      offset += text.length + 1;
      this.#places[object] = -stream;
      this.#indexes[object] = at;
    }
    const entries = `/Type/ObjStm/N ${this.#packed.length}/First ${index.length}/Filter/FlateDecode`;
    const inside = Buffer.from(index + texts.join(''), 'latin1');
    this.#packed = [];
    this.putStream(stream, entries, deflateSync(inside));
  }

  #text(text: string): void {
    this.#bytes(Buffer.from(text, 'latin1'));
  }

  #bytes(bytes: Uint8Array): void {
    this.#offset += bytes.length;
    if (this.#filled + bytes.length > CHUNK) this.#flushChunk();
    if (bytes.length > CHUNK) {
      this.#hash.update(bytes);
      this.#sink.write(bytes);
      return;
    }
    this.#chunk.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  #flushChunk(): void {
    if (this.#filled === 0) return;
    const bytes = this.#chunk.subarray(0, this.#filled);
    this.#hash.update(bytes);
    this.#sink.write(bytes);
    this.#filled = 0;
  }
}
