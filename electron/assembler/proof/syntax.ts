/** The tokens of PDF syntax, as they stand in pages and in the bytes of a file (PDF 32000-1, 7.2 and 7.3). */

export type Syntax =
  /** samples: the dots of a picture that stands in the page itself. */
  | { readonly type: 'string' | 'comment' | 'samples'; readonly bytes: Uint8Array }
  | { readonly type: 'name' | 'word'; readonly text: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'open' | 'close'; readonly bracket: 'array' | 'dictionary' };

const code = (character: string): number => character.charCodeAt(0);
const blank = new Set([0, 9, 10, 12, 13, 32]);
const delimiter = new Set(['(', ')', '<', '>', '[', ']', '{', '}', '/', '%'].map(code));
const escapes: Readonly<Record<number, number>> = {
  [code('n')]: 10,
  [code('r')]: 13,
  [code('t')]: 9,
  [code('b')]: 8,
  [code('f')]: 12,
};

function literal(bytes: Uint8Array, start: number): { bytes: Uint8Array; end: number } {
  const out: number[] = [];
  let depth = 1;
  let at = start;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === code(')') && --depth === 0) break;
    if (byte === code('(')) depth += 1;
    if (byte !== 92) {
      out.push(byte);
      continue;
    }
    at += 1;
    const escaped = bytes[at] ?? 0;
    const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(at, at + 3)))?.[0];
    if (octal !== undefined) {
      out.push(Number.parseInt(octal, 8) & 255);
      at += octal.length - 1;
    } else if (escaped === 13) {
      if (bytes[at + 1] === 10) at += 1;
    } else if (escaped !== 10) out.push(escapes[escaped] ?? escaped);
  }
  return { bytes: Uint8Array.from(out), end: at + 1 };
}

function hexadecimal(bytes: Uint8Array, start: number): { bytes: Uint8Array; end: number } {
  let end = bytes.indexOf(code('>'), start);
  if (end < 0) end = bytes.length;
  const digits = Buffer.from(bytes.subarray(start, end))
    .toString('latin1')
    .replace(/[^0-9a-f]/giu, '');
  return { bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex'), end: end + 1 };
}

function regular(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && !blank.has(bytes[end] ?? 0) && !delimiter.has(bytes[end] ?? 0)) end += 1;
  return end;
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

/** Behind the samples of a picture that stands in the page itself. */
function afterInlineImage(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length - 2; at += 1) {
    if (
      bytes[at] === code('E') &&
      bytes[at + 1] === code('I') &&
      blank.has(bytes[at - 1] ?? 0) &&
      (at + 2 >= bytes.length || blank.has(bytes[at + 2] ?? 0))
    )
      return at + 2;
  }
  return bytes.length;
}

/** Never fails: what is no syntax is passed over. */
export function* syntaxOf(bytes: Uint8Array): Generator<Syntax> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === code('(')) {
      const found = literal(bytes, at + 1);
      yield { type: 'string', bytes: found.bytes };
      at = found.end;
    } else if (byte === code('<') && bytes[at + 1] !== code('<')) {
      const found = hexadecimal(bytes, at + 1);
      yield { type: 'string', bytes: found.bytes };
      at = found.end;
    } else if (byte === code('<') || byte === code('>')) {
      yield { type: byte === code('<') ? 'open' : 'close', bracket: 'dictionary' };
      at += 2;
    } else if (byte === code('[') || byte === code(']')) {
      yield { type: byte === code('[') ? 'open' : 'close', bracket: 'array' };
      at += 1;
    } else if (byte === code('%')) {
      const start = at + 1;
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      yield { type: 'comment', bytes: bytes.subarray(start, at) };
    } else if (byte === code('/')) {
      const end = regular(bytes, at + 1);
      const text = latin1(bytes, at + 1, end).replace(/#([0-9a-f]{2})/giu, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      yield { type: 'name', text };
      at = end;
    } else {
      const end = regular(bytes, at);
      if (end === at) {
        at += 1;
        continue;
      }
      const text = latin1(bytes, at, end);
      const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(text);
      yield isNumber ? { type: 'number', value: Number(text) } : { type: 'word', text };
      at = text === 'ID' ? afterInlineImage(bytes, end) : end;
      if (at > end) yield { type: 'samples', bytes: bytes.subarray(end, at) };
    }
  }
}
