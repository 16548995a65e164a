/** What a document holds by reference, as the library is told of it: its citations, and its standing lines. */
import type { CallInput } from '../../shared/contract/calls.ts';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';

export type Cited = NonNullable<CallInput<'standing.facts'>['citations']>[number];

interface InSection {
  readonly cited: readonly Cited[];
  /** Ids of standing lines. */
  readonly lines: readonly string[];
  readonly signature: string;
}

/** Sections are replaced, never changed, so that a keystroke reads one of them. */
const known = new WeakMap<AnySection, InSection>();

function inSection(section: AnySection): InSection {
  const before = known.get(section);
  if (before) return before;
  const cited = section.blocks.flatMap((block) =>
    block.kind === 'unknown'
      ? []
      : block.citations.map(({ id, evidenceId, edition, locator }) => ({
          blockId: block.id,
          citationId: id,
          sourceId: evidenceId,
          edition,
          locator,
        })),
  );
  const lines = section.blocks.flatMap((block) => (block.kind === 'unknown' ? [] : (block.line?.id ?? [])));
  const isNothing = cited.length === 0 && lines.length === 0;
  const made = { cited, lines, signature: isNothing ? '' : JSON.stringify([cited, lines]) };
  known.set(section, made);
  return made;
}

/** `signature` is another whenever something else is cited, and the same while only words change. */
export function citedIn(document: DespatchDocument): {
  readonly cited: readonly Cited[];
  readonly lines: readonly string[];
  readonly signature: string;
} {
  const parts = document.sections.map(inSection);
  return {
    cited: parts.flatMap(({ cited }) => cited),
    lines: [...new Set(parts.flatMap(({ lines }) => lines))],
    signature: parts.map(({ signature }) => signature).join(''),
  };
}
