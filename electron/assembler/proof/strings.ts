/** The characters of a string of a PDF, whose encoding is only half said. */

function utf16(bytes: Uint8Array, bigEndian: boolean): string {
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

/** Codes of PDFDocEncoding that are other letters than in Windows-1252 (PDF 32000-1, D.3): the ligatures and signs. */
const documentCodes: Readonly<Record<number, string>> = {
  128: '•',
  132: '—',
  133: '–',
  138: '−',
  141: '“',
  142: '”',
  143: '‘',
  144: '’',
  146: '™',
  147: 'fi',
  148: 'fl',
  149: 'Ł',
  150: 'Œ',
  151: 'Š',
  152: 'Ÿ',
  153: 'Ž',
  154: 'ı',
  155: 'ł',
  156: 'œ',
  157: 'š',
  158: 'ž',
  160: '€',
};

function documentText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += documentCodes[byte] ?? String.fromCharCode(byte);
  return text;
}

/** Every way to read it that makes sense, most often one. */
export function readings(bytes: Uint8Array): string[] {
  if (bytes.length === 0) return [];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return [utf16(bytes.subarray(2), true)];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return [utf16(bytes.subarray(2), false)];
  const all = new Set<string>();
  if (bytes.some((byte) => byte > 127)) {
    try {
      all.add(utf8.decode(bytes));
    } catch {
      // It is no UTF-8.
    }
    all.add(documentText(bytes));
  }
  all.add(windows.decode(bytes));
  const zeros = bytes.filter((byte) => byte === 0).length;
  if (zeros > 0 && zeros >= bytes.length / 4) for (const big of [true, false]) all.add(utf16(bytes, big));
  return [...all];
}

/** Bytes written in letters: two figures each, or base 64. Shorter is chance, longer no words of anybody's. */
const hexadecimal = /(?<![0-9a-f])(?:[0-9a-f]{2}\s?){8,4000}(?![0-9a-f])/giu;
const base64 = /(?<![a-z0-9+/])[a-z0-9+/]{12,8000}={0,2}/giu;

function written(text: string): string[] {
  const found: string[] = [];
  const add = (bytes: Buffer) => {
    if (bytes.length > 0 && isMostlyText(bytes)) found.push(...readings(bytes));
  };
  for (const [hex] of text.matchAll(hexadecimal)) add(Buffer.from(hex.replace(/\s/gu, ''), 'hex'));
  for (const [packed] of text.matchAll(base64)) add(Buffer.from(packed, 'base64'));
  return found;
}

/** What stands behind escapes: of addresses ("%20"), of HTML ("&#32;"), and data written in letters. */
export function unwrapped(text: string): string[] {
  const found: string[] = [];
  const packed = /^data:[^,]{0,200};base64,([a-z0-9+/=\s]+)$/iu.exec(text)?.[1];
  if (packed !== undefined) found.push(...readings(Buffer.from(packed, 'base64')));
  if (/%[0-9a-f]{2}/iu.test(text)) {
    const bytes = text.replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    found.push(...readings(Buffer.from(bytes, 'latin1')));
  }
  if (/&#(?:\d|x[0-9a-f])/iu.test(text)) found.push(unescaped(text));
  return [...found, ...written(text)];
}

/** At least this many readable letters in a row, or it is chance. */
const SHORTEST = 4;
const runs = new RegExp(`[\\t\\n\\r\\x20-\\x7e\\xa0-\\xff]{${SHORTEST},}`, 'gu');

/** What can be read in bytes of any kind, in eight and in sixteen bits. */
export function readableRuns(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const eight = buffer.toString('latin1').match(runs) ?? [];
  const found = [eight.join('\n')];
  try {
    found.push(utf8.decode(bytes));
  } catch {
    // It is no UTF-8 as a whole.
  }
  for (const shift of [0, 1]) {
    const even = bytes.subarray(shift, shift + 2 * Math.floor((bytes.length - shift) / 2));
    for (const big of [true, false]) {
      const wide = utf16(even, big).match(/[\t\n\r\x20-\x7e\xa0-\xff]{6,}/gu);
      if (wide) found.push(wide.join('\n'));
    }
  }
  return found.filter((text) => text.trim() !== '');
}

/** Whether bytes are words for the most part, and not dots or code that look like letters here and there. */
export function isMostlyText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 20_000);
  const readable = start.filter(
    (byte) => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13,
  );
  return readable.length >= start.length * 0.85;
}

/** The words of XML: what stands between its tags, and the values of attributes. Names of elements are no words. */
export function xmlText(bytes: Uint8Array): string {
  const [text = ''] = readings(bytes);
  const values = [...text.matchAll(/\s(?!xmlns|xml:lang)[\w:-]+\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  // Properties that somebody added bear the name that was given to them.
  const added = Array.from(text.matchAll(/<pdfx:([\w.-]+)/gu), ([, name = '']) => name);
  const between = text
    .replace(/<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?(?!xpacket|xml )([\s\S]*?)\?>/gu, '\n$1$2$3\n')
    .replace(/<[^>]*>/gu, '\n');
  return [between, ...added, ...values.filter((value) => !/^(?:https?:|urn:|uuid:|adobe:)/iu.test(value))]
    .map(unescaped)
    .join('\n');
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/giu, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/gu, (_, decimal: string) => character(Number(decimal)))
    .replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => entities[name] ?? ' ');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ');
