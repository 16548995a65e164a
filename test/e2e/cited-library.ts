/** Libraries in which briefs cite a source, which may have a new edition since. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startNodeExtractor } from '../../electron/library/import/extract.ts';
import { openLibrary } from '../../electron/library/open.ts';
import { plainBlock, section } from '../../shared/document/build.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import type { Block, PlainBlock } from '../../shared/document/schema.ts';
import { takePassage } from '../../shared/evidence/taken.ts';

const before = 'Of 430 households, 305 said that nobody had told them to leave. Wardens came at dawn.\n';
const after = 'Of 436 households, 311 said that nobody had told them to leave.\n';
const context = { signal: new AbortController().signal, progress() {} };

/** One brief rests twice on a source, and that has a new edition since. */
export const makeCitedLibrary = (folder: string): Promise<void> =>
  withLibrary(folder, async ({ add, cite }) => {
    const sourceId = await add('survey.txt', before);
    await cite(sourceId, '', [
      ['305 said that nobody had told them to leave', 'Seven in ten were not told to leave.'],
      ['Wardens came at dawn', 'Wardens went from door to door at first light.'],
    ]);
    await add('survey-again.txt', after, sourceId);
  });

/** Each of these briefs rests once on the same source; a later one stands beside it. */
export const makeSharedLibrary = (folder: string, titles: readonly string[]): Promise<void> =>
  withLibrary(folder, async ({ add, cite }) => {
    const sourceId = await add('survey.txt', before);
    for (const title of titles) {
      await cite(sourceId, title, [
        ['305 said that nobody had told them to leave', 'Seven in ten were not told.'],
      ]);
    }
    await add('later-count.txt', 'Of 500 households, 20 said so in a later count.\n');
  });

interface Making {
  /** @returns the id of the source. */
  add(name: string, words: string, editionOf?: string): Promise<string>;
  /** A brief with a point for each pair of words of the source and what it says of them. */
  cite(sourceId: string, title: string, points: readonly (readonly [string, string])[]): Promise<void>;
}

async function withLibrary(folder: string, make: (making: Making) => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const library = openLibrary({
    folder,
    mint: randomUUID,
    now: () => new Date(),
    extract: () => Promise.reject(new Error('no document is read here')),
    startExtractor: startNodeExtractor(path.resolve(import.meta.dirname, '../../electron/extractor/main.ts')),
  });
  const { handlers } = library;
  try {
    await make({
      async add(name, words, editionOf) {
        const file = path.join(folder, '..', name);
        writeFileSync(file, words);
        library.grants.give(name, file, 'read');
        const files = [{ grant: name }];
        const { rows } = await handlers['evidence.add'](
          editionOf === undefined ? { files } : { files, editionOf },
          context,
        );
        return rows[0]?.sourceId ?? '';
      },
      async cite(sourceId, title, points) {
        const { edition } = await handlers['reading.open']({ sourceId }, context);
        const { text } = await handlers['reading.text']({ edition, page: 1 }, context);
        const blocks = points.map(([words, says]): PlainBlock => {
          const start = text.indexOf(words);
          const place = { sourceId, edition, page: null, text, start: 0 };
          const taken = takePassage(place, { start, end: start + words.length });
          if (!taken) throw new Error(`“${words}” is not in the source.`);
          const block = plainBlock(randomUUID, 'point', [{ type: 'text', text: says }]);
          return { ...block, citations: [{ id: randomUUID(), bearing: 'supports', ...taken }] };
        });
        const { documentId } = await handlers['documents.create']({ kind: 'briefing' }, context);
        const { document, revision } = await handlers['documents.open']({ documentId }, context);
        const topic = { ...section(randomUUID, 'topic', []), blocks };
        const { sections } = parseDocument(document).document;
        const titled = sections.flatMap((one) =>
          one.role === 'unknown' || !one.blocks.some(({ kind }) => kind === 'title')
            ? []
            : { ...one, blocks: one.blocks.map((block) => titleIn(block, title)) },
        );
        await handlers['documents.saveSections'](
          {
            documentId,
            baseRevision: revision,
            sections: [...(title === '' ? [] : titled), topic],
            order: [...sections.map(({ id }) => id), topic.id],
          },
          context,
        );
      },
    });
  } finally {
    library.close();
  }
}

function titleIn(block: Block, title: string): Block {
  return block.kind === 'title' ? { ...block, content: [{ type: 'text', text: title }] } : block;
}
