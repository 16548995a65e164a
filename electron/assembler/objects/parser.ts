/** pdf-lib's parser, with the end of a stream found as other readers find it. */
import { type PDFDict, PDFNumber, PDFParser, PDFRawStream, PDFRef, type PDFStream } from 'pdf-lib';
import { entryOf, key, nameAt } from './look.ts';

const END = Buffer.from('endstream');
const OBJECT_END = Buffer.from('endobj');
const STREAM = Buffer.from('stream');
const WHITE = new Set([0, 9, 10, 12, 13, 32]);

/** Objects between two breaths of the process, in which it hears that it should stop. */
const OBJECTS_A_TICK = 5000;

/**
 * The length of a stream may stand in an object that comes later. pdf-lib then searches for its end byte by byte, and
 * takes the word "stream" among compressed bytes for the beginning of another one.
 */
export class SourceParser extends PDFParser {
  readonly #bytes: Buffer;
  #swallowed = false;

  /** @param bytes a Buffer, whose slices are views: the contents of streams are not copied. */
  constructor(bytes: Buffer) {
    super(bytes, OBJECTS_A_TICK);
    this.#bytes = bytes;
  }

  /** Whether a stream did not end where it says and other objects were taken for a part of it. */
  get swallowed(): boolean {
    return this.#swallowed;
  }

  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const dict = this.parseDict(ref);
    this.skipWhitespaceAndComments();
    const start = this.#streamStart(this.bytes.offset());
    if (start === null) return dict;
    const end = this.#streamEnd(dict, start);
    return PDFRawStream.of(dict, this.#bytes.subarray(start, end));
  }

  #streamStart(at: number): number | null {
    const bytes = this.#bytes;
    if (bytes[at] !== STREAM[0] || bytes.compare(STREAM, 0, STREAM.length, at, at + STREAM.length) !== 0) {
      return null;
    }
    const after = at + STREAM.length;
    if (bytes[after] === 13) return bytes[after + 1] === 10 ? after + 2 : after + 1;
    return bytes[after] === 10 ? after + 1 : after;
  }

  #streamEnd(dict: PDFDict, start: number): number {
    const length = entryOf(dict, 'Length');
    if (length instanceof PDFNumber && length.asNumber() >= 0) {
      const end = start + length.asNumber();
      if (this.#endsAt(end)) return end;
    }
    const known = nameAt(dict, 'Type') === 'EmbeddedFile' ? this.#lengthAhead(dict, start) : null;
    if (known !== null && this.#endsAt(start + known)) return start + known;
    const found = this.#bytes.indexOf(END, start);
    if (found === -1) throw new Error('A stream has no end.');
    if (length instanceof PDFNumber && this.#bytes.subarray(start, found).includes(OBJECT_END))
      this.#swallowed = true;
    this.bytes.moveTo(found + END.length);
    // The line break before the word does not belong to the stream (7.3.8.1).
    let end = found;
    if (end > start && this.#bytes[end - 1] === 10) end -= 1;
    if (end > start && this.#bytes[end - 1] === 13) end -= 1;
    return end;
  }

  /** An attached PDF is full of words that end a stream, and of objects that would be taken for those of this file. */
  #lengthAhead(dict: PDFDict, start: number): number | null {
    const length = dict.get(key('Length'));
    if (!(length instanceof PDFRef)) return null;
    const header = `\n${length.objectNumber} ${length.generationNumber} obj`;
    const at = this.#bytes.lastIndexOf(header);
    if (at < start) return null;
    const digits = /^\s*(\d{1,12})\s/.exec(
      this.#bytes.toString('latin1', at + header.length, at + header.length + 20),
    );
    return digits ? Number(digits[1]) : null;
  }

  /** Leaves the parser behind the word where it stands there. */
  #endsAt(end: number): boolean {
    let at = end;
    while (WHITE.has(this.#bytes[at] ?? -1)) at += 1;
    if (this.#bytes.compare(END, 0, END.length, at, at + END.length) !== 0) return false;
    this.bytes.moveTo(at + END.length);
    return true;
  }
}
