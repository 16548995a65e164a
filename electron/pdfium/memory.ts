/** PDFium's memory: room borrowed for one call, and the strings it writes there. */
import type { Pdfium } from './load.ts';

/** @throws RangeError where PDFium has no more memory. */
export function allocate(api: Pdfium, bytes: number): number {
  const address = api.pdfium.wasmExports.malloc(bytes);
  if (address === 0) throw new RangeError('PDFium has no memory left for this file.');
  return address;
}

export function withMemory<Result>(api: Pdfium, bytes: number, use: (address: number) => Result): Result {
  const address = allocate(api, bytes);
  try {
    return use(address);
  } finally {
    api.pdfium.wasmExports.free(address);
  }
}

/** A copy, because the memory moves when it grows. */
export function bytesAt(api: Pdfium, address: number, bytes: number): Uint8Array<ArrayBuffer> {
  return api.pdfium.HEAPU8.slice(address, address + bytes);
}

export function floatsAt(api: Pdfium, address: number, count: number): Float32Array {
  return new Float32Array(bytesAt(api, address, 4 * count).buffer);
}

/** @param units of UTF-16. */
export function utf16At(api: Pdfium, address: number, units: number): string {
  const { HEAPU8 } = api.pdfium;
  return Buffer.from(HEAPU8.buffer, HEAPU8.byteOffset + address, 2 * units).toString('utf16le');
}

/** Longer is no name of anything; a file that says so is not followed. */
const LONGEST_STRING = 64 * 1024;

/**
 * A string that PDFium measures when it is given no room and writes when it is; with a zero at its end.
 * @param write gets the address and its length in bytes; both 0 to measure. Returns the bytes there are.
 */
export function readString(api: Pdfium, write: (address: number, bytes: number) => number): string {
  const bytes = write(0, 0);
  if (bytes <= 2 || bytes > LONGEST_STRING) return '';
  return withMemory(api, bytes, (address) => {
    write(address, bytes);
    return utf16At(api, address, bytes / 2 - 1);
  });
}
