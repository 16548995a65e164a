const hex = (value: number, digits: number): string =>
  value.toString(16).padStart(digits, '0').slice(-digits);
const random = (digits: number): string => hex(Math.floor(Math.random() * 16 ** digits), digits);

/**
 * A name that no other will have, in the form of a random UUID (RFC 9562, version 4). It guards nothing, so it need not
 * be unguessable: loading `node:crypto` for it would take 4 ms of the command line's start.
 */
export function randomId(): string {
  const variant = '89ab'[Math.floor(Math.random() * 4)];
  return `${random(8)}-${random(4)}-4${random(3)}-${variant}${random(3)}-${random(12)}`;
}
