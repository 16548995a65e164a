/** References typed as words, which go wrong when a number changes: those that can be made live, and those that cannot. */
import { type TypedReference, typedPlaces, typedReferences } from '../references/convert.ts';
import { printedTargets } from '../references/targets.ts';
import type { Finding } from './finding.ts';
import { type CheckContext, perBlock, type Rule } from './rule.ts';

const placesOf = perBlock(({ block }) => typedPlaces(block));

function* typedIn({ document, blocks }: CheckContext): Generator<TypedReference | null> {
  for (const checked of blocks) {
    yield null;
    const places = placesOf(checked);
    if (places.length > 0) yield* typedReferences(checked.block, printedTargets(document), places);
  }
}

function finding(
  { blockId, cell, start, end }: TypedReference,
  severity: Finding['severity'],
  message: string,
): Omit<Finding, 'rule'> {
  return { severity, blockId, message, place: { cell, start, end } };
}

export const typedReference: Rule = {
  name: 'typed-reference',
  *check(context) {
    for (const each of typedIn(context)) {
      if (!each?.edits) {
        yield null;
        continue;
      }
      yield finding(
        each,
        'note',
        `“${each.words}” is typed. Convert it to a cross-reference, and its number follows when paragraphs move.`,
      );
    }
  },
};

/** Why a typed reference cannot be converted; null for one that can, or that a link keeps as it is. */
function reason({ words, outcome }: TypedReference): string | null {
  switch (outcome.found) {
    case 'found':
      return null;
    case 'missing':
      return `“${words}” is typed, and nothing here bears that number. Correct it, or pick what is meant with Ctrl+Shift+R.`;
    case 'ambiguous':
      return `“${words}” is typed, and more than one place bears that number. Pick the one meant with Ctrl+Shift+R.`;
    case 'wording':
      return `“${words}” is typed; a cross-reference would say “${outcome.usual}”. Pick it with Ctrl+Shift+R to have it follow.`;
  }
}

export const typedReferenceUnresolved: Rule = {
  name: 'typed-reference-unresolved',
  *check(context) {
    for (const each of typedIn(context)) {
      const message = each && reason(each);
      if (!each || !message) yield null;
      else yield finding(each, each.outcome.found === 'wording' ? 'note' : 'warning', message);
    }
  },
};
