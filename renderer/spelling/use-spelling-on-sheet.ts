import { useMemo } from 'react';
import type { Stretch } from '../../shared/document/places.ts';
import type { Misspelling } from '../../shared/spelling/misspellings.ts';
import { correctionsKey } from '../editor/spelling/corrections.ts';
import { useDesk } from '../writing/desk.ts';
import { tellOfLastStep } from '../writing/last-step.ts';

export interface SpellingOnSheet {
  select(stretch: Stretch): void;
  /** @returns how many places said that word still, and now say the other. */
  replace(places: readonly Misspelling[], by: string): number;
  /** Replaces one stretch that says `was`. */
  replaceAt(stretch: Stretch, was: string, by: string): void;
  /** Tells of what was replaced just now, with its undo. */
  tellOfReplacing(title: string): void;
}

export function useSpellingOnSheet(): SpellingOnSheet {
  const { editor } = useDesk();
  return useMemo(() => {
    const corrections = () => editor.current?.feature(correctionsKey) ?? null;
    return {
      select: (stretch) => corrections()?.select(stretch),
      replace: (places, by) =>
        corrections()?.make(places.map(({ word, ...stretch }) => ({ stretch, was: word, by }))) ?? 0,
      replaceAt: (stretch, was, by) => {
        corrections()?.make([{ stretch, was, by }]);
      },
      tellOfReplacing: (title) => tellOfLastStep(editor, title),
    };
  }, [editor]);
}
