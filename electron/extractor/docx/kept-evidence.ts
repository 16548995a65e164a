/** What a Word file that we wrote says of its citations, in a part of its own that Word keeps as it is. */
import * as z from 'zod';
import {
  type KeptCitations,
  keptCitationSchema,
  keptCitationsSchema,
} from '../../../shared/import/kept-schema.ts';
import { EVIDENCE_NAMESPACE } from '../../../shared/print/word-styles.ts';
import type { WordPackage } from './package.ts';
import type { Relationship } from './parts.ts';
import { elements, parseXml, textOf } from './xml.ts';

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});
const citationText = json.pipe(keptCitationSchema);
const sourceText = json.pipe(keptCitationsSchema.shape.sources.element.shape.csl);

/** Entries that are not as we write them are left out: then their words are what they are, words. */
function keptIn(text: string): KeptCitations {
  const kept: KeptCitations = { citations: [], sources: [], made: [] };
  for (const element of elements(parseXml(text))) {
    const { bookmark: key = '', id = '' } = element.attributes;
    const words = textOf(element);
    if (element.name === 'evidence:source') {
      const csl = sourceText.safeParse(words);
      if (csl.success && id !== '') kept.sources.push({ id, csl: csl.data });
    } else if (element.name === 'evidence:citation') {
      const citation = citationText.safeParse(words);
      if (citation.success && key !== '') kept.citations.push({ key, citation: citation.data });
    } else if (element.name === 'evidence:made' && key !== '') kept.made.push({ key, text: words });
  }
  return kept;
}

/**
 * @returns null where there is nothing of ours in it.
 * @throws Error in words for the reader, for a part of ours that is no well-formed XML.
 */
export async function readKeptEvidence(
  pack: WordPackage,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<KeptCitations | null> {
  for (const { type, target, external } of relationships.values()) {
    if (external || type !== 'customXml') continue;
    const text = await pack.read(target);
    // Word keeps parts of its own beside ours; nobody need read those.
    if (!text?.includes(EVIDENCE_NAMESPACE)) continue;
    const kept = keptIn(text);
    if (kept.citations.length > 0) return kept;
  }
  return null;
}
