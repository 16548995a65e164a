/** Turning references that were typed into references that follow their targets. The printed words stay the same. */
import {
  type Edit,
  editContent,
  passagesOf,
  placedText,
  type Stretch,
  sliceContent,
  withPassage,
} from '../document/places.ts';
import type { BlockKind, DespatchDocument, Inline, KnownBlock, Reference } from '../document/schema.ts';
import { knownBlocks } from '../document/walk.ts';
import { resolveTyped, type TypedOutcome, type TypedWords, typedWords } from './typed.ts';
import type { ReferenceTarget, ReferenceTargets } from './words.ts';

export interface TypedReference extends Stretch {
  /** As typed. */
  readonly words: string;
  readonly outcome: TypedOutcome;
  /** What makes it a reference; null where that cannot be done without changing a printed word. */
  readonly edits: readonly Edit[] | null;
}

/** Lists do not cite themselves, a quotation cites its own source, and guidance is no part of the document. */
const silent: ReadonlySet<BlockKind> = new Set([
  'title',
  'quotation',
  'appendix',
  'backgroundDocument',
  'guidance',
]);

/** A reference that looks as the characters do in whose place it comes; null where no reference can look so. */
function standIn(
  content: readonly Inline[],
  start: number,
  end: number,
  pointer: Pick<Reference, 'target' | 'show'>,
): Edit | null {
  const [run, ...more] = sliceContent(content, start, end);
  if (run?.type !== 'text' || more.length > 0 || run.link !== undefined) return null;
  const { bold, italic, comments } = run;
  const reference: Reference = {
    type: 'reference',
    ...pointer,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(comments ? { comments } : {}),
  };
  return { start, end, by: [reference] };
}

function editsFor(
  content: readonly Inline[],
  typed: TypedWords,
  words: string,
  targets: readonly ReferenceTarget[],
): Edit[] | null {
  const [only, ...more] = targets;
  if (only && more.length === 0 && words === only.label) {
    const whole = standIn(content, typed.start, typed.end, { target: only.id, show: 'label' });
    if (whole) return [whole];
  }
  const edits: Edit[] = [];
  for (const [at, { start, end }] of typed.parts.entries()) {
    const target = targets[at];
    const edit = target && standIn(content, start, end, { target: target.id, show: 'number' });
    if (!edit) return null;
    edits.push(edit);
  }
  return edits;
}

/** Where references may have been typed in a block: what depends on the block alone, and so may be remembered. */
export function typedPlaces(block: KnownBlock): { stretch: Stretch; typed: TypedWords; words: string }[] {
  if (silent.has(block.kind)) return [];
  return [...passagesOf(block)].flatMap(({ cell, content }) => {
    const text = placedText(content);
    return typedWords(text).map((typed) => ({
      stretch: { blockId: block.id, cell, start: typed.start, end: typed.end },
      typed,
      words: text.slice(typed.start, typed.end),
    }));
  });
}

/** The references typed in one block that say something about this document. */
export function typedReferences(
  block: KnownBlock,
  targets: ReferenceTargets,
  places = typedPlaces(block),
): TypedReference[] {
  const contents = new Map(
    [...passagesOf(block)].map(({ cell, content }) => [JSON.stringify(cell), content]),
  );
  return places.flatMap(({ stretch, typed, words }) => {
    const outcome = resolveTyped(typed, targets);
    if (!outcome) return [];
    const content = contents.get(JSON.stringify(stretch.cell)) ?? [];
    const edits = outcome.found === 'found' ? editsFor(content, typed, words, outcome.targets) : null;
    return [{ ...stretch, words, outcome, edits }];
  });
}

/** Every typed reference of a document that can become a live one. */
export function convertible(document: DespatchDocument, targets: ReferenceTargets): TypedReference[] {
  return [...knownBlocks(document)].flatMap((block) =>
    typedReferences(block, targets).filter(({ edits }) => edits !== null),
  );
}

/** The block with these of its typed references made live. */
export function convertTyped(block: KnownBlock, references: readonly TypedReference[]): KnownBlock {
  let made = block;
  for (const { cell, content } of passagesOf(block)) {
    const edits = references
      .filter((each) => each.blockId === block.id && JSON.stringify(each.cell) === JSON.stringify(cell))
      .flatMap((each) => each.edits ?? [])
      .sort((one, other) => one.start - other.start);
    if (edits.length > 0) made = withPassage(made, cell, editContent(content, edits));
  }
  return made;
}
