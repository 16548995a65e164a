/** Finding standing lines as somebody types: every word of the query begins a word of the line. */
import type { LineBody } from './line.ts';
import { saidByLine, spelledOut } from './said.ts';

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en-GB');
}

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @returns how well it fits: 0 not at all; words of the title or a tag weigh more than others. */
export function fitOf(line: LineBody, query: string): number {
  const asked = wordsOf(query);
  if (asked.length === 0) return 1;
  const named = wordsOf(`${line.title} ${line.tags.join(' ')}`);
  const said = wordsOf(spelledOut(saidByLine(line)));
  let fit = 0;
  for (const word of asked) {
    if (named.some((each) => each.startsWith(word))) fit += 3;
    else if (said.some((each) => each.startsWith(word))) fit += 1;
    else return 0;
  }
  return fit / asked.length;
}
