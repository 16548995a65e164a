/** What makes the same document the same bytes: no moment of writing anywhere in the package. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/gu, (sign) => escapes[sign] ?? sign);

/**
 * The properties part in place of the writer's own, which always bears the time of writing and knows no language.
 * An export's date is not a fact about the document, and a published file should not tell when it was made.
 */
export function coreProperties(title: string): { path: string; data: string } {
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const ENTRY_SIZE = 46;
/** Midnight of 1 January 1980, the first moment a zip file can express. */
const MIDNIGHT = 0;
const FIRST_DAY = 0x0021;

/**
 * Sets the time of every entry of a zip file, in its directory and at its head, to the first one there is.
 * @param zip a package as the writer makes it: one disk, no comment, no zip64.
 */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - END_RECORD_SIZE;
  if (end < 0 || view.getUint32(end, true) !== END_RECORD) throw new Error('not a plain zip file');
  const setTime = (at: number) => {
    view.setUint16(at, MIDNIGHT, true);
    view.setUint16(at + 2, FIRST_DAY, true);
  };
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    setTime(entry + 12);
    setTime(view.getUint32(entry + 42, true) + 10);
    const extra = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += extra.reduce((sum, length) => sum + length, ENTRY_SIZE);
  }
  return bytes;
}
