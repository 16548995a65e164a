/**
 * Characters of the Rich Text Format: bytes in the encoding of their font, of which one character may take several, and
 * `\u` with what stands behind it for programs that know no Unicode.
 */
export class RtfCharacters {
  readonly #say: (words: string) => void;
  /** Bytes of one or more characters, until something else comes. */
  #bytes: number[] = [];
  #toSkip = 0;
  #highSurrogate = '';

  constructor(say: (words: string) => void) {
    this.#say = say;
  }

  byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.#bytes.push(byte);
  }

  /** Bytes above ASCII may be half a character whose other half is written as `\'xx`. */
  text(data: Buffer, encoding: string): void {
    let from = 0;
    while (this.#toSkip > 0 && from < data.length) {
      this.#toSkip -= 1;
      from += 1;
    }
    for (const byte of data.subarray(from)) {
      if (byte !== 0x0d && byte !== 0x0a && byte !== 0) this.#bytes.push(byte);
    }
    if (this.#bytes.length > 4096) this.end(encoding);
  }

  /** Something other than a byte has come. */
  end(encoding: string): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#say(decode(bytes, encoding));
  }

  /** @param skip how many characters of the old encoding stand behind it. */
  unicode(param: number, skip: number): void {
    const unit = String.fromCharCode(param & 0xffff);
    this.#toSkip = skip;
    if (/[\ud800-\udbff]/.test(unit)) {
      this.#highSurrogate = unit;
      return;
    }
    this.#say(this.#highSurrogate + unit);
    this.#highSurrogate = '';
  }

  /** What was to be skipped stood in the group that began or ended. */
  skipNothing(): void {
    this.#toSkip = 0;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
