/** Citation styles, and the sources of a document for whoever writes it. */

import type { citationStyleCalls } from '../../shared/contract/citation-style-calls.ts';
import { shippedStyles } from '../../shared/evidence/citation-styles.ts';
import { KeptStyles } from './evidence/csl/kept-styles.ts';
import { exportEvidence, placedCitations } from './evidence/export-evidence.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { knownDocument } from './known-document.ts';
import { parsedDocument } from './stored-document.ts';

export function styleHandlers({
  store,
  folder,
  grants,
  readStyle,
}: Services): FeatureHandlers<keyof typeof citationStyleCalls> {
  const kept = new KeptStyles(folder);
  return {
    'styles.list': async () => [
      ...shippedStyles.map(({ id, name, inText }) => ({ id, title: name, inText, shipped: true })),
      ...kept.list(),
    ],
    'styles.add': async ({ grant }, { signal }) =>
      kept.add(
        await readStyle(
          grants.fileOf(grant, 'read'),
          // In this process every signal is the platform's own.
          signal instanceof AbortSignal ? signal : new AbortController().signal,
        ),
      ),
    'styles.remove': async ({ style }) => {
      kept.remove(style);
      return {};
    },
    'styles.sources': async ({ documentId }) =>
      store().read((tables) =>
        exportEvidence(tables, placedCitations(knownDocument(parsedDocument(tables, documentId)))),
      ),
  };
}
