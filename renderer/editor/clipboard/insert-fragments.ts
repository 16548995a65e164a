/** Putting down everything that was pasted, a step at a time. */
import { $getNodeByKey, type NodeKey, type RangeSelection } from 'lexical';
import type { DocumentKind, SectionRole } from '../../../shared/document/schema.ts';
import { mainRole, sectionRules } from '../../../shared/document/structure.ts';
import { isHeld } from '../nodes/block-state.ts';
import { $createSection, $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $deleteRange } from '../operations/delete-range.ts';
import { $partOf } from '../operations/groups.ts';
import { $blocksOf, $edgesOf, $isAtStart, $sectionOf } from '../operations/locate.ts';
import type { Fragment } from './fragment.ts';
import { Insertion } from './insertion.ts';
import { Notes } from './notes.ts';
import type { PutOptions } from './placing.ts';
import { finish } from './steps.ts';

/** A section that was copied from its heading on. */
interface PastedSection {
  readonly role: SectionRole;
  readonly fragments: readonly Fragment[];
}

export interface Pasted {
  /** What goes where the caret is. */
  readonly fragments: readonly Fragment[];
  /** What goes behind the section with the caret, or before it with the caret at its very start. */
  readonly sections: readonly PastedSection[];
}

function* $carryOn(begun: ReturnType<typeof Insertion.$begin>): Generator<void, number> {
  if (!begun) return 0;
  const { insertion, rest } = begun;
  yield;
  while (insertion.$moreRows()) yield;
  for (const fragment of rest) {
    insertion.$next(fragment);
    yield;
    while (insertion.$moreRows()) yield;
  }
  insertion.$end();
  return insertion.blocks;
}

/** Whether nothing is written in a section, as where one was cut: what is pasted takes its place. */
function $isBlank(part: readonly SectionNode[]): boolean {
  return part
    .flatMap($blocksOf)
    .every(
      (block) => block.isEmpty() && !isHeld(block.getState()) && block.getState().citations.length === 0,
    );
}

/** Where sections go that are pasted at this selection. */
function $placeForSections(
  selection: RangeSelection,
  inFront: boolean,
): { readonly key: NodeKey; readonly before: boolean } | null {
  const edge = $edgesOf(selection)?.start;
  const section = edge && $sectionOf(edge.block);
  if (!edge || !section) return null;
  const part = $partOf(section);
  const [first] = part;
  if (first && inFront && $isBlank(part)) {
    for (const each of part) each.clear();
    return { key: first.getKey(), before: true };
  }
  const atStart = inFront && $isAtStart(edge) && first?.is(section) && first.getFirstChild()?.is(edge.block);
  const anchor = atStart ? first : part.at(-1);
  return anchor ? { key: anchor.getKey(), before: atStart === true } : null;
}

function $sectionAt(key: NodeKey): SectionNode {
  const section = $getNodeByKey(key);
  if ($isSection(section) && section.isAttached()) return section;
  throw new Error('The section behind which words were pasted has gone');
}

/**
 * Pastes over the selection. Every step of it must be taken in an update of the editor, which may be one and the same.
 * @returns how many blocks came.
 */
export function* $paste(
  selection: RangeSelection,
  { fragments, sections }: Pasted,
  { documentKind, ...options }: PutOptions & { readonly documentKind: DocumentKind },
): Generator<void, number> {
  if (!selection.isCollapsed()) $deleteRange(selection);
  const place = sections.length === 0 ? null : $placeForSections(selection, fragments.length === 0);
  let blocks = yield* $carryOn(Insertion.$begin(selection, fragments, options));
  let anchor = place?.key ?? null;
  for (const [at, { role, fragments: coming }] of sections.entries()) {
    if (anchor === null) break;
    const allowed = sectionRules[role].documentKinds.includes(documentKind);
    const taken = allowed ? role : mainRole[documentKind];
    const section = $createSection(taken);
    const beside = $sectionAt(anchor);
    if (place?.before && at === 0) beside.insertBefore(section, false);
    else ($partOf(beside).at(-1) ?? beside).insertAfter(section, false);
    anchor = section.getKey();
    blocks += yield* $carryOn(Insertion.$fill(section, taken, coming, options));
  }
  return blocks;
}

/** Pastes fragments over the selection, all in the update around it. @returns how many blocks came. */
export function $insertFragments(
  selection: RangeSelection,
  fragments: readonly Fragment[],
  $isFree: (id: string) => boolean,
  notes = new Notes(),
): number {
  // Without sections it does not matter what kind of document it is.
  return finish($paste(selection, { fragments, sections: [] }, { documentKind: 'briefing', $isFree, notes }));
}
