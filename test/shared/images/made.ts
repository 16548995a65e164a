/** Pictures made byte by byte, with what cameras and editors hide in them. */
const text = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));
const join = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const big16 = (value: number) => [value >> 8, value & 255];
const big32 = (value: number) => [...big16(value >>> 16), ...big16(value & 0xffff)];
const little16 = (value: number) => [value & 255, value >> 8];
const little32 = (value: number) => [...little16(value & 0xffff), ...little16(value >>> 16)];

/** What must never be found in a picture of ours. */
export const SECRET = 'GPS 51.5033 N 0.1276 W';

function chunk(type: string, data: Uint8Array | number[]): Uint8Array<ArrayBuffer> {
  return join(big32(data.length), text(type), data, [1, 2, 3, 4]);
}

export function png(width: number, height: number, extra: Uint8Array[] = []): Uint8Array<ArrayBuffer> {
  return join(
    text('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', [...big32(width), ...big32(height), 8, 2, 0, 0, 0]),
    ...extra,
    chunk('IDAT', [1, 2, 3]),
    chunk('IEND', []),
  );
}
export const pngSecrets = [
  chunk('tEXt', text(`Comment\0${SECRET}`)),
  chunk('iTXt', text(`XML:com.adobe.xmp\0${SECRET}`)),
  chunk('eXIf', text(SECRET)),
  chunk('tIME', [7, 230, 1, 1, 0, 0, 0]),
];

function segment(marker: number, data: Uint8Array | number[]): Uint8Array<ArrayBuffer> {
  return join([0xff, marker], big16(data.length + 2), data);
}

export function exif(orientation: number): Uint8Array<ArrayBuffer> {
  const entry = [...big16(0x0112), ...big16(3), ...big32(1), ...big16(orientation), 0, 0];
  return segment(0xe1, join(text('Exif\0\0'), text('MM'), [0, 42], big32(8), big16(1), entry, text(SECRET)));
}

export function jpeg(width: number, height: number, extra: Uint8Array[] = []): Uint8Array<ArrayBuffer> {
  return join(
    [0xff, 0xd8],
    segment(0xe0, join(text('JFIF\0'), [1, 2, 0, 0, 1, 0, 1, 1, 1], text('mini'))),
    ...extra,
    segment(0xc2, [8, ...big16(height), ...big16(width), 3]),
    segment(0xda, [1, 2, 3]),
    [9, 0xff, 0x00, 8, 0xff, 0xd3, 7],
    segment(0xc4, [5, 5]),
    segment(0xda, [1, 2, 3]),
    [6, 6],
    [0xff, 0xd9],
    text(`behind the end ${SECRET}`),
  );
}
export const jpegSecrets = [
  exif(6),
  segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
  segment(0xed, text(`Photoshop 3.0\0${SECRET}`)),
  segment(0xfe, text(SECRET)),
];
export const jpegColours = [
  segment(0xe2, text('ICC_PROFILE\0\x01\x01colours')),
  segment(0xee, text('Adobe\0d\0\0\0\0\x01')),
];

export function gif(width: number, height: number): Uint8Array<ArrayBuffer> {
  const frame = join([0x2c, 0, 0, 0, 0], little16(width), little16(height), [0, 2, 2, 0x4c, 1, 0]);
  const comment = join([0x21, 0xfe, SECRET.length], text(SECRET), [0]);
  const control = [0x21, 0xf9, 4, 1, 0, 0, 0, 0];
  return join(
    text('GIF89a'),
    little16(width),
    little16(height),
    [0x80, 0, 0, 255, 255, 255, 0, 0, 0],
    comment,
    control,
    frame,
    control,
    frame,
    [0x3b],
  );
}

function riffChunk(type: string, data: Uint8Array | number[]): Uint8Array<ArrayBuffer> {
  return join(text(type), little32(data.length), data, data.length % 2 === 1 ? [0] : []);
}

export function webp(width: number, height: number): Uint8Array<ArrayBuffer> {
  const little24 = (value: number) => [value & 255, (value >> 8) & 255, value >> 16];
  const chunks = join(
    riffChunk('VP8X', [0x2c, 0, 0, 0, ...little24(width - 1), ...little24(height - 1)]),
    riffChunk('VP8L', [0x2f, ...little32((width - 1) | ((height - 1) << 14)), 1]),
    riffChunk('EXIF', text(SECRET)),
    riffChunk('XMP ', text(SECRET)),
  );
  return join(text('RIFF'), little32(chunks.length + 4), text('WEBP'), chunks);
}
