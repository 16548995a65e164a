import { checkDocument } from '../../shared/checks/run.ts';
import type { Anchors } from './evidence/anchors.ts';
import { evidenceFacts, usesOf } from './evidence/evidence-facts.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { parsedDocument } from './stored-document.ts';

/** Running the checks over a document as last saved. */
export function checkHandlers(services: Services, anchors: Anchors): FeatureHandlers<'documents.check'> {
  return {
    'documents.check': async ({ documentId }, context) => {
      const { document, report } = services.store().read((tables) => ({
        document: parsedDocument(tables, documentId).document,
        report: tables.importReport.all(documentId),
      }));
      const pending = report.filter(({ kind, state }) => kind === 'repair' && state === 'pending');
      const facts = await evidenceFacts(usesOf(document), services, anchors, context);
      return checkDocument(document, pending, facts);
    },
  };
}
