/** Started by `kill.test.ts`: `node saver.ts FOLDER DOCUMENT`. */
import { writeSync } from 'node:fs';
import { openStore } from '../../../electron/library/db/store.ts';
import { documentHandlers } from '../../../electron/library/document-handlers.ts';
import { EvidenceNews } from '../../../electron/library/evidence/news.ts';
import { Originals } from '../../../electron/library/evidence/originals.ts';
import { createGrants } from '../../../electron/library/grants.ts';
import { parseDocument } from '../../../shared/document/parse.ts';

const [folder = '', documentId = ''] = process.argv.slice(2);
const now = () => new Date();
const store = openStore({ folder, nativeBinding: null, now });
const handlers = documentHandlers({
  store: () => store,
  folder,
  grants: createGrants(),
  mint: () => crypto.randomUUID(),
  now,
  version: '0.1.0',
  extract: () => Promise.reject(new Error('no file is read here')),
  readReferences: () => Promise.reject(new Error('no file is read here')),
  readPackage: () => Promise.reject(new Error('no file is read here')),
  readStyle: () => Promise.reject(new Error('no style is read here')),
  originals: new Originals(folder),
  evidenceNews: new EvidenceNews(),
});
const context = { signal: new AbortController().signal, progress: () => {} };
const opened = await handlers['documents.open']({ documentId }, context);
const topic = parseDocument(opened.document).document.sections.find(({ role }) => role === 'topic');
if (!topic || topic.role === 'unknown') throw new Error('The document has no topic.');
for (let revision = opened.revision; ; ) {
  const content = [{ type: 'text', text: `Words of revision ${revision + 1}.` }];
  const sections = [{ ...topic, blocks: topic.blocks.map((block) => ({ ...block, content })) }];
  ({ revision } = await handlers['documents.saveSections'](
    { documentId, baseRevision: revision, sections },
    context,
  ));
  writeSync(1, `${revision}\n`);
}
