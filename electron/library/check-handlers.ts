import { checkDocument } from '../../shared/checks/run.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { parsedDocument } from './stored-document.ts';

/** Running the checks over a document as last saved. */
export function checkHandlers({ store }: Services): FeatureHandlers<'documents.check'> {
  return {
    'documents.check': async ({ documentId }) => {
      const { document, report } = store().read((tables) => ({
        document: parsedDocument(tables, documentId).document,
        report: tables.importReport.all(documentId),
      }));
      const pending = report.filter(({ kind, state }) => kind === 'repair' && state === 'pending');
      return checkDocument(document, pending);
    },
  };
}
