/** The product's own command line: a verb means work without a window. */
import { firstWords } from '../cli/verbs.ts';

const verbs = new Set([...firstWords, 'help', '--help', '--version']);

/**
 * @param argv `process.argv`; an unpackaged runtime may have the folder of the application in second place.
 * @returns the verb with all that follows it, or null when a window is wanted.
 */
export function commandLineVerb(argv: readonly string[], isPackaged: boolean): string[] | null {
  const words = argv.slice(1).filter((word, at) => isPackaged || at > 0 || verbs.has(word));
  // What Chromium is told, such as --no-sandbox, may stand before the verb.
  const first = words.findIndex((word) => !word.startsWith('--') || verbs.has(word));
  return first >= 0 && verbs.has(words[first] ?? '') ? words.slice(first) : null;
}
