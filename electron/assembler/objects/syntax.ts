/**
 * What we write ourselves, in the syntax of PDF (ISO 32000-1, 7.3): strings of Latin-1, so that a piece of a file is
 * joined from pieces and becomes bytes once.
 */

/** Whatever is written in the place of an object that is missing (7.3.9). */
export const NULL = 'null';

export function ref(object: number): string {
  return `${object} 0 R`;
}

/** What a reader is sure to take (ISO 32000-1, annex C.2). */
export const LARGEST = 2_147_483_647;

/** Decimal, never in exponents, which PDF does not know, nor larger than readers take. */
export function number(given: number): string {
  const value = Math.min(Math.max(given, -LARGEST), LARGEST);
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(5).replace(/\.?0+$/, '');
}

export function name(text: string): string {
  return `/${text.replace(/[^!$&'*-.0-9:;=?-Z\\^_`a-z|~]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/** Bytes as a string of PDF. */
export function byteString(bytes: Uint8Array): string {
  return `<${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}>`;
}

/** A text string (7.9.2.2): ASCII as it is, everything else in UTF-16. */
export function text(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return `(${value.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
}

/** Entries without a value are left out. */
export function dictionary(entries: Readonly<Record<string, string | null | undefined>>): string {
  let inside = '';
  for (const [key, value] of Object.entries(entries)) {
    if (value !== null && value !== undefined) inside += `/${key} ${value}`;
  }
  return `<<${inside}>>`;
}

export function array(items: Iterable<string>): string {
  return `[${[...items].join(' ')}]`;
}

/** A date (7.9.4), in UTC. @throws RangeError where it is none. */
export function date(iso: string): string {
  return `(D:${new Date(iso).toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
}

/** An address (12.6.4.7): ASCII, other characters by their bytes in UTF-8. */
export function uri(address: string): string {
  return text(address.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character)));
}
