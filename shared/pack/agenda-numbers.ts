/**
 * The numbers that agenda items are called by. Items count 1, 2, 3; what stands under item 6 is 6(a), 6(b), and under
 * that 6(a)(i). Councils write both 6(a) and 6.1; 6.1 is also how many reports number their paragraphs, so that in a
 * pack "see 6.1" could be either, while 6(a) is never a paragraph.
 */

interface Numbered {
  readonly number: string | null;
  readonly hidden: boolean;
}
/** Whatever has the shape of an agenda: the items themselves, or what a window shows of them. */
export type NumberedTree<Own> = Own & Numbered & { readonly items: readonly NumberedTree<Own>[] };

export interface ItemNumber<Own> {
  readonly item: NumberedTree<Own>;
  /** As printed: "6", "6(a)", or as given. */
  readonly number: string;
  readonly items: readonly ItemNumber<Own>[];
}

/** "a" to "z", "aa", "ab". @param at from 1 */
export function letters(at: number): string {
  const rest = at - 1;
  const own = String.fromCharCode(97 + (rest % 26));
  return rest < 26 ? own : `${letters(Math.floor(rest / 26))}${own}`;
}

const romans = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

/** "i", "ii", "iii", "iv". @param at from 1 */
export function roman(at: number): string {
  let rest = at;
  let words = '';
  for (const [sign, worth] of romans) {
    words += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return words;
}

function automatic(above: string, depth: number, at: number): string {
  if (depth === 0) return String(at);
  return `${above}(${depth % 2 === 1 ? letters(at) : roman(at)})`;
}

/** What a given number counts as among its neighbours: "12A" stands with 12; null: "A", which is no count. */
function countOf(given: string): number | null {
  const whole = /^\d{1,6}/.exec(given)?.[0];
  return whole === undefined ? null : Number(whole);
}

/**
 * The items that are printed, each with its number. Hidden items, and what stands under them, are left out and use up
 * none. A given number is kept; those after it go on from it ("10", then 11), never back, and no automatic number is
 * one that is given elsewhere at its level.
 */
export function numberItems<Own>(items: readonly NumberedTree<Own>[]): readonly ItemNumber<Own>[] {
  return numberLevel(items, '', 0);
}

function numberLevel<Own>(
  items: readonly NumberedTree<Own>[],
  above: string,
  depth: number,
): readonly ItemNumber<Own>[] {
  const shown = items.filter(({ hidden }) => !hidden);
  const given = new Set(shown.map(({ number }) => number));
  let count = 0;
  return shown.map((item) => {
    let number = item.number;
    if (number !== null) {
      if (depth === 0) count = Math.max(count, countOf(number) ?? 0);
      else count += 1;
    } else {
      do {
        count += 1;
        number = automatic(above, depth, count);
      } while (given.has(number));
    }
    return { item, number, items: numberLevel(item.items, number, depth + 1) };
  });
}
