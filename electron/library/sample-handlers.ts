import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import { recognise } from '../../shared/import/recognise.ts';
import { resourcesFolder } from '../paths.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { insertDocument } from './insert-document.ts';

/** In `resources/sample-library`. */
const sampleFiles = ['ministerial-brief.md', 'committee-report.md'];

export function sampleHandlers({ store, mint, now, version }: Services): FeatureHandlers<'samples.add'> {
  return {
    'samples.add': async () => {
      const folder = path.join(resourcesFolder(), 'sample-library');
      const documents = sampleFiles.map((name) => {
        const source = sourceFromText(readFileSync(path.join(folder, name), 'utf8'), name);
        return recognise(source, { mint }).document;
      });
      store().write((tables) => {
        // Nobody needs to review how our own files were read.
        for (const document of documents) {
          insertDocument(tables, document, [], { version, time: now().toISOString() });
        }
      });
      return { documentIds: documents.map(({ id }) => id) };
    },
  };
}
