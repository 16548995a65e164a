/** Bytes to characters: UTF-8, UTF-16 with or without a mark, and the Windows-1252 of older programs. */
import { DespatchError } from '../../shared/contract/errors.ts';
import { knownBinary } from './sniff.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** 0x80 to 0x9f of Windows-1252 (WHATWG Encoding); Node's own decoder has read them as Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const SAMPLE = 64 * 1024;
/** Control characters that text may contain here and there, as one in so many characters. */
const CONTROL_SHARE = 500;

function strict(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark: in Latin script every other byte is zero. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > 0.6 * half && even < 0.05 * half) return 'utf-16le';
  return even > 0.6 * half && odd < 0.05 * half ? 'utf-16be' : null;
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) || byte === 0x7f;
}

const controlBytes = Array.from({ length: 0x80 }, (_, byte) => byte).filter(
  (byte) => byte === 0 || isControl(byte),
);

function looksBinary(bytes: Uint8Array): boolean {
  // Nearly every text has none, and a search in native code says so a hundred times faster than the loop.
  if (!controlBytes.some((byte) => bytes.includes(byte))) return false;
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (isControl(byte)) controls += 1;
  }
  return controls > Math.max(2, bytes.length / CONTROL_SHARE);
}

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
}

function marked(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * Characters of a text file.
 * @throws DespatchError `input.binary` for what is no text, `input.encoding` for text that cannot be read.
 */
export function decodeText(bytes: Buffer, file: string): Decoded {
  const known = knownBinary(bytes);
  if (known) throw new DespatchError('input.binary', { file, reason: `its content is ${known}, not text` });
  const mark = marked(bytes) ?? bareUtf16(bytes);
  if (mark) {
    const text = strict(bytes, mark);
    if (text === null)
      throw new DespatchError('input.encoding', { file, reason: `it is damaged ${mark.toUpperCase()}` });
    if (text.includes('\u0000'))
      throw new DespatchError('input.binary', { file, reason: 'it holds bytes that are no text' });
    return { text, encoding: mark };
  }
  if (looksBinary(bytes))
    throw new DespatchError('input.binary', { file, reason: 'it holds bytes that are no text' });
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const text = fromWindows1252(bytes);
  if (/[\x81\x8d\x8f\x90\x9d]/.test(text)) {
    throw new DespatchError('input.encoding', {
      file,
      reason: 'it is neither UTF-8, UTF-16 nor Windows-1252',
    });
  }
  return { text, encoding: 'windows-1252' };
}
