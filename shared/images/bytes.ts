/** Reading the bytes of a picture nobody vouches for: every read is bounded, and what is not there is damage. */
import { DespatchError } from '../contract/errors.ts';

/** What a media type's reader found, with a copy of the picture that holds nothing but the picture. */
export interface Plain {
  /** In pixels, as stored. */
  readonly width: number;
  readonly height: number;
  /** In order, pieces of the source and of our own making. */
  readonly parts: readonly Uint8Array[];
}

export function damaged(reason: string): DespatchError {
  return new DespatchError('image.damaged', { reason });
}

/** A cursor over bytes. @throws DespatchError `image.damaged` from every method that reads beyond the end. */
export class Reader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  u8(): number {
    return this.#view.getUint8(this.#pass(1));
  }

  u16(littleEndian = false): number {
    return this.#view.getUint16(this.#pass(2), littleEndian);
  }

  u32(littleEndian = false): number {
    return this.#view.getUint32(this.#pass(4), littleEndian);
  }

  take(length: number): Uint8Array {
    const from = this.#pass(length);
    return this.bytes.subarray(from, from + length);
  }

  text(length: number): string {
    return latin(this.take(length));
  }

  #pass(length: number): number {
    const from = this.at;
    if (length > this.left) throw damaged('it ends too early');
    this.at += length;
    return from;
  }
}

export function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
