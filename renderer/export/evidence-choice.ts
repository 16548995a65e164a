/** How sources are printed, remembered for each kind of document. */
import type { DocumentKind } from '../../shared/document/schema.ts';
import { defaultEvidence, evidenceChoiceSchema } from '../../shared/evidence/evidence-choice.ts';
import { keptChoice } from './kept-choice.ts';

export const evidenceChoices = keptChoice({
  name: 'export-evidence',
  schema: evidenceChoiceSchema,
  initial: defaultEvidence,
  // To quote what is marked higher is chosen for one export, and never by having chosen it before.
  remembered: (choice) => ({ ...choice, quoteHigher: false }),
});

/** What was chosen for one export is over with it. */
export function quoteNoHigher(kind: DocumentKind): void {
  const choice = evidenceChoices.of(kind);
  if (choice.quoteHigher) evidenceChoices.choose(kind, { ...choice, quoteHigher: false });
}
