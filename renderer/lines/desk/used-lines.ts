/** How every use of a standing line in a document stands; a keystroke reads one section anew. */
import type { AnySection, DespatchDocument } from '../../../shared/document/schema.ts';
import { type LineUse, type Say, saidByUse, spelledOut, usesIn } from '../../../shared/lines/said.ts';
import { type LineFact, standingOf } from '../../../shared/lines/standing.ts';
import type { UsedLine } from './desk-lines.ts';

const known = new WeakMap<AnySection, readonly LineUse[]>();

function usesOf(section: AnySection): readonly LineUse[] {
  const before = known.get(section);
  if (before) return before;
  const uses = usesIn(section);
  known.set(section, uses);
  return uses;
}

/** @param facts null: not known yet, and nothing is said of any. */
export function usedLines(
  document: DespatchDocument,
  facts: readonly LineFact[] | null,
  say: Say,
): UsedLine[] {
  if (facts === null) return [];
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return document.sections.flatMap(usesOf).map((use) => {
    const { kind } = use.block;
    const fact = byId.get(use.line.id);
    const said = saidByUse(use, say);
    return {
      use,
      fact,
      standing: standingOf({ kind, version: use.line.version, said }, fact),
      text: spelledOut(said, kind),
      lineText: fact ? spelledOut(fact.said, kind) : '',
    };
  });
}
