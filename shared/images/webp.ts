/** WebP (RFC 9649): chunks of a RIFF file, without Exif and XMP. */
import { damaged, type Plain, Reader } from './bytes.ts';

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
/** Bits of the extended header that announce what is left out. */
const EXIF_AND_XMP = 0x0c;

interface Size {
  readonly width: number;
  readonly height: number;
}

function u24(reader: Reader): number {
  return reader.u8() | (reader.u8() << 8) | (reader.u8() << 16);
}

const sizes: Readonly<Record<string, (reader: Reader) => Size>> = {
  VP8X(reader) {
    reader.take(4);
    return { width: u24(reader) + 1, height: u24(reader) + 1 };
  },
  'VP8 '(reader) {
    reader.take(3);
    if (reader.text(3) !== '\x9d\x01\x2a') throw damaged('its header is missing');
    return { width: reader.u16(true) & 0x3fff, height: reader.u16(true) & 0x3fff };
  },
  VP8L(reader) {
    if (reader.u8() !== 0x2f) throw damaged('its header is missing');
    const bits = reader.u32(true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  },
};

function riff(length: number): Uint8Array {
  const header = Uint8Array.from('RIFF....WEBP', (letter) => letter.charCodeAt(0));
  new DataView(header.buffer).setUint32(4, length + 4, true);
  return header;
}

/** @throws DespatchError `image.damaged` */
export function readWebp(bytes: Uint8Array): Plain {
  const head = new Reader(bytes, 4);
  const end = head.u32(true) + 8;
  if (end > bytes.length) throw damaged('it ends too early');
  const reader = new Reader(bytes.subarray(0, end), 12);
  const parts: Uint8Array[] = [];
  let size: Size | null = null;
  while (reader.left > 0) {
    const start = reader.at;
    const type = reader.text(4);
    const data = reader.take(reader.u32(true));
    if (data.length % 2 === 1 && reader.left > 0) reader.take(1);
    size ??= sizes[type]?.(new Reader(data)) ?? null;
    if (!kept.has(type)) continue;
    const chunk = Uint8Array.from(bytes.subarray(start, reader.at));
    if (type === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~EXIF_AND_XMP;
    parts.push(chunk);
  }
  if (size === null) throw damaged('there is no picture in it');
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return { ...size, parts: [riff(length), ...parts] };
}
