/** Whether the bytes of a PDF are whole, as far as its beginning and its end tell. */
import type { Inspection } from '../../../shared/pack/inspection.ts';

/** Programs look for the first line this far, because mail systems put words before it. */
const FIRST = 1024;
const LAST = 2048;

/** "1.7"; null: it is no PDF. */
export function versionOf(bytes: Uint8Array): string | null {
  const start = latin1(bytes, 0, FIRST);
  const found = /%PDF-(\d\.\d)/.exec(start);
  return found?.[1] ?? (start.includes('%PDF-') ? '' : null);
}

/** @param repaired its objects could be read only after PDFium had written them anew. */
export function damageOf(bytes: Uint8Array, repaired: boolean): Inspection['damage'] {
  const end = latin1(bytes, bytes.length - LAST, bytes.length);
  if (!end.includes('%%EOF')) return 'cutOff';
  if (repaired) return 'repaired';
  const pointers = [...end.matchAll(/startxref\s+(\d{1,12})/g)];
  const pointer = Number(pointers.at(-1)?.[1] ?? Number.NaN);
  if (Number.isNaN(pointer)) return 'repaired';
  // Counted from the first line, wherever that stands.
  const offset = Math.max(latin1(bytes, 0, FIRST).indexOf('%PDF-'), 0);
  const isTable = (at: number) => /^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(latin1(bytes, at, at + 40));
  return isTable(pointer) || isTable(pointer + offset) ? 'none' : 'repaired';
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  const start = Math.max(from, 0);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    start,
    Math.max(to, start),
  );
}
