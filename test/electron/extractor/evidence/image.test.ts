import { expect, test } from 'vitest';
import { read, refusal } from './read.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

function bmp(): Buffer {
  const bytes = Buffer.alloc(58);
  bytes.write('BM');
  bytes.writeUInt32LE(58, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(1600, 18);
  bytes.writeInt32LE(-900, 22);
  return bytes;
}

function tiff(little: boolean): Buffer {
  const bytes = Buffer.alloc(38);
  const u16 = (value: number, at: number) =>
    little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(little ? 'II' : 'MM');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  for (const [at, tag, type, value] of [
    [10, 256, 3, 640],
    [22, 257, 4, 480],
  ] as const) {
    u16(tag, at);
    u16(type, at + 2);
    u32(1, at + 4);
    if (type === 3) u16(value, at + 8);
    else u32(value, at + 8);
  }
  return bytes;
}

test.each([
  ['image/png', '1 × 1', 'scan.jpg', png],
  ['image/gif', '1 × 1', 'a.gif', gif],
  ['image/bmp', '1,600 × 900', 'a.bmp', bmp()],
  ['image/tiff', '640 × 480', 'a.tif', tiff(true)],
  ['image/tiff', '640 × 480', 'a.tif', tiff(false)],
])('%s of %s is a page without text, known by its bytes', async (mediaType, size, name, bytes) => {
  const extraction = await read(bytes, name);
  expect(extraction).toMatchObject({
    kind: 'image',
    mediaType,
    textState: 'none',
    paged: false,
    pages: [{ label: null, text: '', roles: [] }],
    about: { csl: { type: 'graphic' } },
  });
  expect(extraction.notices.join()).toContain(size);
});

test.each([
  ['cut.png', png.subarray(0, 20)],
  ['cut.jpg', Buffer.from('ffd8ffe0', 'hex')],
  ['cut.tif', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1')],
])('%s is refused as damaged', async (name, bytes) => {
  expect((await refusal(bytes, name)).code).toBe('input.damaged');
});
