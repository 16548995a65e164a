/** Word files that Despatch wrote come back by the names of their styles, which say more than any guess. */
import { type WordStyle, wordStyles } from '../print/word-styles.ts';
import type { SourceLine } from './source.ts';

interface Styled {
  readonly line: SourceLine;
}

const byName = new Map<string, WordStyle>(
  (Object.keys(wordStyles) as WordStyle[]).map((style) => [wordStyles[style].toLowerCase(), style]),
);
/** Names that no other program's files use for anything else; the rest ("Title", "Body Text") are everybody's. */
const telling: ReadonlySet<WordStyle> = new Set([
  'aim',
  'point',
  'question',
  'recommendation',
  'paragraph',
  'backgroundDocument',
  'reportOf',
]);

/** Whether only our own files have a style of this name: what they hold apart was meant to be. */
export function isOwnStyle(name: string | null): boolean {
  const style = name === null ? undefined : byName.get(name);
  return style !== undefined && telling.has(style);
}

function named({ line }: Styled): WordStyle | null {
  return line.style === null ? null : (byName.get(line.style) ?? null);
}

/** What style of ours a passage has; always null in a file that is not ours. */
export class OwnStyles {
  readonly #ours: boolean;

  constructor(passages: readonly Styled[]) {
    this.#ours = passages.some((passage) => {
      const style = named(passage);
      return style !== null && telling.has(style);
    });
  }

  of(passage: Styled): WordStyle | null {
    return this.#ours && !passage.line.aside ? named(passage) : null;
  }
}

/** Columns that one level takes in our own files: 1.1 cm. */
const LEVEL_COLUMNS = 3.47;

/** Level of a question, which has no list to take it from, by its own indentation; 0 where it has none. */
export function questionLevel({ line }: Styled): number {
  return Math.max(Math.round(line.indent / LEVEL_COLUMNS) - 1, 0);
}
