import { applied, threadIdOf } from '../../shared/comments/thread.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { findDocument } from './stored-document.ts';

/** Reading what was said about a document, and saying more. */
export function commentHandlers({ store }: Services): FeatureHandlers<'comments.list' | 'comments.change'> {
  return {
    'comments.list': async ({ documentId }) =>
      store().read((tables) => {
        findDocument(tables, documentId);
        return { threads: tables.comments.all(documentId) };
      }),

    'comments.change': async ({ documentId, operation }) =>
      store().write((tables) => {
        findDocument(tables, documentId);
        const id = threadIdOf(operation);
        const thread = applied(tables.comments.find(documentId, id), operation);
        if (thread === null) tables.comments.remove(documentId, id);
        else tables.comments.put(documentId, thread);
        return { thread };
      }),
  };
}
