/** How much of what a document says has evidence. */

import { hasInlineSource } from '../checks/inline-source.ts';
import { type CheckedBlock, checkContext, perBlock } from '../checks/rule.ts';
import { sentences } from '../checks/words.ts';
import type { DespatchDocument } from '../document/schema.ts';
import { isPoint, makesClaims } from './claims.ts';
import { type SourcedFigure, sourcedFigures } from './sourcing.ts';

export interface Share {
  readonly points: number;
  /** A link to the evidence, or a sentence that names its source. */
  readonly pointsWithEvidence: number;
  /** Those a reader will ask about. */
  readonly figures: number;
  readonly figuresWithEvidence: number;
}

export interface UnsourcedFigure {
  readonly sectionId: string;
  readonly blockId: string;
  /** As written. */
  readonly words: string;
  readonly place: SourcedFigure['place'];
  /** It has citations, and none of them says it. */
  readonly elsewhere: boolean;
}

export interface Coverage {
  readonly whole: Share;
  /** By section id; those without points and figures are not in it. */
  readonly sections: ReadonlyMap<string, Share>;
  /** In reading order. */
  readonly unsourced: readonly UnsourcedFigure[];
}

/** The figures of what our side says, with what they rest on; others have none of their own to source. */
export const figuresOf = perBlock(({ block, passages, empty }: CheckedBlock): readonly SourcedFigure[] =>
  empty || !makesClaims(block) ? [] : sourcedFigures(block, passages),
);

const hasEvidence = perBlock(
  ({ block, text }) =>
    block.citations.some(({ bearing }) => bearing !== 'contradicts') || sentences(text).some(hasInlineSource),
);

/** Linear in the length of the document; what has not changed since it was asked last is remembered. */
export function coverageOf(document: DespatchDocument): Coverage {
  const sections = new Map<string, Share>();
  const unsourced: UnsourcedFigure[] = [];
  for (const checked of checkContext(document, []).blocks) {
    const share = shareOf(checked);
    if (share === null) continue;
    const sectionId = checked.section.id;
    sections.set(sectionId, sum(sections.get(sectionId) ?? nothing, share));
    for (const { figure, place, standing, asked } of figuresOf(checked)) {
      if (!asked || standing === 'cited' || standing === 'named') continue;
      const { id: blockId } = checked.block;
      unsourced.push({ sectionId, blockId, words: figure.words, place, elsewhere: standing === 'elsewhere' });
    }
  }
  return { whole: [...sections.values()].reduce(sum, nothing), sections, unsourced };
}

const nothing: Share = { points: 0, pointsWithEvidence: 0, figures: 0, figuresWithEvidence: 0 };

function sum(one: Share, other: Share): Share {
  return {
    points: one.points + other.points,
    pointsWithEvidence: one.pointsWithEvidence + other.pointsWithEvidence,
    figures: one.figures + other.figures,
    figuresWithEvidence: one.figuresWithEvidence + other.figuresWithEvidence,
  };
}

function shareOf(checked: CheckedBlock): Share | null {
  if (checked.empty || !makesClaims(checked.block)) return null;
  const figures = figuresOf(checked).filter(({ asked }) => asked);
  const point = isPoint(checked.block);
  if (!point && figures.length === 0) return null;
  return {
    points: Number(point),
    pointsWithEvidence: Number(point && hasEvidence(checked)),
    figures: figures.length,
    figuresWithEvidence: figures.filter(({ standing }) => standing === 'cited' || standing === 'named')
      .length,
  };
}
