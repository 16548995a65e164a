/** What the print model needs to print sources, put together from what was chosen and what is known. */
import type { ExportEvidence } from '../../../shared/contract/citation-style-calls.ts';
import type { EvidenceChoice } from '../../../shared/evidence/evidence-choice.ts';
import type { PrintEvidence } from '../../../shared/print/evidence.ts';
import type { StyleChoice } from './csl/index.ts';

/**
 * @param style the one chosen, read.
 * @throws DespatchError `style.invalid`
 */
export async function printEvidence(
  { form, backgroundPapers, quoteHigher }: Omit<EvidenceChoice, 'style'>,
  style: StyleChoice,
  { sources, pages }: ExportEvidence,
): Promise<PrintEvidence> {
  // A megabyte of program, which only documents with citations need.
  const { loadCiter } = await import('./csl/index.ts');
  return {
    form,
    makeCiter: await loadCiter(style),
    sources: new Map(sources.map((source) => [source.id, source])),
    pages: new Map(Object.entries(pages)),
    backgroundPapers,
    quoteHigher,
  };
}
