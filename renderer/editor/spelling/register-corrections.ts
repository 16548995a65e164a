import { $getNodeByKey, HISTORY_PUSH_TAG } from 'lexical';
import { citedByAny } from '../../../shared/document/citations.ts';
import { placedText, type Stretch, sliceContent } from '../../../shared/document/places.ts';
import type { Inline } from '../../../shared/document/schema.ts';
import { $contentOf } from '../convert/inline.ts';
import type { EditorContext } from '../feature-context.ts';
import { $editPassage, $passageOf, $selectPlaces, type PassageNode } from '../inline/passages.ts';
import { $isBlock } from '../nodes/block-node.ts';
import type { IdRegister } from '../repairs/ids.ts';
import { type Correction, correctionsKey } from './corrections.ts';

function $passageWith({ blockId, cell }: Stretch, ids: IdRegister): PassageNode | null {
  const key = ids.keyOf(blockId);
  const block = key === undefined ? null : $getNodeByKey(key);
  return $isBlock(block) ? $passageOf(block, cell) : null;
}

const straight = (text: string) => text.replaceAll('’', "'");

/** The new words as the old ones were written: bold, linked, commented, cited, with the apostrophe in use there. */
function dressed(old: readonly Inline[], by: string): Inline[] {
  const [first] = old;
  const text = placedText(old).includes('’') ? by.replaceAll("'", '’') : by;
  return [{ ...(first?.type === 'text' ? first : {}), type: 'text', text, ...citedByAny(old) }];
}

/** Those of one passage, from its start to its end. */
function byPassage(corrections: readonly Correction[]): Correction[][] {
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const { blockId, cell } = correction.stretch;
    const key = `${blockId} ${cell?.row} ${cell?.column}`;
    const group = groups.get(key);
    if (group) group.push(correction);
    else groups.set(key, [correction]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a.stretch.start - b.stretch.start));
}

function $make(corrections: readonly Correction[], ids: IdRegister): number {
  const [first] = corrections;
  const passage = first ? $passageWith(first.stretch, ids) : null;
  if (!passage) return 0;
  const content = $contentOf(passage.getChildren());
  const edits = corrections.flatMap(({ stretch: { start, end }, was, by }) => {
    const old = sliceContent(content, start, end);
    return straight(placedText(old)) === straight(was) ? [{ start, end, by: dressed(old, by) }] : [];
  });
  if (edits.length > 0) $editPassage(passage, edits);
  return edits.length;
}

export function registerCorrections({ editor, ids, provide, say }: EditorContext): () => void {
  provide(correctionsKey, {
    select(stretch) {
      editor.update(
        () => {
          const passage = $passageWith(stretch, ids);
          if (passage) $selectPlaces(passage, stretch.start, stretch.end);
        },
        { discrete: true },
      );
      editor.focus();
      const key = ids.keyOf(stretch.blockId);
      const element = key === undefined ? null : editor.getElementByKey(key);
      element?.scrollIntoView({ block: 'center' });
    },
    make(corrections) {
      let made = 0;
      if (!editor.isEditable()) return 0;
      editor.update(
        () => {
          for (const group of byPassage(corrections)) made += $make(group, ids);
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      say(made === 1 ? 'One word replaced' : `${made} words replaced`);
      return made;
    },
  });
  return () => {};
}
