/** Lists of pages and things as a sentence begins with them. */

/** "Page 3 is", "Pages 2, 5 to 8 and 12 are". @param numbers ascending. */
export function pageList(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const words = ranges.flatMap(([from, to]) => {
    if (from === to) return [String(from)];
    return to === from + 1 ? [String(from), String(to)] : [`${from} to ${to}`];
  });
  return numbers.length === 1 ? `Page ${words[0]} is` : `Pages ${listed(words)} are`;
}

/** "a, b and c"; a list nobody would read to its end is cut short. */
export function listed(words: readonly string[]): string {
  const MOST = 12;
  if (words.length > MOST) return `${words.slice(0, MOST).join(', ')} and others`;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
