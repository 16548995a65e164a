/**
 * Bold and italic of Markdown inside one line. Deliberately stricter than CommonMark where plain text is at
 * stake: an asterisk or underscore inside a word or a sum stays a character.
 */
import type { Inline } from '../document/schema.ts';
import { LetterPattern } from './letters.ts';
import { mergeRuns, textRun } from './runs.ts';

type Format = 'bold' | 'italic';
interface Token {
  readonly text: string;
  /** Set where the token turned out to open or close a format; its characters are then not words. */
  switches: Partial<Record<Format, boolean>>;
}
interface Opener {
  readonly token: Token;
  readonly mark: string;
}

const pieces = /\\[\\`*_{}[\]()#+\-.!>|~"']|!?\[[^[\]\n]{1,2000}\]\([^()\s]{1,2000}\)|\*{1,3}|_{1,3}/g;
const linkPiece = /^!?\[([^[\]]*)\]\(([^()\s]*)\)$/;
const wordCharacter = new LetterPattern(String.raw`[\p{L}\p{N}]`);

/** Reads one line of text or Markdown; every character that is not markup comes back. */
export function parseInlineMarkup(text: string): Inline[] {
  const tokens: Token[] = [];
  const open: Partial<Record<Format, Opener>> = {};
  const formatsOf: Record<number, readonly Format[]> = { 1: ['italic'], 2: ['bold'], 3: ['bold', 'italic'] };

  const take = (mark: string, before: string, after: string) => {
    const token: Token = { text: mark, switches: {} };
    tokens.push(token);
    const formats = formatsOf[mark.length] ?? [];
    const inWord = wordCharacter.test(before) && wordCharacter.test(after);
    const mayBeInWord = mark.startsWith('*') && mark.length > 1;
    const strict = inWord && !mayBeInWord;
    const closes = before.trim() !== '' && !strict;
    const opens = after.trim() !== '' && !strict;
    const opener = formats.map((format) => open[format]);
    if (closes && formats.every((_, at) => opener[at]?.mark === mark[0])) {
      for (const [at, format] of formats.entries()) {
        const started = opener[at];
        if (started) started.token.switches[format] = true;
        token.switches[format] = false;
        delete open[format];
      }
    } else if (opens) {
      for (const format of formats) open[format] = { token, mark: mark[0] ?? '' };
    }
  };

  let from = 0;
  for (const match of text.matchAll(pieces)) {
    const [piece] = match;
    tokens.push({ text: text.slice(from, match.index), switches: {} });
    from = match.index + piece.length;
    const link = piece.endsWith(')') ? linkPiece.exec(piece) : null;
    if (piece.startsWith('\\'))
      tokens.push({ text: piece === '\\\\' ? piece : piece.slice(1), switches: {} });
    else if (link)
      tokens.push({ text: link[1] === link[2] ? `${link[1]}` : `${link[1]} (${link[2]})`, switches: {} });
    else take(piece, text[match.index - 1] ?? '', text[from] ?? '');
  }
  tokens.push({ text: text.slice(from), switches: {} });
  return render(tokens);
}

function render(tokens: readonly Token[]): Inline[] {
  const content: Inline[] = [];
  const now: Record<Format, boolean> = { bold: false, italic: false };
  for (const { text, switches } of tokens) {
    const switched = Object.keys(switches).length;
    now.bold = switches.bold ?? now.bold;
    now.italic = switches.italic ?? now.italic;
    // A run of three that only half matched keeps the half that is a character.
    const literal = switched === 0 ? text : text.slice(consumed(switches));
    if (literal !== '') content.push(textRun(literal, now.bold, now.italic));
  }
  return mergeRuns(content);
}

function consumed(switches: Token['switches']): number {
  return (switches.bold === undefined ? 0 : 2) + (switches.italic === undefined ? 0 : 1);
}
