/** Packing one part of a package (Deflate, RFC 1951); apart, because loading zlib is most of the work for a small one. */
import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';

/** Bytes; below this compressing takes less than handing it to another thread. Pictures are above it. */
const LARGE = 256 * 1024;
const deflateElsewhere = promisify(deflateRaw);

export async function pack(bytes: Buffer): Promise<{
  readonly packed: Uint8Array;
  /** As `crc32.ts`. */
  readonly crc: number;
  /** Before packing, in bytes. */
  readonly length: number;
}> {
  const packed = bytes.length < LARGE ? deflateRawSync(bytes) : await deflateElsewhere(bytes);
  return { packed, crc: crc32(bytes), length: bytes.length };
}
