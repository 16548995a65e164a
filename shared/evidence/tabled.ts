/**
 * Figures of a table. A table keeps what a figure is in its heading: £3.7 million is 3700000 under "cost in pounds",
 * 3.7 under "in millions of pounds", and 47 per cent is 47 in a column of percentages.
 */
import { sameNumber } from './amounts.ts';
import type { Figure } from './figures.ts';

const magnitudes: Readonly<Record<string, { readonly factor: number; readonly said: RegExp }>> = {
  m: { factor: 1e6, said: /millions?\b|[£$€]\s?m\b/iu },
  b: { factor: 1e9, said: /billions?\b|[£$€]\s?bn?\b/iu },
  k: { factor: 1e3, said: /thousands?\b|[£$€]\s?k\b|'000\b/iu },
  t: { factor: 1e3, said: /thousands?\b|[£$€]\s?k\b|'000\b/iu },
};

/** Whether the bare numbers among `said`, the figures of `text`, may be the figure without what a heading says of it. */
export function saysInTable(
  said: readonly Figure[],
  text: string,
  { kind, low, high, words }: Figure,
): boolean {
  if ((kind !== 'money' && kind !== 'percent' && kind !== 'ratio') || low.value !== high.value) return false;
  const letter = /\d\s?(?<letter>[bkmt])\p{L}*$/iu.exec(words)?.groups?.['letter'] ?? '';
  const magnitude = magnitudes[letter.toLowerCase()];
  const meant = [low.value, ...(magnitude?.said.test(text) ? [low.value / magnitude.factor] : [])];
  return said.some((one) => one.kind === 'count' && meant.some((value) => isNear(one, value)));
}

/** Words cut from a table: its cells stand apart, or what its numbers count is said above them. */
export function isOfTable(text: string): boolean {
  return (
    /\t/u.test(text) ||
    /\bin (?:millions|billions|thousands)\b|[£$€]\s?(?:m|bn?|k|million|billion)\b(?!\d)/iu.test(text)
  );
}

function isNear({ low, high }: Figure, value: number): boolean {
  return sameNumber(low.value, value) && sameNumber(high.value, value);
}
