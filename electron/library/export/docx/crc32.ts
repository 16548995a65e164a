/**
 * The checksum of a part of a package (ZIP, PKWARE APPNOTE 6.3.10, 4.4.7): CRC-32 by the polynomial of IEEE 802.3.
 * Node's own stands in `node:zlib`, and loading that with the streams it needs takes longer than summing a whole brief.
 */
const REVERSED_POLYNOMIAL = 0xedb88320;

/** The sum of a byte is that of each of its bits, and of no more than one of them it is worked out. */
const sumOfByte = new Int32Array(256);
for (let byte = 1; byte < 256; byte += 1) {
  const lowest = byte & -byte;
  let sum = lowest;
  if (byte !== lowest) sum = (sumOfByte[byte ^ lowest] as number) ^ (sumOfByte[lowest] as number);
  else for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ REVERSED_POLYNOMIAL : sum >>> 1;
  sumOfByte[byte] = sum;
}

/** @returns 0 to 2³² − 1. */
export function crc32(bytes: Uint8Array): number {
  let sum = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    sum = (sumOfByte[(sum ^ (bytes[at] as number)) & 0xff] as number) ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}
