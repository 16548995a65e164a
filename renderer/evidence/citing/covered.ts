/** The shares of a document with evidence, worked out anew only for sections that have changed. */
import type { AnySection, DespatchDocument } from '../../../shared/document/schema.ts';
import { type Coverage, coverageOf, type Share } from '../../../shared/evidence/coverage.ts';

export interface Lacking {
  readonly blockId: string;
  /** Figures of it without a source, as written; none: it is a point without evidence. */
  readonly figures: readonly string[];
}

export interface Part {
  /** The first block of the section it is. */
  readonly blockId: string;
  readonly share: Share;
}

export interface Covered {
  readonly whole: Share;
  /** Stored sections with points or figures. */
  readonly parts: readonly Part[];
  /** Blocks that lack evidence, in reading order. */
  readonly lacking: readonly Lacking[];
}

interface Known {
  readonly share: Share;
  readonly lacking: readonly Lacking[];
}

const nothing: Share = { points: 0, pointsWithEvidence: 0, figures: 0, figuresWithEvidence: 0 };

export function sumOf(one: Share, other: Share): Share {
  return {
    points: one.points + other.points,
    pointsWithEvidence: one.pointsWithEvidence + other.pointsWithEvidence,
    figures: one.figures + other.figures,
    figuresWithEvidence: one.figuresWithEvidence + other.figuresWithEvidence,
  };
}

/** Sections are replaced, never changed in place. */
const known = new WeakMap<AnySection, Known>();

function lackingIn({ whole, unsourced }: Coverage, blockId: string): Lacking[] {
  const figures = unsourced.map(({ words }) => words);
  return figures.length > 0 || whole.points > whole.pointsWithEvidence ? [{ blockId, figures }] : [];
}

function readSection(document: DespatchDocument, section: AnySection): Known {
  const before = known.get(section);
  if (before) return before;
  let share = nothing;
  const lacking: Lacking[] = [];
  if (section.role !== 'unknown') {
    for (const block of section.blocks) {
      // One block at a time: the document's answer does not say which points lack evidence.
      const coverage = coverageOf({ ...document, sections: [{ ...section, blocks: [block] }] });
      share = sumOf(share, coverage.whole);
      lacking.push(...lackingIn(coverage, block.id));
    }
  }
  const read = { share, lacking };
  known.set(section, read);
  return read;
}

/** A step a section, so that whoever must not be held up runs one when there is time. */
export function* coveredSteps(document: DespatchDocument): Generator<void, Covered> {
  let whole = nothing;
  const parts: Part[] = [];
  const lacking: Lacking[] = [];
  for (const section of document.sections) {
    const isNew = !known.has(section);
    const read = readSection(document, section);
    const { share } = read;
    whole = sumOf(whole, share);
    const [first] = section.blocks;
    if (first && share.points + share.figures > 0) parts.push({ blockId: first.id, share });
    lacking.push(...read.lacking);
    if (isNew) yield;
  }
  return { whole, parts, lacking };
}

/** "12 of 18": points and figures together. */
export function shareOf(share: Share): { readonly have: number; readonly all: number } {
  return {
    have: share.pointsWithEvidence + share.figuresWithEvidence,
    all: share.points + share.figures,
  };
}
