/** Numbers as English text writes them: in digits, in words, with their magnitudes. */

/** `step` is what its last digit that says something counts: 100 in 12,400, 0.1 in 2.3; 0: none, it was worked out. */
export interface Amount {
  readonly value: number;
  readonly step: number;
}

const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const tens = ['thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const words = new Map<string, number>([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, 10 * (at + 3)] as const),
  ['dozen', 12],
  ['a dozen', 12],
  ['half a dozen', 6],
]);
const magnitudes: Readonly<Record<string, number>> = {
  hundred: 2,
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
};

const small = units.slice(1, 10).join('|');
// Thin and no-break spaces part thousands as commas do.
const digits = String.raw`\d{1,15}(?:[,\u2009\u202f]\d{3}){0,5}(?:\.\d{1,9})?`;
export const numberInDigits = digits;
// The longer first, so that "sixteen" is not "six".
export const numberInWords = String.raw`(?:half\sa\sdozen|a\sdozen|dozen|(?:twenty|${tens.join('|')})(?:-(?:${small}))?|${[...units].reverse().join('|')})\b`;

const longMagnitude = String.raw`\s?(?:hundred|thousand|million|billion|trillion|bn|mn|tn)\b`;
/** Also the letters that mean nothing but a magnitude behind a currency. */
export const moneyMagnitude = String.raw`(?:${longMagnitude}|[kmb]\b)`;
/** Without "m", which is metres too. */
export const countMagnitude = String.raw`(?:${longMagnitude}|[kb]\b)`;

/** @param number as one of the patterns above found it; @param magnitude likewise, or empty. */
export function amountIn(number: string, magnitude: string): Amount {
  const exponent = magnitudes[magnitude.trim().toLowerCase()] ?? 0;
  const flat = number.replace(/[,\u2009\u202f]/gu, '');
  if (!/^\d/u.test(flat)) return wordAmount(flat.toLowerCase().replace(/\s+/gu, ' '), exponent);
  const [whole = '', fraction = ''] = flat.split('.');
  // The noughts at the end of 12,400 only hold the place.
  const held = fraction === '' ? (/0*$/u.exec(whole.slice(1))?.[0].length ?? 0) : -fraction.length;
  // By the parser of numbers and not by multiplying, which makes 18399999.999999996 of 18.4 million.
  return { value: Number(`${flat}e${exponent}`), step: 10 ** (exponent + held) };
}

function wordAmount(word: string, exponent: number): Amount {
  const known = words.get(word);
  const [ten = '', one = ''] = word.split('-');
  const value = known ?? (words.get(ten) ?? 0) + (words.get(one) ?? 0);
  return { value: Number(`${value}e${exponent}`), step: 10 ** exponent };
}

/** Whether both are the same number, as far as sums in floating point can tell. */
export function sameNumber(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}
