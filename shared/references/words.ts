/** The words of a cross-reference. */
import type { Inline, Reference } from '../document/schema.ts';

export type TargetKind =
  | 'section'
  | 'paragraph'
  | 'recommendation'
  | 'agendaItem'
  | 'aim'
  | 'question'
  | 'option'
  | 'appendix'
  | 'annex'
  | 'table'
  | 'figure';

export interface ReferenceTarget {
  /** Of the block. */
  readonly id: string;
  readonly kind: TargetKind;
  /** As in the middle of a sentence: "paragraph 12(a)", "Appendix 1"; without a number: "section “Summary”". */
  readonly label: string;
  /** "12(a)", "1.2", "b", "A"; null for a heading without one. */
  readonly number: string | null;
  /** The words of a heading, appendix, caption or item; null for what is named by its number alone. */
  readonly title: string | null;
  /** The words of the block, to know it by. */
  readonly words: string;
  /** A recommendation that says again, under the same letter, what stood before. */
  readonly repeated: boolean;
}

/** By block id, in reading order. */
export type ReferenceTargets = ReadonlyMap<string, ReferenceTarget>;

/**
 * What a reference says; null where nothing stands any more that it could name, which must be shown as broken and
 * never printed. Where the form asked for is missing, the next best that is true.
 */
export function referenceText(
  { target, show }: Pick<Reference, 'target' | 'show'>,
  targets: ReferenceTargets,
): string | null {
  const found = targets.get(target);
  if (!found) return null;
  if (show === 'number') return found.number ?? (found.title === null ? null : `“${found.title}”`);
  return show === 'title' ? (found.title ?? found.label) : found.label;
}

/** The characters of a run of inlines with the words of its references; nothing for one that has none. */
export function contentWords(
  content: readonly Inline[],
  wordsOf: (reference: Reference) => string | null,
): string {
  return content
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      return inline.type === 'break' ? '\n' : (wordsOf(inline) ?? '');
    })
    .join('');
}
