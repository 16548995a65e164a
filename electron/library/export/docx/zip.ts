/**
 * The parts of a package as one zip file. Written here because the writer's own zip is JavaScript throughout, ten times
 * slower in a process that has just started than zlib is, and stamps every part with the time.
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** By their paths, in the order they are stored. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

const HEAD = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** 2.0: deflated. */
const VERSION = 20;
const DEFLATED = 8;
/** Names are in UTF-8. */
const FLAGS = 0x0800;
/** Midnight of 1 January 1980, the first moment a zip file can express: the same parts give the same bytes. */
const MIDNIGHT = 0;
const FIRST_DAY = 0x0021;

interface Field {
  readonly bytes: 2 | 4;
  readonly value: number;
}
const two = (value: number): Field => ({ bytes: 2, value });
const four = (value: number): Field => ({ bytes: 4, value });

function record(fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, { bytes }) => sum + bytes, 0));
  let at = 0;
  for (const { bytes, value } of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** @returns a zip file (PKWARE APPNOTE 6.3.3, without zip64). */
export function zip(parts: Parts): Buffer {
  const stored: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const deflated = deflateRawSync(bytes);
    const common = [
      ...[two(VERSION), two(FLAGS), two(DEFLATED), two(MIDNIGHT), two(FIRST_DAY)],
      ...[four(crc32(bytes)), four(deflated.length), four(bytes.length), two(name.length), two(0)],
    ];
    const head = record([four(HEAD), ...common]);
    stored.push(head, name, deflated);
    // Of comment, disk and attributes there is nothing to say.
    const nothing = [two(0), two(0), two(0), four(0)];
    directory.push(record([four(ENTRY), two(VERSION), ...common, ...nothing, four(offset)]), name);
    offset += head.length + name.length + deflated.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = [four(END), two(0), two(0), two(parts.size), two(parts.size), four(size), four(offset), two(0)];
  return Buffer.concat([...stored, ...directory, record(end)]);
}
