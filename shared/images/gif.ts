/** GIF 89a: the first frame alone, because paper does not move; comments and other extensions are left out. */
import { damaged, type Plain, Reader } from './bytes.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const CONTROL = 0xf9;
const TRAILER = Uint8Array.of(0x3b);

function passSubBlocks(reader: Reader): void {
  for (let length = reader.u8(); length > 0; length = reader.u8()) reader.take(length);
}

function passColours(reader: Reader, flags: number): void {
  if ((flags & 0x80) !== 0) reader.take(3 * 2 ** ((flags & 7) + 1));
}

/** @throws DespatchError `image.damaged` */
export function readGif(bytes: Uint8Array): Plain {
  const reader = new Reader(bytes, 6);
  const width = reader.u16(true);
  const height = reader.u16(true);
  const flags = reader.u8();
  reader.take(2);
  passColours(reader, flags);
  const parts = [bytes.subarray(0, reader.at)];
  for (;;) {
    const start = reader.at;
    const block = reader.u8();
    if (block === EXTENSION) {
      const label = reader.u8();
      passSubBlocks(reader);
      // It holds the transparent colour.
      if (label === CONTROL) parts.push(bytes.subarray(start, reader.at));
    } else if (block === IMAGE) {
      reader.take(8);
      passColours(reader, reader.u8());
      reader.u8();
      passSubBlocks(reader);
      parts.push(bytes.subarray(start, reader.at), TRAILER);
      return { width, height, parts };
    } else {
      throw damaged('there is no picture in it');
    }
  }
}
