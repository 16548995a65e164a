/** Objects that are packed together in a stream (PDF 32000-1, 7.5.7), as they stand in the bytes of a file. */
import { inflated } from './inflate.ts';

export interface PackedObject {
  readonly number: string;
  readonly bytes: Buffer;
}

/** @param object from its number to its "endobj". @returns nothing where it is no such stream. */
export function packedObjects(object: Buffer): PackedObject[] {
  const head = object.toString('latin1', 0, 2000);
  const stream = />>\s*stream\r?\n/.exec(head);
  if (!stream || !/\/Type\s*\/ObjStm/.test(head)) return [];
  const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
  const count = Number(/\/N\s+(\d+)/.exec(head)?.[1] ?? 0);
  const packed = object.subarray(stream.index + stream[0].length);
  const bytes = /\/FlateDecode|\/Fl\b/.test(head.slice(0, stream.index)) ? inflated(packed) : packed;
  if (bytes === null) return [];
  const figures = bytes.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
  const places = Array.from({ length: Math.min(count, figures.length / 2) }, (_, at) => ({
    number: String(figures[2 * at] ?? 0),
    start: first + (figures[2 * at + 1] ?? 0),
  }));
  const starts = places.map(({ start }) => start).sort((a, b) => a - b);
  return places.map(({ number, start }) => {
    const end = starts.find((each) => each > start) ?? bytes.length;
    return { number, bytes: bytes.subarray(start, end) };
  });
}
