/** JPEG (ITU-T T.81): segments up to the end marker, without Exif, XMP, comments, previews and what hangs behind. */
import { damaged, latin, type Plain, Reader } from './bytes.ts';

const END = 0xd9;
const SCAN = 0xda;
const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** The next marker; any number of fill bytes may stand before it. */
function nextMarker(reader: Reader): number {
  if (reader.u8() !== 0xff) throw damaged('its parts do not follow each other');
  let marker = reader.u8();
  while (marker === 0xff) marker = reader.u8();
  return marker;
}

/** Leaves the reader at the marker that ends the scan, past stuffed bytes and restart markers. */
function passScan(reader: Reader): void {
  const { bytes } = reader;
  for (;;) {
    const at = bytes.indexOf(0xff, reader.at);
    const marker = bytes[at + 1];
    if (at < 0 || marker === undefined) throw damaged('it ends too early');
    reader.at = at;
    if (marker !== 0x00 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return;
    reader.at += marker === 0xff ? 1 : 2;
  }
}

/** A JFIF header without the preview it may hold; null for the extension that holds nothing else. */
function withoutPreview(payload: Uint8Array): Uint8Array | null {
  if (payload.length < 14 || latin(payload.subarray(0, 5)) !== 'JFIF\0') return null;
  const header = Uint8Array.from([0xff, 0xe0, 0, 16, ...payload.subarray(0, 14)]);
  header[16] = 0;
  header[17] = 0;
  return header;
}

/** Which application segments say how colours are to be read; every other speaks of camera, place and author. */
function isColour(marker: number, payload: Uint8Array): boolean {
  if (marker === 0xee) return latin(payload.subarray(0, 5)) === 'Adobe';
  return marker === 0xe2 && latin(payload.subarray(0, 12)) === 'ICC_PROFILE\0';
}

function keep(marker: number, segment: Uint8Array, payload: Uint8Array): Uint8Array | null {
  if (marker === 0xe0) return withoutPreview(payload);
  const speaks = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef);
  return speaks && !isColour(marker, payload) ? null : segment;
}

/** @throws DespatchError `image.damaged` */
export function readJpeg(bytes: Uint8Array): Plain {
  const reader = new Reader(bytes);
  const parts = [reader.take(2)];
  let size: { width: number; height: number } | null = null;
  for (;;) {
    const start = reader.at;
    const marker = nextMarker(reader);
    if (marker === END) {
      parts.push(Uint8Array.of(0xff, END));
      break;
    }
    if (standsAlone(marker)) continue;
    const length = reader.u16();
    if (length < 2) throw damaged('a part of it has no length');
    const payload = reader.take(length - 2);
    if (isFrame(marker) && size === null) {
      const frame = new Reader(payload, 1);
      const height = frame.u16();
      size = { width: frame.u16(), height };
    }
    if (marker === SCAN) {
      if (size === null) throw damaged('its header is missing');
      passScan(reader);
    }
    const part = keep(marker, bytes.subarray(start, reader.at), payload);
    if (part !== null) parts.push(part);
  }
  if (size === null) throw damaged('there is no picture in it');
  return { ...size, parts };
}

function orientationIn(tiff: Uint8Array): number {
  const reader = new Reader(tiff);
  const little = reader.text(2) === 'II';
  reader.at = 4;
  reader.at = reader.u32(little);
  for (let entries = reader.u16(little); entries > 0; entries -= 1) {
    const tag = reader.u16(little);
    const rest = new Reader(reader.take(10));
    rest.at = 6;
    if (tag === ORIENTATION) return rest.u16(little);
  }
  return 1;
}

/**
 * How a camera held the picture: 1 upright, 2 to 8 turned or mirrored (Exif 2.32, tag 0x0112). 1 for anything that is
 * no JPEG or does not say. Never throws.
 */
export function orientationOf(bytes: Uint8Array): number {
  try {
    const reader = new Reader(bytes);
    if (reader.u16() !== 0xffd8) return 1;
    for (;;) {
      const marker = nextMarker(reader);
      if (marker === SCAN || marker === END) return 1;
      if (standsAlone(marker)) continue;
      const payload = reader.take(Math.max(0, reader.u16() - 2));
      if (marker !== 0xe1 || latin(payload.subarray(0, EXIF.length)) !== EXIF) continue;
      const orientation = orientationIn(payload.subarray(EXIF.length));
      return orientation >= 1 && orientation <= 8 ? orientation : 1;
    }
  } catch {
    return 1;
  }
}
