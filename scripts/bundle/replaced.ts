/** Changes to the text of a package as it is built. @throws Error where it is built in another way. */

function missing(text: string): Error {
  return new Error(`The package is not built as it was: no ${text.trim()}`);
}

/** @returns the text with all from the one mark up to the other replaced; the second stays. */
export function replaced(text: string, from: string, to: string, by: string): string {
  const begin = text.indexOf(from);
  const end = text.indexOf(to, begin);
  if (begin < 0 || end < 0) throw missing(from);
  return text.slice(0, begin) + by + text.slice(end);
}

/** @returns the text with every place that says the one saying the other. */
export function swapped(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw missing(from);
  return text.replaceAll(from, () => to);
}
