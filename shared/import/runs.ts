/** Cutting and joining formatted text without losing a character or a format. */
import { sameAttributes } from '../document/same-attributes.ts';
import type { Inline, TextRun } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';

/** @param cited keys of the citations it is about, in a file that keeps them. */
export function textRun(
  text: string,
  bold: boolean,
  italic: boolean,
  cited: readonly string[] = [],
): TextRun {
  return {
    type: 'text',
    text,
    ...(bold && { bold: true as const }),
    ...(italic && { italic: true as const }),
    ...(cited.length > 0 && { cited: [...cited] }),
  };
}

/** Joins neighbours of one format and drops empty runs. */
export function mergeRuns(content: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of content) {
    const last = merged.at(-1);
    if (inline.type === 'text' && inline.text === '') continue;
    if (inline.type === 'text' && last?.type === 'text' && sameAttributes(inline, last)) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      merged.push(inline);
    }
  }
  return merged;
}

/** The part between two offsets of `plainText(content)`; a break counts as one character. */
export function sliceRuns(
  content: readonly Inline[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): Inline[] {
  const part: Inline[] = [];
  let offset = 0;
  for (const inline of content) {
    const length = inline.type === 'text' ? inline.text.length : 1;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    offset += length;
    if (from >= to) continue;
    part.push(inline.type === 'text' ? { ...inline, text: inline.text.slice(from, to) } : inline);
  }
  return mergeRuns(part);
}

/** Without white space and breaks at either end. */
export function trimRuns(content: readonly Inline[]): Inline[] {
  const text = plainText(content);
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return start === 0 && end === text.length
    ? mergeRuns(content)
    : sliceRuns(content, start, Math.max(start, end));
}

/** One after the other with a single space, or a line break, between. Either may be empty. */
export function joinRuns(
  first: readonly Inline[],
  second: readonly Inline[],
  seam: 'space' | 'break' = 'space',
): Inline[] {
  const head = trimRuns(first);
  const tail = trimRuns(second);
  const last = head.at(-1);
  const next = tail[0];
  if (!last || !next) return [...head, ...tail];
  if (seam === 'break') return [...head, { type: 'break' }, ...tail];
  const bold = last.type === 'text' && next.type === 'text' && last.bold === true && next.bold === true;
  const italic = last.type === 'text' && next.type === 'text' && last.italic === true && next.italic === true;
  const cited = last.type === 'text' && next.type === 'text' ? shared(last.cited, next.cited) : [];
  return mergeRuns([...head, textRun(' ', bold, italic, cited), ...tail]);
}

function shared(one: readonly string[] = [], other: readonly string[] = []): string[] {
  return one.filter((key) => other.includes(key));
}

/** Whether every visible character is bold. */
export function allBold(content: readonly Inline[]): boolean {
  return (
    content.length > 0 &&
    content.every((inline) => inline.type !== 'text' || inline.bold === true || inline.text.trim() === '')
  );
}

/** The same words without bold: a heading's style says it already. */
export function withoutBold(content: readonly Inline[]): Inline[] {
  return mergeRuns(
    content.map((inline) =>
      inline.type === 'text' ? textRun(inline.text, false, inline.italic === true, inline.cited) : inline,
    ),
  );
}
