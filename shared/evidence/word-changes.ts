/** Which words went and which came between two versions of a passage. */
import { diffArrays } from 'diff';

export interface WordChange {
  readonly text: string;
  /** same: in both. removed: in the earlier one only. added: in the later one only. */
  readonly is: 'same' | 'removed' | 'added';
}

/** Passages that differ in more than this have little in common, and are shown as wholes. */
const MOST_EDITS = 2000;

/** @returns parts that, without the added ones, are `before`, and without the removed ones are `after`. */
export function wordChanges(before: string, after: string): WordChange[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS });
  if (parts === undefined) {
    return [
      { text: before, is: 'removed' },
      { text: after, is: 'added' },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    text: value.join(''),
    is: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/** Words, figures as wholes ("£1.6", "10%", "2025/26"), spaces, and every other character by itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[£$€]?[\p{L}\p{N}\p{M}]+(?:[.,:’'/-][\p{L}\p{N}\p{M}]+)*%?|./gsu) ?? [];
}
