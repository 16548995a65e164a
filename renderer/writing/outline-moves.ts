/** What dropping an entry of the outline between two others means, and whether it may be dropped there. */
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { EditorHandle, MoveOutcome } from '../editor/api.ts';
import { draggingKey } from '../editor/dragging/dragging.ts';
import type { OutlineEntry } from './outline.ts';

export interface OutlineMoves {
  /** @param before the entry it would stand before; null: behind all. @returns why not; null where it may. */
  whyNot(dragged: OutlineEntry, before: OutlineEntry | null): string | null;
  move(dragged: OutlineEntry, before: OutlineEntry | null): MoveOutcome;
}

const BETWEEN_SECTIONS = 'A section stands between sections, not within one.';

/** @param document as the outline shows it. */
export function outlineMoves(handle: EditorHandle, document: DespatchDocument): OutlineMoves {
  const sectionAt = (blockId: string) =>
    document.sections.findIndex(({ blocks }) => blocks.some(({ id }) => id === blockId));
  const idOf = (at: number) => document.sections[at]?.id ?? null;

  /** A sub-heading stands before another entry, or at the end of the section before that entry. */
  function placeBefore(before: OutlineEntry | null) {
    const at = before ? sectionAt(before.blockId) : document.sections.length;
    if (before && before.level > 1) return { sectionId: idOf(at), beforeId: before.blockId };
    return { sectionId: idOf(at - 1), beforeId: null };
  }

  return {
    whyNot(dragged, before) {
      const dragging = handle.feature(draggingKey);
      if (!dragging) return null;
      if (dragged.level > 1) {
        const { sectionId, beforeId } = placeBefore(before);
        if (sectionId === null) return 'Nothing stands before the title block.';
        return dragging.whyNot([dragged.blockId], { sectionId, beforeId });
      }
      if (before && before.level > 1) return BETWEEN_SECTIONS;
      const own = idOf(sectionAt(dragged.blockId));
      return own === null ? null : dragging.whyNotSection(own, before && idOf(sectionAt(before.blockId)));
    },
    move(dragged, before) {
      const nothing: MoveOutcome = { moved: [], refusal: null };
      if (dragged.level > 1) {
        const { sectionId, beforeId } = placeBefore(before);
        return sectionId === null ? nothing : handle.moveBlocks([dragged.blockId], { sectionId, beforeId });
      }
      const own = idOf(sectionAt(dragged.blockId));
      return own === null ? nothing : handle.moveSection(own, before && idOf(sectionAt(before.blockId)));
    },
  };
}
