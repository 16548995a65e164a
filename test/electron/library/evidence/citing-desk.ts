/** A brief in a library, what it cites, and what is said of that: for tests of what documents rest on. */
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { parseDocument } from '../../../../shared/document/parse.ts';
import type { Citation, PlainBlock, Section } from '../../../../shared/document/schema.ts';
import { takePassage } from '../../../../shared/evidence/taken.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context, counter } from '../scratch.ts';
import { type EvidenceLibrary, openEvidence, textFile } from './evidence-library.ts';

export const survey =
  'Of the 430 households that answered, 305 said that nobody had told them to leave.\nWardens came at dawn.';
export const mint = counter('cited');

export interface Desk {
  readonly library: EvidenceLibrary;
  readonly folder: string;
  readonly documentId: string;
  revision: number;
  topic: Section;
}

/** A brief in a library, with a section to write in. */
export async function desk(folder = scratchFolder(), library = openEvidence(folder)): Promise<Desk> {
  const { documentId } = await library.handlers['documents.create']({ kind: 'briefing' }, context);
  return { library, folder, documentId, revision: 1, topic: section(mint, 'topic', []) };
}

/** Saves the section with these blocks in it, as the window does. */
export async function save(at: Desk, ...blocks: PlainBlock[]): Promise<void> {
  const { library, documentId } = at;
  const opened = await library.handlers['documents.open']({ documentId }, context);
  const ids = parseDocument(opened.document).document.sections.map(({ id }) => id);
  at.topic = { ...at.topic, blocks };
  const { revision } = await library.handlers['documents.saveSections'](
    {
      documentId,
      baseRevision: at.revision,
      sections: [at.topic],
      ...(ids.includes(at.topic.id) ? {} : { order: [...ids, at.topic.id] }),
    },
    context,
  );
  at.revision = revision;
}

export async function shelve(
  { library, folder }: Desk,
  name: string,
  words: string | Buffer,
  editionOf?: string,
): Promise<string> {
  const { rows } = await library.add(
    [textFile(folder, name, words)],
    editionOf === undefined ? {} : { editionOf },
  );
  const id = rows[0]?.sourceId;
  if (!id) throw new Error(`${name} was not taken in: ${rows[0]?.reason}`);
  return id;
}

/** A point that cites these words of a source as it is today. */
export async function citing(
  { library }: Desk,
  sourceId: string,
  text: string,
  words: string,
): Promise<PlainBlock> {
  const { edition } = await library.handlers['reading.open']({ sourceId }, context);
  const { text: whole } = await library.handlers['reading.text']({ edition, page: 1 }, context);
  const start = whole.indexOf(words);
  const taken = takePassage(
    { sourceId, edition, page: null, text: whole, start: 0 },
    { start, end: start + words.length },
  );
  if (!taken || start === -1) throw new Error(`"${words}" is not in the source`);
  const citation: Citation = { id: mint(), bearing: 'supports', ...taken };
  return { ...plainBlock(mint, 'point', [{ type: 'text', text }]), citations: [citation] };
}

export const place = (at: Desk, block: PlainBlock) => ({
  documentId: at.documentId,
  blockId: block.id,
  citationId: block.citations[0]?.id ?? '',
});

export const rules = async ({ library, documentId }: Desk) => {
  const findings = await library.handlers['standing.check']({ documentId }, context);
  return findings.map(({ rule }) => rule).filter((rule) => rule !== 'evidence-coverage');
};

export const words = '305 said that nobody had told them to leave';

export async function deskWithPoint() {
  const at = await desk();
  const sourceId = await shelve(at, 'survey.txt', survey);
  const point = await citing(at, sourceId, 'In all 305 households were not told.', words);
  await save(at, point);
  return { at, sourceId, point };
}
