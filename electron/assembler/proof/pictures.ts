/** What the file of a picture says beside its dots: EXIF, XMP, IPTC and comments in JPEG, boxes of words in JPEG 2000. */
import { exifTexts } from './exif.ts';
import { isMostlyText, readableRuns, xmlText } from './strings.ts';

const beginning = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 400)).toString('latin1');

function text(bytes: Uint8Array): PictureWords[] {
  const start = beginning(bytes);
  if (start.startsWith('Exif\0\0')) {
    const own = exifTexts(bytes.subarray(6)).map((words): PictureWords => ({ text: words, speech: 'prose' }));
    return [...own, ...readableRuns(bytes).map((words): PictureWords => ({ text: words, speech: 'binary' }))];
  }
  if (start.includes('<x:xmpmeta') || start.includes('<rdf:'))
    return [{ text: xmlText(bytes), speech: 'prose' }];
  const speech = isMostlyText(bytes) || start.startsWith('Photoshop') ? 'prose' : 'binary';
  return readableRuns(bytes).map((words) => ({ text: words, speech }));
}

/** Segments that are tables or dots: start of frame, Huffman and quantisation tables and the like. */
const isWords = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

export interface PictureWords {
  readonly text: string;
  readonly speech: 'prose' | 'binary';
}

export function jpegTexts(bytes: Uint8Array): PictureWords[] {
  const found: PictureWords[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9 || marker === 0xda) break;
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (isWords(marker)) found.push(...text(bytes.subarray(at + 4, at + 2 + length)));
    at += 2 + Math.max(length, 2);
  }
  // What stands behind the end of the picture is no picture.
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    Buffer.from([0xff, 0xd9]),
  );
  if (end >= 0 && end + 2 < bytes.length) found.push(...text(bytes.subarray(end + 2)));
  return found;
}

/** Of JPEG 2000 (ISO 15444-1, annex I): boxes that hold XML, words, or what a program of its own put there. */
const wordy = new Set(['xml ', 'uuid', 'uinf', 'lbl ', 'url ']);

export function jpxTexts(bytes: Uint8Array): PictureWords[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: PictureWords[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = length < 8 ? bytes.length : Math.min(at + length, bytes.length);
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (wordy.has(kind)) found.push(...text(bytes.subarray(at + 8, end)));
    at = end;
  }
  return found;
}
