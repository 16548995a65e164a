/** What our side says: the blocks whose figures and claims a reader may ask the source of. */
import type { BlockKind, DetailName, KnownBlock } from '../document/schema.ts';

/** Likely questions and asks are the other side's. */
const claims: ReadonlySet<BlockKind> = new Set([
  'point',
  'question',
  'lineToTake',
  'sensitivity',
  'detail',
  'option',
  'implication',
  'paragraph',
  'recommendation',
  'text',
]);
/** Of a detail only those that say something about the world; minutes and dates are no claims. */
const silentDetails: ReadonlySet<DetailName> = new Set([
  'lead',
  'minutes',
  'role',
  'organisation',
  'clearedOn',
  'signedOffBy',
]);
const claimingFields: ReadonlySet<string> = new Set(['purpose', 'objectives']);
/** A question asks and a recommendation proposes: only what they take for granted may have a source. */
const asserts: ReadonlySet<BlockKind> = new Set([
  'point',
  'lineToTake',
  'sensitivity',
  'option',
  'implication',
  'paragraph',
  'text',
]);
const assertingDetails: ReadonlySet<DetailName> = new Set([
  'answer',
  'ifPressed',
  'response',
  'reason',
  'advantages',
  'disadvantages',
  'effect',
]);

/** Whether its figures are ours to source. */
export function makesClaims(block: KnownBlock): boolean {
  if (block.kind === 'detail') return !silentDetails.has(block.detail);
  return block.kind === 'field' ? claimingFields.has(block.field) : claims.has(block.kind);
}

/** Whether it says something that ought to rest on something, figures or not. */
export function isPoint(block: KnownBlock): boolean {
  return block.kind === 'detail' ? assertingDetails.has(block.detail) : asserts.has(block.kind);
}
