/** What the sheet says about a block beside its own words: gutter names, run-in labels, prompts. */
import type { AttendeeSide, BlockKind, DetailName } from '../../../shared/document/schema.ts';
import { blockRules, detailRules, fieldRules, QUESTION_LABEL } from '../../../shared/document/structure.ts';
import type { BlockState } from '../nodes/block-state.ts';

const prompts: Readonly<Record<BlockKind, string>> = {
  title: 'Title of the document',
  field: '',
  label: 'Label, for example Points to make',
  aim: 'What our side wants from this item',
  heading: 'Heading',
  point: 'A point to make',
  question: 'A question to ask',
  recommendation: 'What the committee is asked to do',
  paragraph: 'Numbered paragraph',
  text: '',
  quotation: 'Words quoted, with their source',
  backgroundDocument: 'Title of the document relied on',
  appendix: 'Title of the appendix',
  attendee: 'Name',
  agendaItem: 'Item on the agenda',
  lineToTake: 'What we say if it is raised',
  likelyQuestion: 'A question we are likely to be asked',
  ask: 'What they are likely to ask for',
  sensitivity: 'What to be careful with',
  person: 'Name',
  decision: 'What is to be decided',
  option: 'An option, doing nothing included',
  implication: 'Legal, finance, equalities, climate …',
  clearer: 'Who cleared it',
  table: 'Caption of the table',
  image: 'Caption of the picture',
  detail: '',
  guidance: 'Guidance for the author, never exported',
};

const headingNames = ['Section heading', 'Sub-heading', 'Minor heading'];

/** The name in the gutter. */
export function blockName(kind: BlockKind, level: number): string {
  if (kind === 'heading') return headingNames[level - 1] ?? blockRules.heading.name;
  return blockRules[kind].name;
}

const sideNames: Readonly<Record<AttendeeSide, string>> = { ours: 'Ours', theirs: 'Theirs' };

/** What stands in the gutter beside a block: its name, or what sets it apart from its fellows. */
export function gutterName({ kind, level, side, detail }: BlockState): string {
  if (side !== null) return sideNames[side];
  return detail === null ? blockName(kind, level) : detailRules[detail].label;
}

/** Heads of the first columns of rows; the other columns are named by their details. */
const firstColumns: Partial<Record<BlockKind, string>> = {
  attendee: 'Name',
  implication: 'Area',
  clearer: 'Cleared by',
};

interface Cell {
  /** From 1. */
  readonly column: number;
  readonly head: string;
}

const rowDetails: ReadonlyMap<DetailName, number> = new Map(
  Object.values(blockRules).flatMap(({ details }) =>
    details?.form === 'row' ? details.names.map((name, at) => [name, at + 2] as const) : [],
  ),
);

/** The place of a block in the rows of a section that has some; null for a block that is never a cell. */
export function cellOf({ kind, detail }: BlockState): Cell | null {
  const first = firstColumns[kind];
  if (first !== undefined) return { column: 1, head: first };
  const column = detail === null ? undefined : rowDetails.get(detail);
  return detail === null || column === undefined ? null : { column, head: detailRules[detail].label };
}

/** The name with the level, where that is not the first, as a screen reader says it. */
export function describeBlock(kind: BlockKind, level: number, name = blockName(kind, level)): string {
  return kind === 'heading' || level === 0 ? name : `${name}, level ${level + 1}`;
}

/** Shown in an empty block, never part of the document. */
export function promptOf(state: BlockState): string {
  if (state.detail !== null) return detailRules[state.detail].prompt;
  if (state.side !== null) return `${prompts.attendee}, ${state.side === 'ours' ? 'our' : 'their'} side`;
  return state.field === null ? prompts[state.kind] : fieldRules[state.field].prompt;
}

/** The label printed before the words; empty where the kind has none. */
export function runInLabel(state: BlockState): string {
  if (state.kind === 'question') return state.label ?? QUESTION_LABEL;
  if (state.field !== null) return state.label ?? fieldRules[state.field].label;
  if (state.detail !== null) return detailRules[state.detail].label;
  if (state.designation !== null) return `Appendix ${state.designation}`;
  return '';
}
