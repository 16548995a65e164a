/**
 * Words with their dress as somebody can type it in a plain field: **bold**, _italic_; a backslash takes the meaning
 * from the character behind it. Links and what is cited for cannot be typed: they stay with the words that stay.
 */
import { sameAttributes } from '../document/same-attributes.ts';
import type { Inline, TextRun } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { wordChanges } from '../evidence/word-changes.ts';

type Dress = Omit<TextRun, 'type' | 'text'>;

export function marked(content: readonly Inline[]): string {
  let text = '';
  let [bold, italic] = [false, false];
  const turn = (toBold: boolean, toItalic: boolean) => {
    if (bold !== toBold) text += '**';
    if (italic !== toItalic) text += '_';
    [bold, italic] = [toBold, toItalic];
  };
  for (const inline of content) {
    if (inline.type === 'break') text += '\n';
    if (inline.type !== 'text') continue;
    turn(inline.bold === true, inline.italic === true);
    // The characters of a line end would become breaks.
    text += inline.text.replace(/\n/g, ' ').replace(/[\\*_]/g, '\\$&');
  }
  turn(false, false);
  return text;
}

/** Each UTF-16 unit with what it bears. */
interface Letter {
  readonly unit: string;
  readonly dress: Dress;
}

function lettersOf(typed: string): Letter[] {
  const letters: Letter[] = [];
  let [bold, italic] = [false, false];
  for (let at = 0; at < typed.length; at += 1) {
    const unit = typed.charAt(at);
    if (unit === '\\' && /[\\*_]/.test(typed.charAt(at + 1))) at += 1;
    else if (unit === '*' && typed.charAt(at + 1) === '*') {
      bold = !bold;
      at += 1;
      continue;
    } else if (unit === '_') {
      italic = !italic;
      continue;
    }
    letters.push({
      unit: typed.charAt(at),
      dress: { ...(bold ? { bold: true as const } : {}), ...(italic ? { italic: true as const } : {}) },
    });
  }
  return letters;
}

type Kept = Pick<Dress, 'link' | 'cited'>;

/** What each unit of the new words bears of what cannot be typed, where it was there before. */
function keptFor(before: readonly Inline[], after: string): Kept[] {
  const borne = before.flatMap((inline): Kept[] => {
    if (inline.type !== 'text') return [{}];
    const { link, cited } = inline;
    const kept = { ...(link === undefined ? {} : { link }), ...(cited === undefined ? {} : { cited }) };
    return Array.from({ length: inline.text.length }, () => kept);
  });
  const kept: Kept[] = [];
  let at = 0;
  for (const { text, is } of wordChanges(plainText(before), after)) {
    if (is === 'removed') at += text.length;
    else if (is === 'added') for (let unit = 0; unit < text.length; unit += 1) kept.push({});
    else {
      for (let unit = 0; unit < text.length; unit += 1) kept.push(borne[at + unit] ?? {});
      at += text.length;
    }
  }
  return kept;
}

/** @param before the words that were there, whose links and citations stay with those of them that stay. */
export function unmarked(typed: string, before: readonly Inline[]): Inline[] {
  const letters = lettersOf(typed.replace(/\r\n?/g, '\n'));
  const kept = keptFor(before, letters.map(({ unit }) => unit).join(''));
  const content: Inline[] = [];
  for (const [at, { unit, dress }] of letters.entries()) {
    if (unit === '\n') {
      content.push({ type: 'break' });
      continue;
    }
    const run: TextRun = { type: 'text', text: unit, ...dress, ...kept[at] };
    const last = content.at(-1);
    if (last?.type === 'text' && sameAttributes(last, run)) {
      content[content.length - 1] = { ...last, text: last.text + unit };
    } else content.push(run);
  }
  return content;
}
