import { HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import { citedByAny } from '../../../shared/document/citations.ts';
import {
  type Edit,
  placedText,
  REFERENCE_PLACE,
  type Stretch,
  sliceContent,
} from '../../../shared/document/places.ts';
import type { Inline } from '../../../shared/document/schema.ts';
import { $charactersBefore } from '../clipboard/characters.ts';
import { $contentOf } from '../convert/inline.ts';
import { drawnElement } from '../drawing/drawn-element.ts';
import type { EditorContext } from '../feature-context.ts';
import { passageElement, rangeFor, segmentsOf } from '../highlights/dom.ts';
import { $blockWithId } from '../inline/find-block.ts';
import { $editPassage, $passageAround, $passageOf, $selectPlaces, $whereIs } from '../inline/passages.ts';
import { $restoreSelection } from '../inline/restore-selection.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { findKey, type WordsReplacement } from './find.ts';

/** Pixels of the sheet kept free above and below words that are shown. */
const MARGIN = 152;

/** Words that look as the first character replaced and are cited as any; a line end a pattern caught is one again. */
function inTheLookOf(old: readonly Inline[], words: string): Inline[] {
  const [first] = old;
  const look = { ...(first?.type === 'text' ? first : {}), ...citedByAny(old) };
  return words.split('\n').flatMap((line, at): Inline[] => {
    const run: Inline[] = line === '' ? [] : [{ ...look, type: 'text', text: line }];
    return at === 0 ? run : [{ type: 'break' }, ...run];
  });
}

function editsFor(content: readonly Inline[], replacements: readonly WordsReplacement[]): Edit[] {
  const text = placedText(content);
  return replacements
    .filter(
      ({ start, end, matched }) => text.slice(start, end) === matched && !matched.includes(REFERENCE_PLACE),
    )
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, by }) => ({
      start,
      end,
      by: inTheLookOf(sliceContent(content, start, end), by),
    }));
}

export function registerFind({ editor, ids, provide }: EditorContext): () => void {
  function $replaceIn(replacements: readonly WordsReplacement[]): number {
    const [first] = replacements;
    const block = first && $blockWithId(ids, first.blockId);
    if (!block || block.getState().locked) return 0;
    const passage = $passageOf(block, first.cell);
    if (!passage) return 0;
    const edits = editsFor($contentOf(passage.getChildren()), replacements);
    if (edits.length > 0) $editPassage(passage, edits);
    return edits.length;
  }
  function elementOf({ blockId, cell }: Stretch): Element | null {
    const block = drawnElement(editor, ids.keyOf(blockId));
    return block && passageElement(block, cell);
  }
  /** Where words are drawn now; null while the browser has not laid them out. */
  function boxOf(stretch: Stretch): DOMRect | null {
    const element = elementOf(stretch);
    const found = element && rangeFor(segmentsOf(element), stretch.start, stretch.end);
    if (!found) return element?.getBoundingClientRect() ?? null;
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return range.getBoundingClientRect();
  }
  function show(stretch: Stretch): void {
    const isSeen = () => {
      const box = boxOf(stretch);
      return box !== null && box.height > 0 && box.top > MARGIN && box.bottom < window.innerHeight - MARGIN;
    };
    if (isSeen()) return;
    elementOf(stretch)?.scrollIntoView({ block: 'center' });
    // Sections out of sight have a guessed height; once they are laid out, the words may be elsewhere.
    requestAnimationFrame(() => {
      if (!isSeen()) elementOf(stretch)?.scrollIntoView({ block: 'center' });
    });
  }

  provide(findKey, {
    caret: () =>
      editor.read(() => {
        const selection = $rangeSelection();
        const start = selection && (selection.isBackward() ? selection.focus : selection.anchor);
        const passage = start ? $passageAround(start.getNode()) : null;
        const where = passage && $whereIs(passage);
        if (!start || !passage || !where) return null;
        return {
          blockId: where.block.getState().id,
          cell: where.cell,
          place: $charactersBefore(passage, start),
        };
      }),
    show,
    select(stretch) {
      show(stretch);
      editor.update(
        () => {
          const block = $blockWithId(ids, stretch.blockId);
          const passage = block && $passageOf(block, stretch.cell);
          if (passage) $selectPlaces(passage, stretch.start, stretch.end);
        },
        { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
      );
      editor.getRootElement()?.focus({ preventScroll: true });
    },
    replace(replacements) {
      if (!editor.isEditable()) return 0;
      const passages = new Map<string, WordsReplacement[]>();
      for (const each of replacements) {
        const passage = JSON.stringify([each.blockId, each.cell]);
        const known = passages.get(passage);
        if (known) known.push(each);
        else passages.set(passage, [each]);
      }
      let replaced = 0;
      editor.update(
        () => {
          $restoreSelection(editor);
          for (const each of passages.values()) replaced += $replaceIn(each);
        },
        {
          discrete: true,
          tag: [HISTORY_PUSH_TAG, SKIP_SELECTION_FOCUS_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
        },
      );
      return replaced;
    },
  });
  return () => {};
}
