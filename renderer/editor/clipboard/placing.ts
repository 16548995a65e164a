/** What a fragment becomes where it is put down. */
import { shareCitations } from '../../../shared/document/citations.ts';
import type { BlockKind, Inline, SectionRole } from '../../../shared/document/schema.ts';
import { blockRules, mainRole, sectionRules } from '../../../shared/document/structure.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { runInLabel } from '../marks/words.ts';
import { type BlockState, isFixed } from '../nodes/block-state.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { $newState, allowedKinds, clampLevel } from '../operations/kind.ts';
import { citationsOf, exemptOf, type Foreign, type Fragment, isBody } from './fragment.ts';
import type { Notes } from './notes.ts';

export interface PutOptions {
  /** Whether no block bears an id, so that cut blocks come back as themselves. */
  readonly $isFree: (id: string) => boolean;
  readonly notes: Notes;
}

/** Where fragments go. */
export interface Target extends PutOptions {
  /** The block with the caret, as it was before. */
  readonly at: BlockState;
  readonly role: SectionRole;
  readonly $section: () => SectionNode | null;
  /** How many levels of headings are put down together. */
  readonly headingLevels: number;
}

export interface Placed {
  readonly state: BlockState;
  readonly content: readonly Inline[];
}

/** The kind that a list pasted at this block is made of: its own where that makes lists, or else its section's. */
function listKind({ at, role }: Target): BlockKind {
  const makesLists = (kind: BlockKind) =>
    kind !== 'text' && blockRules[kind].next === kind && blockRules[kind].details?.form !== 'row';
  if (makesLists(at.kind)) return at.kind;
  const { first, fallback } = sectionRules[role];
  if (makesLists(first)) return first;
  return allowedKinds(role).find(makesLists) ?? fallback;
}

/** Plain lines continue what stands at the caret, unless that is something a document has but once. */
function lineKind({ at: { kind }, role }: Target): BlockKind {
  if (kind === 'quotation') return kind;
  const continues = blockRules[kind].next === kind && blockRules[kind].details?.form !== 'row';
  return continues ? kind : allowedKinds(role).includes('text') ? 'text' : sectionRules[role].fallback;
}

/** Sub-headings, unless so many levels come together that the highest of them must be sections. */
function headingLevel(level: number, { role, headingLevels }: Target): number {
  const opensSections = headingLevels > 2 && Object.values(mainRole).includes(role);
  return level + (opensSections ? 1 : 2);
}

function $foreignState({ role, level }: Foreign, target: Target): BlockState {
  const section = target.$section();
  const allowed = allowedKinds(target.role);
  const $at = (kind: BlockKind, wanted: number) => {
    if (wanted > blockRules[kind].maxLevel) target.notes.add('level');
    return $newState(kind, wanted, section);
  };
  if (role === 'heading' && allowed.includes('heading')) return $at('heading', headingLevel(level, target));
  if (role === 'quotation' && allowed.includes('quotation')) return $newState('quotation', 0, section);
  if (role !== 'item') return $newState(lineKind(target), target.at.level, section);
  const kind = listKind(target);
  // Paragraphs are numbered through the document: a list among them belongs one level below.
  return $at(kind, level + (kind === 'paragraph' ? 1 : 0));
}

/** The words before a title, field or other block that cannot come again, so that they are not lost with it. */
function labelled(state: BlockState, content: readonly Inline[]): readonly Inline[] {
  const label = state.kind === 'field' ? runInLabel(state) : '';
  return label === '' || plainText(content) === ''
    ? content
    : [{ type: 'text', text: `${label}: `, bold: true }, ...content];
}

export function $placed({ origin, content }: Fragment, target: Target): Placed {
  const section = target.$section();
  const { notes, role } = target;
  if ('role' in origin) {
    if (origin.role === 'picture') throw new Error('a picture is kept before it is put down');
    if (origin.role !== 'table') {
      const { citations = [], exempt = null } = origin;
      return { state: { ...$foreignState(origin, target), citations, exempt }, content };
    }
    const table = { ...origin.table, rows: [...origin.table.rows] };
    return { state: { ...$newState('table', 0, section), table, exempt: origin.exempt ?? null }, content };
  }
  if (isFixed(origin)) {
    const { citations, line, exempt } = origin;
    const state = { ...$newState('text', 0, section), citations, line, exempt };
    return { state, content: labelled(origin, content) };
  }
  if (!allowedKinds(role).includes(origin.kind)) notes.add('kind', plainText(content));
  const id = target.$isFree(origin.id) ? origin.id : '';
  return { state: { ...origin, id, level: clampLevel(origin.kind, origin.level) }, content };
}

/** What may not stand here as a body: the rows of a table become lines; a picture cannot. */
export function fitting(
  fragments: readonly Fragment[],
  { role, notes }: Pick<Target, 'role' | 'notes'>,
): Fragment[] {
  const allowed = allowedKinds(role);
  return fragments.flatMap((fragment): Fragment[] => {
    if (!isBody(fragment)) return [fragment];
    const { origin, content } = fragment;
    const isTable = 'role' in origin ? origin.role === 'table' : origin.kind === 'table';
    if (allowed.includes(isTable ? 'table' : 'image')) return [fragment];
    const lines = (pieces: readonly (readonly Inline[])[]): Fragment[] => {
      const shares = shareCitations(citationsOf(fragment), pieces);
      return pieces.map((words, at) => ({
        origin: { role: 'line', level: 0, citations: shares[at] ?? [], exempt: exemptOf(fragment) },
        content: words,
      }));
    };
    if (!isTable) {
      notes.add('unplacedPicture', plainText(content));
      return content.length > 0 ? lines([content]) : [];
    }
    notes.add('tableAsLines', plainText(content));
    const rows = ('table' in origin ? origin.table?.rows : undefined) ?? [];
    const cells = rows.map((row) =>
      row.flatMap((cell, at): Inline[] =>
        at === 0 ? cell.content : [{ type: 'text', text: '; ' }, ...cell.content],
      ),
    );
    return lines([...(content.length > 0 ? [content] : []), ...cells]);
  });
}
