/** Which command lines the short program can carry out; it holds only what these need (`scripts/bundle/programs.ts`). */

const values: ReadonlySet<string> = new Set(['--as', '--docx', '--pdf', '--pdf-standard', '--contents']);
const flags: ReadonlySet<string> = new Set(['--line-numbers', '--draft', '--speaking-copy', '--json']);
/** The endings that `readSource` takes for text; one without an ending is left to the whole program. */
const text = /\.(?:txt|text|md|markdown)$/;

/**
 * Whether a text is converted to Word or PDF, and nothing but that is asked. What is wrong or seldom goes to the whole
 * program, which knows what to say.
 * @param argv the verb first.
 */
export function isShort(argv: readonly string[]): boolean {
  const [verb, ...words] = argv;
  if (verb !== 'convert') return false;
  let files = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (values.has(word)) at += 1;
    else if (text.test(word.toLowerCase()) && !word.startsWith('-')) files += 1;
    else if (!flags.has(word)) return false;
  }
  return files === 1;
}
