/** 52 random bits as 13 hexadecimal digits: of a number from 1 to 2, all that stands after the point. */
const digits = (): string => (1 + Math.random()).toString(16).slice(2).padEnd(13, '0');

/**
 * A name that no other will have, in the form of a random UUID (RFC 9562, version 4). It guards nothing, so it need not
 * be unguessable: loading `node:crypto` for it would take 4 ms of the command line's start.
 */
export function randomId(): string {
  const variant = '89ab'[Math.floor(Math.random() * 4)];
  const [first, second, third] = [digits(), digits(), digits()];
  const halves = `${first.slice(0, 8)}-${first.slice(8, 12)}-4${second.slice(0, 3)}-${variant}${second.slice(3, 6)}`;
  return `${halves}-${second.slice(6)}${third.slice(0, 5)}`;
}
