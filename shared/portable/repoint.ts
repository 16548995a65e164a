/** Citations under the ids that their sources have in another library. */
import type { AnySection, Block, DespatchDocument } from '../document/schema.ts';

/** @param idOf the id of the source there; the same one where nothing is known of it. */
export function repointed(
  document: DespatchDocument,
  idOf: (evidenceId: string, edition: string | null) => string,
): DespatchDocument {
  const block = (each: Block): Block => {
    if (each.kind === 'unknown' || each.citations.length === 0) return each;
    const citations = each.citations.map((citation) => {
      const evidenceId = idOf(citation.evidenceId, citation.edition);
      return evidenceId === citation.evidenceId ? citation : { ...citation, evidenceId };
    });
    return { ...each, citations };
  };
  const sections = document.sections.map(
    (section): AnySection =>
      section.role === 'unknown' ? section : { ...section, blocks: section.blocks.map(block) },
  );
  return { ...document, sections };
}
