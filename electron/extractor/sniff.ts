/** What a file is by its first bytes, whatever its name says. */

interface Magic {
  readonly what: string;
  readonly bytes: readonly number[];
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const magics: readonly Magic[] = [
  { what: 'a ZIP archive or Word document', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'an empty ZIP archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  {
    what: 'an old Word document or an encrypted one',
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  { what: 'a PDF', bytes: ascii('%PDF-') },
  { what: 'an RTF document', bytes: ascii('{\\rtf') },
  { what: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a GIF picture', bytes: ascii('GIF8') },
  { what: 'a gzip archive', bytes: [0x1f, 0x8b] },
  { what: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { what: 'a program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { what: 'a SQLite database', bytes: ascii('SQLite format 3') },
];

/** Words for a known kind of file that is no text; null for anything else. */
export function knownBinary(bytes: Uint8Array): string | null {
  const found = magics.find((magic) => magic.bytes.every((byte, at) => bytes[at] === byte));
  return found?.what ?? null;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The container of Word up to 2003, and of every encrypted Office file. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}
