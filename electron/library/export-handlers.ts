import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import { writeTarget } from './export/target.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { knownDocument } from './known-document.ts';
import { render } from './render.ts';
import { parsedDocument } from './stored-document.ts';

/** Writing a document as last saved. */
export function exportHandlers({ store, grants }: Services): FeatureHandlers<'documents.export'> {
  return {
    'documents.export': async ({ documentId, format, comments, grant }, { signal, progress }) => {
      const file = grants.fileOf(grant, 'write');
      const { parsed, threads } = store().read((tables) => ({
        parsed: parsedDocument(tables, documentId),
        threads: comments === true ? tables.comments.all(documentId) : [],
      }));
      const document = knownDocument(parsed);
      progress(0.1, 'Typesetting');
      const pictures = (asset: string) => store().read((tables) => tables.assets.get(asset)?.bytes ?? null);
      const bytes = await render(document, format, { pictures, threads });
      if (signal.aborted) throw new DespatchError('call.cancelled');
      progress(0.9, 'Writing');
      await writeTarget(file, bytes);
      return { fileName: path.basename(file), bytes: bytes.length };
    },
  };
}
