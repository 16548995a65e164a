import { expect, test } from 'vitest';
import { parseDocument } from '../../../../shared/document/parse.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { openEvidence } from '../evidence/evidence-library.ts';
import { context } from '../scratch.ts';

async function withSamples() {
  const library = openEvidence(scratchFolder());
  const { handlers } = library;
  return { handlers, added: await handlers['samples.add']({}, context) };
}

test('the sample documents come in with nothing left to review, and again when asked again', async () => {
  const { handlers, added } = await withSamples();
  const list = () => handlers['documents.list']({}, context);
  const listed = await list();
  expect(listed.map(({ id }) => id).sort()).toEqual([...added.documentIds].sort());
  expect(listed.map(({ kind, pendingImportRows }) => [kind, pendingImportRows]).sort()).toEqual([
    ['briefing', 0],
    ['report', 0],
  ]);
  expect((await handlers['samples.add']({}, context)).documentIds).not.toEqual(added.documentIds);
  expect(await list()).toHaveLength(4);
  expect(await handlers['evidence.list']({}, context)).toHaveLength(12);
  expect(await handlers['evidence.batches']({}, context)).toEqual([]);
});

test('what the samples say is cited, word for word, and bears out every figure but those meant to be asked about', async () => {
  const { handlers, added } = await withSamples();
  for (const documentId of added.documentIds) {
    const facts = await handlers['standing.facts']({ documentId }, context);
    const states = Object.values(facts.anchors).map(({ state }) => state);
    expect(states.length).toBeGreaterThan(15);
    expect(new Set(states)).toEqual(new Set(['same']));
    const { document } = await handlers['documents.open']({ documentId }, context);
    const words = JSON.stringify([...knownBlocks(parseDocument(document).document)].map((b) => b.content));
    expect(words).not.toContain('(Rest centre debrief');
  }
  const findings = await Promise.all(
    added.documentIds.map((documentId) => handlers['standing.check']({ documentId }, context)),
  );
  const figures = findings.map((rows) =>
    rows
      .filter(({ rule }) => /figure|quotation|words/.test(rule))
      .map(({ rule, message }) => [rule, /“([^”]*)”/.exec(message)?.[1]]),
  );
  expect(figures).toEqual([
    [
      ['unsourced-figure', '£7.2 million'],
      ['unsourced-figure', '6 per cent'],
    ],
    [['unsourced-figure', '6 per cent']],
  ]);
});

test('what somebody made of a sample source is left as it is', async () => {
  const { handlers } = await withSamples();
  const [source] = await handlers['evidence.list']({}, context);
  if (!source) throw new Error('no source');
  const { id, updatedAt, csl, ...rest } = await handlers['evidence.get']({ sourceId: source.id }, context);
  const { published, marking, reviewBy, description, own } = rest;
  const details = { csl: { ...csl, title: 'Mine' }, published, marking, reviewBy, description, own };
  await handlers['evidence.change']({ sourceId: id, updatedAt, details }, context);
  await handlers['samples.add']({}, context);
  expect((await handlers['evidence.get']({ sourceId: id }, context)).csl.title).toBe('Mine');
});
