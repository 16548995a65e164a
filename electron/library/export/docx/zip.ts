/**
 * The parts of a Word file as one package (ZIP, PKWARE APPNOTE 6.3.10) whose bytes do not tell when it was made. Of our
 * own, because a package made in streams, with each part handed to another thread, took 20 ms of a brief's 30.
 */
import { crc32 } from './crc32.ts';

/** By their paths, in the order they are stored. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/**
 * Bytes of all parts together, up to which they are stored as they are (4.4.5): a brief of 50 KB would be 14 KB packed,
 * and loading zlib for it with all the streams that it needs takes longer than summing and writing it.
 */
const SMALL = 128 * 1024;

/** 2.0: folders and Deflate; made under Unix, so that the mode of each file is read. */
const NEEDED = 20;
const MADE_BY = (3 << 8) | 63;
const UTF8_NAMES = 1 << 11;
const STORED = 0;
const DEFLATED = 8;
/** Midnight of the first day that the format can express, 1 January 1980: years from 1980, months and days from 1. */
const FIRST_DAY = (1 << 5) | 1;
/** An ordinary file that its owner and group may write, in the upper half. */
const ATTRIBUTES = 0o100664 * 0x10000;

/** A part as it stands in the package. */
interface Entry {
  readonly name: Buffer;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly packed: Uint8Array;
  readonly crc: number;
  /** Of what was packed, in bytes. */
  readonly length: number;
}

function stored(path: string, bytes: Uint8Array): Entry {
  return {
    name: Buffer.from(path),
    method: STORED,
    packed: bytes,
    crc: crc32(bytes),
    length: bytes.length,
  };
}

async function entriesOf(parts: Parts): Promise<Entry[]> {
  const contents = [...parts].map(([path, content]) => [path, Buffer.from(content)] as const);
  const size = contents.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  if (size <= SMALL) return contents.map(([path, bytes]) => stored(path, bytes));
  const { pack } = await import('./pack.ts');
  return Promise.all(
    contents.map(async ([path, bytes]) => ({
      name: Buffer.from(path),
      method: DEFLATED,
      ...(await pack(bytes)),
    })),
  );
}

/** What the head of a part and its line in the directory both say, from the version needed on (4.4.3 to 4.4.11). */
function writeCommon(head: Buffer, at: number, { name, method, packed, crc, length }: Entry): void {
  head.writeUInt16LE(NEEDED, at);
  head.writeUInt16LE(UTF8_NAMES, at + 2);
  head.writeUInt16LE(method, at + 4);
  head.writeUInt16LE(FIRST_DAY, at + 8);
  head.writeUInt32LE(crc, at + 10);
  head.writeUInt32LE(packed.length, at + 14);
  head.writeUInt32LE(length, at + 18);
  head.writeUInt16LE(name.length, at + 22);
}

/** 4.3.7 */
function headOf(entry: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeCommon(head, 4, entry);
  return head;
}

/** 4.3.12 @param offset of its head. */
function lineOf(entry: Entry, offset: number): Buffer {
  const line = Buffer.alloc(46);
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(MADE_BY, 4);
  writeCommon(line, 6, entry);
  line.writeUInt32LE(ATTRIBUTES, 38);
  line.writeUInt32LE(offset, 42);
  return line;
}

/** 4.3.16 */
function endOf(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** @throws RangeError where the file would be larger than 4 GB. */
export async function zip(parts: Parts): Promise<Uint8Array> {
  const entries = await entriesOf(parts);
  const files: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let size = 0;
  for (const entry of entries) {
    const { name, packed } = entry;
    directory.push(lineOf(entry, offset), name);
    files.push(headOf(entry), name, packed);
    offset += 30 + name.length + packed.length;
    size += 46 + name.length;
  }
  return Buffer.concat([...files, ...directory, endOf(entries.length, size, offset)]);
}
