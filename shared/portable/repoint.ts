/** Citations under the ids that their sources have in another library. */
import type { AnySection, Block, Citation, DespatchDocument } from '../document/schema.ts';
import type { StandingLine } from '../lines/line.ts';

/** The id of a source there; the same one where nothing is known of it. */
export type IdThere = (evidenceId: string, edition: string | null) => string;

function citationsThere(citations: readonly Citation[], idOf: IdThere): Citation[] {
  return citations.map((citation) => {
    const evidenceId = idOf(citation.evidenceId, citation.edition);
    return evidenceId === citation.evidenceId ? citation : { ...citation, evidenceId };
  });
}

/** A standing line with all that it and its details rest on. */
export function repointedLine(line: StandingLine, idOf: IdThere): StandingLine {
  const details = line.details.map((detail) => ({
    ...detail,
    citations: citationsThere(detail.citations, idOf),
  }));
  return { ...line, citations: citationsThere(line.citations, idOf), details };
}

export function repointed(document: DespatchDocument, idOf: IdThere): DespatchDocument {
  const block = (each: Block): Block =>
    each.kind === 'unknown' || each.citations.length === 0
      ? each
      : { ...each, citations: citationsThere(each.citations, idOf) };
  const sections = document.sections.map(
    (section): AnySection =>
      section.role === 'unknown' ? section : { ...section, blocks: section.blocks.map(block) },
  );
  return { ...document, sections };
}
