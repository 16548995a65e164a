/** Unpacking bytes of which nobody says that they are packed, or where they end. */
import { constants, gunzipSync, inflateSync } from 'node:zlib';

/** More is an attempt on the memory of the process. */
const MOST = 256 * 1024 * 1024;

/** Of bytes that were cut off, what there is. @returns null: they are not packed so. */
export function inflated(bytes: Uint8Array): Buffer | null {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST });
  } catch {
    return null;
  }
}

/** Of a file of gzip (RFC 1952). @returns null: it is none. */
export function gunzipped(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST });
  } catch {
    return null;
  }
}

/** What Node gives where `info` is asked for. */
interface Informed {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** Whole ones alone. @returns null: they are not packed so. `used` of the bytes given are. */
export function inflatedWhole(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly used: number } | null {
  const [first = 0, second = 0] = bytes;
  // The two bytes that every such packing begins with (RFC 1950).
  if ((first & 15) !== 8 || (first * 256 + second) % 31 !== 0) return null;
  try {
    const informed = inflateSync(bytes, { maxOutputLength: MOST, info: true }) as unknown as Informed;
    return { bytes: informed.buffer, used: informed.engine.bytesWritten };
  } catch {
    return null;
  }
}
