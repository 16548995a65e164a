/** Words that several rules compare or say. */
import { list } from '../../checks/words.ts';

const MOST_NAMED = 12;

/** "page 3", "pages 2, 5 to 8 and 12". @param numbers ascending */
export function pageWords(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const words = ranges.map(([from, to]) =>
    from === to ? String(from) : to === from + 1 ? `${from} and ${to}` : `${from} to ${to}`,
  );
  const named =
    words.length > MOST_NAMED
      ? `${words.slice(0, MOST_NAMED).join(', ')} and others`
      : words.length === 2 || !words.some((word) => word.includes('and'))
        ? list(words)
        : words.join(', ');
  return `${numbers.length === 1 ? 'page' : 'pages'} ${named}`;
}

/** "Page 3", at the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A list that nobody would read to its end is cut short. */
export function named(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  return quoted.length > MOST_NAMED
    ? `${quoted.slice(0, MOST_NAMED).join(', ')} and ${quoted.length - MOST_NAMED} more`
    : list(quoted);
}

/** Letters and figures alone, in lower case, one space between words: what two ways of writing the same have in common. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "12.5 MB" */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return `${megabytes.toLocaleString('en-GB', { maximumFractionDigits: megabytes < 10 ? 1 : 0 })} MB`;
}
