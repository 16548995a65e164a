/** A library with a brief that cites sources of two editions, shows a picture and has a comment. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PortableChoice } from '../../../../shared/contract/portable-calls.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { parseDocument } from '../../../../shared/document/parse.ts';
import type { Block, Citation, DespatchDocument } from '../../../../shared/document/schema.ts';
import { takePassage } from '../../../../shared/evidence/taken.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { type EvidenceLibrary, openEvidence, textFile } from '../evidence/evidence-library.ts';
import { context, counter } from '../scratch.ts';

export const survey =
  'Of the 430 households that answered, 305 said that nobody had told them to leave. Nothing was heard of the county before noon.\nWardens came at dawn.';
export const report = '# The wall\n\nThe wall was raised by 40 centimetres in 2025.\n';

/** One dot. */
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export interface Desk {
  readonly library: EvidenceLibrary;
  readonly folder: string;
  readonly documentId: string;
  readonly sourceIds: readonly [string, string];
}

export const usual: PortableChoice = { originals: true, editions: 'cited', comments: true, higher: false };

function cite(sourceId: string, text: string, words: string, bytes: string): Citation {
  const start = text.indexOf(words);
  const edition = createHash('sha256').update(bytes).digest('hex');
  const taken = takePassage(
    { sourceId, edition, page: null, text, start: 0 },
    { start, end: start + words.length },
  );
  if (!taken) throw new Error('nothing was taken');
  const { evidenceId, locator } = taken;
  return { id: `c-${words.length}`, evidenceId, edition, bearing: 'supports', locator };
}

export async function desk(folder = scratchFolder()): Promise<Desk> {
  const library = openEvidence(folder);
  const add = async (name: string, words: string, editionOf?: string) => {
    const { rows } = await library.add(
      [textFile(folder, name, words)],
      editionOf === undefined ? {} : { editionOf },
    );
    return rows[0]?.sourceId ?? '';
  };
  const first = await add('survey.txt', survey);
  const second = await add('wall.md', report);
  await add('survey-2.txt', `${survey}\nSecond edition.`, first);
  const { documentId } = await library.handlers['documents.create']({ kind: 'briefing' }, context);
  const { sha256 } = await library.handlers['assets.put']({ bytes: png, name: 'dot.png' }, context);
  const mint = counter('cited');
  const picture: Block = {
    id: mint(),
    kind: 'image',
    level: 0,
    content: [],
    citations: [],
    asset: sha256,
    mediaType: 'image/png',
    width: 1,
    height: 1,
    alternativeText: 'A dot',
    decorative: false,
  };
  const point = (text: string, citation: Citation) => ({
    ...plainBlock(mint, 'point', [{ type: 'text', text }]),
    citations: [citation],
  });
  const topic = section(mint, 'topic', [
    point('305 were not told.', cite(first, survey, '305 said that nobody had told them', survey)),
    point(
      'The wall was raised.',
      cite(
        second,
        'The wall\nThe wall was raised by 40 centimetres in 2025.',
        'raised by 40 centimetres',
        report,
      ),
    ),
    picture,
  ]);
  const opened = await library.handlers['documents.open']({ documentId }, context);
  const ids = parseDocument(opened.document).document.sections.map(({ id }) => id);
  await library.handlers['documents.saveSections'](
    { documentId, baseRevision: 1, sections: [topic], order: [...ids, topic.id] },
    context,
  );
  const createdAt = '2026-01-05T09:00:00.000Z';
  const thread = {
    id: 'thread-1',
    anchor: { blockId: topic.blocks[0]?.id ?? '', quote: null },
    author: 'Ann',
    createdAt,
    text: 'Who says so?',
    replies: [],
    resolved: null,
  };
  await library.handlers['comments.change']({ documentId, operation: { type: 'add', thread } }, context);
  return { library, folder, documentId, sourceIds: [first, second] };
}

let grants = 0;

/** @returns the file that was written. */
export async function send(
  { library, folder }: Pick<Desk, 'library' | 'folder'>,
  documentId: string,
  choice: Partial<PortableChoice> = {},
): Promise<{ file: string; bytes: Buffer; notices: readonly string[] }> {
  grants += 1;
  const file = path.join(folder, `out-${grants}.despatch`);
  library.grants.give(`out-${grants}`, file, 'write');
  const { notices } = await library.handlers['portable.export'](
    { documentId, choice: { ...usual, ...choice }, grant: `out-${grants}` },
    context,
  );
  return { file, bytes: readFileSync(file), notices };
}

export function receive(library: EvidenceLibrary, file: string) {
  grants += 1;
  library.grants.give(`in-${grants}`, file, 'read');
  return library.handlers['documents.import']({ source: { grant: `in-${grants}` } }, context);
}

export async function documentOf(library: EvidenceLibrary, documentId: string): Promise<DespatchDocument> {
  const { document } = await library.handlers['documents.open']({ documentId }, context);
  return parseDocument(document).document;
}
