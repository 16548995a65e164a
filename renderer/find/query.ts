/** What somebody looks for, as a pattern. */

export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** The text is a regular expression. */
  readonly pattern: boolean;
}

export const emptyQuery: Query = { text: '', matchCase: false, wholeWord: false, pattern: false };

export type Compiled =
  /** There is nothing to look for. */
  | { readonly state: 'empty' }
  /** @property reason in words for the reader, with a small letter and without a full stop. */
  | { readonly state: 'wrong'; readonly reason: string }
  | { readonly state: 'ready'; readonly source: string; readonly flags: string };

const letter = String.raw`[\p{L}\p{M}\p{N}_]`;
/** What one types for what a typographer sets. */
const alike: Readonly<Record<string, string>> = {
  "'": "['’‘]",
  '’': "['’‘]",
  '"': '["“”]',
  '-': '[-‐‑–]',
  ' ': '[ \u00a0\u202f]',
};

function escaped(text: string): string {
  return [...text]
    .map((character) => alike[character] ?? character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&'))
    .join('');
}

/** The browser's reason without the pattern it repeats: "Invalid regular expression: /(/u: Unterminated group". */
function reasonOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const reason = message.slice(message.lastIndexOf(': ') + 2);
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

/** Never throws: a pattern that is half typed is wrong for as long as it takes to type the rest. */
export function compile({ text, matchCase, wholeWord, pattern }: Query): Compiled {
  if (text === '') return { state: 'empty' };
  const sought = pattern ? `(?:${text})` : escaped(text);
  const source = wholeWord ? `(?<!${letter})${sought}(?!${letter})` : sought;
  const flags = `g${matchCase ? '' : 'i'}mu`;
  try {
    // By itself first: a stray bracket must not be closed by those put around it.
    if (pattern) new RegExp(text, flags);
    new RegExp(source, flags);
    return { state: 'ready', source, flags };
  } catch (thrown) {
    return { state: 'wrong', reason: reasonOf(thrown) };
  }
}
