/** Words of a command as most are: each option whole, with its value apart. */

export interface Words {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/**
 * Reads them as Node's `parseArgs` does, without it: to load that takes as long as to read a brief.
 * @param options by their names, and whether each takes a value.
 * @returns null for words that are wrong, or that only `parseArgs` knows.
 */
export function plainWords(
  argv: readonly string[],
  options: Readonly<Record<string, { readonly type: string }>>,
): Words | null {
  const values: Record<string, string | boolean> = {};
  const positionals: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (!word.startsWith('-')) {
      positionals.push(word);
      continue;
    }
    const name = word.slice(2);
    const isKnown = word.startsWith('--') && Object.hasOwn(options, name) && !Object.hasOwn(values, name);
    if (!isKnown) return null;
    if (options[name]?.type === 'boolean') values[name] = true;
    else {
      at += 1;
      const value = argv[at];
      if (value === undefined || value.startsWith('-')) return null;
      values[name] = value;
    }
  }
  return { values, positionals };
}
