/**
 * The checksum of a part of a package (ZIP, PKWARE APPNOTE 6.3.10, 4.4.7): CRC-32 by the polynomial of IEEE 802.3.
 * Node's own stands in `node:zlib`, and loading that with the streams it needs takes longer than summing a whole brief.
 */
const REVERSED_POLYNOMIAL = 0xedb88320;

const sumOfByte = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ REVERSED_POLYNOMIAL : sum >>> 1;
  return sum;
});

/** @returns 0 to 2³² − 1. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    sum = (sumOfByte[(sum ^ (bytes[at] as number)) & 0xff] as number) ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}
