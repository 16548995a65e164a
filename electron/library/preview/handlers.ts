import type { FeatureHandlers } from '../handlers.ts';
import type { PreviewTypesetter } from './typesetter.ts';

/** The page preview; what it shows is the window's, and is not stored anywhere. */
export function previewHandlers(
  typesetter: PreviewTypesetter,
): FeatureHandlers<'preview.put' | 'preview.typeset' | 'preview.page' | 'preview.close'> {
  return {
    'preview.put': async ({ documentId, sections }) => {
      await typesetter.put(documentId, sections);
      return {};
    },
    'preview.typeset': (state) => typesetter.typeset(state),
    'preview.page': ({ documentId, version, page, width }) =>
      typesetter.page(documentId, version, page, width),
    'preview.close': async ({ documentId }) => {
      await typesetter.close(documentId);
      return {};
    },
  };
}
