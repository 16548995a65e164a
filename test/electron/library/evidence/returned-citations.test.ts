/** A document that went out to Word and comes back finds its sources, in the library it left and in another. */
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Citation } from '../../../../shared/document/schema.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { type Desk, desk, documentOf, receive } from '../portable/desk.ts';
import { context } from '../scratch.ts';
import { type EvidenceLibrary, openEvidence } from './evidence-library.ts';

async function toWord({ library, folder, documentId }: Desk): Promise<string> {
  const file = path.join(folder, 'out.docx');
  library.grants.give('word', file, 'write');
  await library.handlers['documents.export']({ documentId, format: 'docx', grant: 'word' }, context);
  return file;
}

async function citationsOf(library: EvidenceLibrary, documentId: string): Promise<Citation[]> {
  return [...knownBlocks(await documentOf(library, documentId))].flatMap(({ citations }) => citations);
}

const listed = (library: EvidenceLibrary) => library.handlers['evidence.list']({}, context);

test('in the library it left, it cites the same sources, and no source is added', async () => {
  const here = await desk();
  const { documentId } = await receive(here.library, await toWord(here));
  expect(await citationsOf(here.library, documentId)).toEqual(
    await citationsOf(here.library, here.documentId),
  );
  const sources = await listed(here.library);
  expect(sources.map(({ usedIn }) => usedIn)).toEqual([2, 2]);
});

test('in another library, the sources come by their references, once, and citations keep their words', async () => {
  const here = await desk();
  const file = await toWord(here);
  const there = openEvidence(scratchFolder());
  const first = await receive(there, file);
  const second = await receive(there, file);
  const sources = await listed(there);
  expect(sources).toHaveLength(2);
  for (const { documentId } of [first, second]) {
    const citations = await citationsOf(there, documentId);
    expect(citations.map(({ locator }) => locator.quote.exact)).toEqual(
      (await citationsOf(here.library, here.documentId)).map(({ locator }) => locator.quote.exact),
    );
    const known = sources.map(({ id }) => id);
    for (const { evidenceId } of citations) expect(known).toContain(evidenceId);
  }
});
