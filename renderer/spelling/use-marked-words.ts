/** Draws misspelt words on the sheet, except the one that is being written. */
import { useEffect } from 'react';
import type { Stretch } from '../../shared/document/places.ts';
import type { Misspelling } from '../../shared/spelling/misspellings.ts';
import { highlightsKey } from '../editor/highlights/highlights.ts';
import { useDesk } from '../writing/desk.ts';

function sameStretch(one: Stretch, other: Stretch): boolean {
  const { blockId, cell, start, end } = one;
  return (
    blockId === other.blockId &&
    start === other.start &&
    end === other.end &&
    cell?.row === other.cell?.row &&
    cell?.column === other.cell?.column
  );
}

export function useMarkedWords(found: readonly Misspelling[]): void {
  const { editor } = useDesk();
  useEffect(() => {
    const highlights = editor.current?.feature(highlightsKey);
    if (!highlights) return;
    highlights.set('spelling', found);
    const written = highlights.atCaret('spelling');
    if (!written) return;
    highlights.set(
      'spelling',
      found.filter((each) => !sameStretch(each, written)),
    );
    // Once the caret has left the word, it is as wrong as any other.
    const onCaret = () => {
      highlights.set('spelling', found);
      const now = highlights.atCaret('spelling');
      if (now && sameStretch(now, written)) {
        highlights.set(
          'spelling',
          found.filter((each) => !sameStretch(each, written)),
        );
      } else document.removeEventListener('selectionchange', onCaret);
    };
    document.addEventListener('selectionchange', onCaret);
    return () => document.removeEventListener('selectionchange', onCaret);
  }, [editor, found]);
}
