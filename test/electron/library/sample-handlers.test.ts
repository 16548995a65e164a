import { expect, test } from 'vitest';
import { sampleHandlers } from '../../../electron/library/sample-handlers.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { context, openDocuments } from './scratch.ts';

test('the sample documents come in with nothing left to review, and again when asked again', async () => {
  const documents = openDocuments(scratchFolder());
  const { 'samples.add': add } = sampleHandlers(documents);
  const list = () => documents.handlers['documents.list']({}, context);
  const { documentIds } = await add({}, context);
  const listed = await list();
  expect(listed.map(({ id }) => id).sort()).toEqual([...documentIds].sort());
  expect(listed.map(({ kind, pendingImportRows }) => [kind, pendingImportRows]).sort()).toEqual([
    ['briefing', 0],
    ['report', 0],
  ]);
  expect((await add({}, context)).documentIds).not.toEqual(documentIds);
  expect(await list()).toHaveLength(4);
});
