/** PNG (ISO/IEC 15948): chunks, of which only those are kept that change how the picture looks. */
import { damaged, type Plain, Reader } from './bytes.ts';

const SIGNATURE = 8;
/** Text, time, Exif and what private programs add are left out; so are the frames of an animation. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

/** @throws DespatchError `image.damaged` */
export function readPng(bytes: Uint8Array): Plain {
  const reader = new Reader(bytes);
  const parts = [reader.take(SIGNATURE)];
  let size: { width: number; height: number } | null = null;
  let hasData = false;
  for (;;) {
    const start = reader.at;
    const length = reader.u32();
    const type = reader.text(4);
    if ((size === null) !== (type === 'IHDR')) throw damaged('its header is missing');
    if (type === 'IHDR') size = { width: reader.u32(), height: reader.u32() };
    else if (type === 'IDAT') hasData = true;
    reader.at = start + 8;
    // The check sum stands behind the data.
    reader.take(length);
    reader.take(4);
    if (kept.has(type)) parts.push(bytes.subarray(start, reader.at));
    if (type === 'IEND') break;
  }
  if (!hasData) throw damaged('there is no picture in it');
  return { ...size, parts } as Plain;
}
