/** “a”, “b” and “c” */
export function quotedList(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const quoted = words.map((word) => `“${word}”`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${joint} ${quoted.at(-1)}`;
}
