/** Citation styles, and the sources of a document for whoever writes it. */

import type { citationStyleCalls } from '../../shared/contract/citation-style-calls.ts';
import { shippedStyles } from '../../shared/evidence/citation-styles.ts';
import type { Anchors } from './evidence/anchors.ts';
import { KeptStyles } from './evidence/csl/kept-styles.ts';
import { citationsOf } from './evidence/evidence-facts.ts';
import { exportEvidence } from './evidence/export-evidence.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { knownDocument } from './known-document.ts';
import { parsedDocument } from './stored-document.ts';

export function styleHandlers(
  services: Services,
  anchors: Anchors,
): FeatureHandlers<keyof typeof citationStyleCalls> {
  const { store, folder, grants, readStyle } = services;
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
    'styles.sources': async ({ documentId }, context) => {
      const document = store().read((tables) => knownDocument(parsedDocument(tables, documentId)));
      return exportEvidence(citationsOf(document), services, anchors, context);
    },
  };
}
