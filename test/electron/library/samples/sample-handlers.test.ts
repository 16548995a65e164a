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
  const telling = findings.map((rows) =>
    rows.filter(({ rule }) => rule !== 'evidence-coverage').map(({ rule, message }) => `${rule}: ${message}`),
  );
  expect(telling).toMatchInlineSnapshot(`
    [
      [
        "source-unpublished: “Rest centre debrief, February 2026” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Properties flooded” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Properties flooded” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Rest centre debrief, February 2026” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Residents’ survey, February 2026” is not published. The minister cannot point to it in public.",
        "figure-not-in-citation: The figure “47 per cent” is not in the words it cites, “2026-02-27 52 72 5 611 287 47 19”. Correct it, or cite the words that say it.",
        "source-unpublished: “Property Resilience Grant applications” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Lock Street pumping station: what happened on the night of 9 January” is not published. The minister cannot point to it in public.",
        "figure-not-in-citation: The figure “£11.2 million” is not in the words it cites, “Table 2: Funding in millions of pounds Source Amount National flood programme, …”. Correct it, or cite the words that say it.",
        "source-past-review: “Marlbridge defences: business case summary” was to be reviewed by 1 May 2026. Make sure that it still holds, and give it a new date.",
        "source-unpublished: “Marlbridge defences: business case summary” is not published. The minister cannot point to it in public.",
        "source-past-review: “Marlbridge defences: business case summary” was to be reviewed by 1 May 2026. Make sure that it still holds, and give it a new date.",
        "source-unpublished: “Marlbridge defences: business case summary” is not published. The minister cannot point to it in public.",
        "unsourced-figure: The figure “£7.2 million” has no source. Link it to the evidence, or name the source and year in brackets.",
        "source-unpublished: “Flood warning service review, February 2026” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Flood warning service review, February 2026” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Residents’ survey, February 2026” is not published. The minister cannot point to it in public.",
        "unsourced-figure: The figure “6 per cent” has no source. Link it to the evidence, or name the source and year in brackets.",
        "figure-not-in-citation: The figure “£11.2 million” is not in the words it cites, “Table 2: Funding in millions of pounds Source Amount National flood programme, …”. Correct it, or cite the words that say it.",
        "source-past-review: “Marlbridge defences: business case summary” was to be reviewed by 1 May 2026. Make sure that it still holds, and give it a new date.",
        "source-unpublished: “Marlbridge defences: business case summary” is not published. The minister cannot point to it in public.",
        "source-unpublished: “Lock Street pumping station: what happened on the night of 9 January” is not published. The minister cannot point to it in public.",
      ],
      [
        "source-unpublished: “Properties flooded” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Properties flooded” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Properties flooded” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Properties flooded” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Properties flooded” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Rest centre debrief, February 2026” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Re: Priority register: how many did we reach?” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Rest centre debrief, February 2026” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Lock Street pumping station: what happened on the night of 9 January” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Residents’ survey, February 2026” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Flood warning service review, February 2026” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "figure-not-in-citation: The figure “£3.7 million” is not in the words it cites, “Whole response All 3700000”. Correct it, or cite the words that say it.",
        "source-unpublished: “Response costs” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Property Resilience Grant applications” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "source-unpublished: “Properties flooded” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "figure-not-in-citation: The figure “£11.2 million” is not in the words it cites, “Table 2: Funding in millions of pounds Source Amount National flood programme, …”. Correct it, or cite the words that say it.",
        "source-past-review: “Marlbridge defences: business case summary” was to be reviewed by 1 May 2026. Make sure that it still holds, and give it a new date.",
        "source-unpublished: “Marlbridge defences: business case summary” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
        "unsourced-figure: The figure “6 per cent” has no source. Link it to the evidence, or name the source and year in brackets.",
        "figure-not-in-citation: The figure “£7.2 million” is not in the words it cites, “Table 2: Funding in millions of pounds Source Amount National flood programme, …”. Correct it, or cite the words that say it.",
        "source-past-review: “Marlbridge defences: business case summary” was to be reviewed by 1 May 2026. Make sure that it still holds, and give it a new date.",
        "source-unpublished: “Marlbridge defences: business case summary” is not published. As a background paper of a report it must be open to inspection: see that it may be, or do not rely on it.",
      ],
    ]
  `);
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
