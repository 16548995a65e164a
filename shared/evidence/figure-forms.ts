/** How one number may stand in a text, as the words an index makes of it: it drops points, commas and signs. */

const magnitudes = [
  { factor: 1e3, words: ['thousand'], letters: ['k'] },
  { factor: 1e6, words: ['million'], letters: ['m', 'mn'] },
  { factor: 1e9, words: ['billion'], letters: ['bn', 'b'] },
  { factor: 1e12, words: ['trillion'], letters: ['tn'] },
] as const;

/** "1600.5" with its thousands apart and together: [["1", "600", "5"], ["1600", "5"]]. */
function digitsOf(value: number): string[][] {
  // What sums in floating point leave behind is not written by anybody.
  const plain = String(Number(value.toPrecision(12)));
  if (!/^\d+(?:\.\d{1,4})?$/u.test(plain)) return [];
  const [whole = '', fraction] = plain.split('.');
  const behind = fraction === undefined ? [] : [fraction];
  const together = [[whole, ...behind]];
  if (whole.length < 4) return together;
  const apart = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',').split(',');
  return [[...apart, ...behind], ...together];
}

/** @returns phrases, each in small letters, none twice. */
export function figureForms(value: number): string[][] {
  const forms = digitsOf(value);
  for (const { factor, words, letters } of magnitudes) {
    if (value < factor) break;
    for (const digits of digitsOf(value / factor)) {
      const last = digits.at(-1) ?? '';
      forms.push(...words.map((word) => [...digits, word]));
      forms.push(
        ...letters.flatMap((letter) => [
          [...digits.slice(0, -1), last + letter],
          [...digits, letter],
        ]),
      );
    }
  }
  const seen = new Map(forms.map((form) => [form.join(' '), form]));
  return [...seen.values()];
}
