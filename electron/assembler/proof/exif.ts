/** The words in EXIF (CIPA DC-008, TIFF 6.0): entries of letters, and those that Windows writes in sixteen bits. */

const ASCII = 2;
/** Of the camera's own, of the place: directories within the directory. */
const inner = new Set([0x8769, 0x8825, 0xa005]);
/** XPTitle, XPComment, XPAuthor, XPKeywords, XPSubject. */
const wide = new Set([0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f]);
const USER_COMMENT = 0x9286;
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };
const MOST_DIRECTORIES = 20;

/** @param bytes behind "Exif" and its two zeros. */
export function exifTexts(bytes: Uint8Array): string[] {
  if (bytes.length < 8) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const found: string[] = [];
  const todo = [view.getUint32(4, little)];
  const seen = new Set<number>();
  for (let at = todo.pop(); at !== undefined && seen.size < MOST_DIRECTORIES; at = todo.pop()) {
    if (seen.has(at) || at + 2 > bytes.length) continue;
    seen.add(at);
    const count = view.getUint16(at, little);
    for (let entry = at + 2; entry < at + 2 + 12 * count && entry + 12 <= bytes.length; entry += 12) {
      const tag = view.getUint16(entry, little);
      const type = view.getUint16(entry + 2, little);
      const length = view.getUint32(entry + 4, little) * (sizes[type] ?? 1);
      const start = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
      const value = bytes.subarray(start, start + length);
      if (inner.has(tag)) todo.push(view.getUint32(entry + 8, little));
      else if (wide.has(tag)) found.push(new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(value));
      else if (tag === USER_COMMENT) found.push(...comment(value.subarray(8), little));
      else if (type === ASCII) found.push(new TextDecoder().decode(value));
    }
    const next = at + 2 + 12 * count;
    if (next + 4 <= bytes.length) todo.push(view.getUint32(next, little));
  }
  return found.map((text) => text.replaceAll('\0', ' ').trim()).filter(Boolean);
}

function comment(value: Uint8Array, little: boolean): string[] {
  return [new TextDecoder().decode(value), new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(value)];
}
