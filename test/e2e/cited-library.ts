/** A library in which a brief cites a source that has a new edition since. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startNodeExtractor } from '../../electron/library/import/extract.ts';
import { openLibrary } from '../../electron/library/open.ts';
import { plainBlock, section } from '../../shared/document/build.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import type { PlainBlock } from '../../shared/document/schema.ts';
import { takePassage } from '../../shared/evidence/taken.ts';

const before = 'Of 430 households, 305 said that nobody had told them to leave. Wardens came at dawn.\n';
const after = 'Of 436 households, 311 said that nobody had told them to leave.\n';
const context = { signal: new AbortController().signal, progress() {} };

export async function makeCitedLibrary(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const library = openLibrary({
    folder,
    mint: randomUUID,
    now: () => new Date(),
    extract: () => Promise.reject(new Error('no document is read here')),
    startExtractor: startNodeExtractor(path.resolve(import.meta.dirname, '../../electron/extractor/main.ts')),
  });
  const { handlers } = library;
  const add = async (name: string, words: string, editionOf?: string): Promise<string> => {
    const file = path.join(folder, '..', name);
    writeFileSync(file, words);
    library.grants.give(name, file, 'read');
    const files = [{ grant: name }];
    const { rows } = await handlers['evidence.add'](
      editionOf === undefined ? { files } : { files, editionOf },
      context,
    );
    return rows[0]?.sourceId ?? '';
  };
  try {
    const sourceId = await add('survey.txt', before);
    const { edition } = await handlers['reading.open']({ sourceId }, context);
    const { text } = await handlers['reading.text']({ edition, page: 1 }, context);
    const point = (words: string, says: string): PlainBlock => {
      const start = text.indexOf(words);
      const place = { sourceId, edition, page: null, text, start: 0 };
      const taken = takePassage(place, { start, end: start + words.length });
      if (!taken) throw new Error(`“${words}” is not in the source.`);
      const block = plainBlock(randomUUID, 'point', [{ type: 'text', text: says }]);
      return { ...block, citations: [{ id: randomUUID(), bearing: 'supports', ...taken }] };
    };
    const { documentId } = await handlers['documents.create']({ kind: 'briefing' }, context);
    const { document, revision } = await handlers['documents.open']({ documentId }, context);
    const blocks = [
      point('305 said that nobody had told them to leave', 'Seven in ten were not told to leave.'),
      point('Wardens came at dawn', 'Wardens went from door to door at first light.'),
    ];
    const topic = { ...section(randomUUID, 'topic', []), blocks };
    const order = [...parseDocument(document).document.sections.map(({ id }) => id), topic.id];
    await handlers['documents.saveSections'](
      { documentId, baseRevision: revision, sections: [topic], order },
      context,
    );
    await add('survey-again.txt', after, sourceId);
  } finally {
    library.close();
  }
}
