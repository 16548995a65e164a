import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkEvidence } from '../../../shared/checks/evidence-check.ts';
import { evidenceRuleNames, isOfEvidence } from '../../../shared/checks/evidence-rule-names.ts';
import { rules as allRules, checkDocument } from '../../../shared/checks/run.ts';
import type { Citation, DespatchDocument, KnownBlock, PlainBlock } from '../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { anchorKey } from '../../../shared/evidence/anchor-key.ts';
import type { Anchor, EvidenceFacts, SourceFacts } from '../../../shared/evidence/facts.ts';
import { sourceFromText } from '../../../shared/import/plain-text.ts';
import { recognise } from '../../../shared/import/recognise.ts';
import { block, body, brief, counter, heading, point, report, topic } from './builder.ts';

const oldEdition = 'a'.repeat(64);
const newEdition = 'b'.repeat(64);

function citing(exact: string, about: Partial<Citation> = {}): Citation {
  return {
    id: 'c1',
    evidenceId: 's1',
    edition: oldEdition,
    bearing: 'supports',
    locator: {
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: null,
      page: 3,
    },
    ...about,
  };
}

const cited = (text: string, ...citations: Citation[]): PlainBlock => ({ ...point(text), citations });
const document = (...blocks: KnownBlock[]): DespatchDocument => brief(topic(heading('A'), ...blocks));

const survey: SourceFacts = {
  id: 's1',
  title: 'Residents’ survey',
  kind: 'pdf',
  edition: oldEdition,
  paged: true,
  published: true,
  marking: null,
  reviewBy: null,
  supersededBy: null,
  deleted: false,
};

function facts(
  about: KnownBlock,
  source: Partial<SourceFacts> | null,
  anchor: Partial<Anchor> = {},
): EvidenceFacts {
  const anchors: Record<string, Anchor> = {};
  for (const { id } of about.citations) {
    anchors[anchorKey(about.id, id)] = { state: 'same', place: null, unseen: false, ...anchor };
  }
  return { today: '2026-03-01', sources: source ? [{ ...survey, ...source }] : [], anchors, lines: [] };
}

const evidence = (given: DespatchDocument, known: EvidenceFacts | null = null) =>
  checkDocument(given, [], known).filter(isOfEvidence);

test('every name of a rule of the evidence is that of a rule', () => {
  const names = new Set(allRules.map(({ name }) => name));
  expect(evidenceRuleNames.filter((name) => !names.has(name))).toEqual([]);
});

test('a figure that stands in the words cited for it needs no more', () => {
  expect(evidence(document(cited('It costs £1.6b.', citing('a cost of £1,600m a year'))))).toEqual([]);
});

test('a figure that does not stand in them is reported with what does, at its place', () => {
  const found = evidence(document(cited('It costs £1.6b.', citing('a cost of £1.6m a year'))));
  expect(found).toMatchObject([
    { rule: 'figure-not-in-citation', severity: 'warning', place: { cell: null, start: 9, end: 14 } },
  ]);
  expect(found[0]?.message).toContain('“£1.6b” is not in the words it cites, “a cost of £1.6m a year”');
  expect(found[0]?.message).toContain('The source says “£1.6m”.');
});

test('a figure whose selection was cut at the currency is read whole', () => {
  const quote = {
    type: 'TextQuoteSelector' as const,
    exact: '1.6 billion',
    prefix: 'a cost of £',
    suffix: ' a year',
  };
  const citation = citing('', { locator: { quote, position: null, page: 1 } });
  expect(evidence(document(cited('It costs £1.6b.', citation)))).toEqual([]);
});

test.each([
  ['The river rose to 4.86 metres.', 'It rose to 4.68 metres.', '“4.86 metres”'],
  ['It opened on 1 September 2020.', 'It opened on 2 September 2020.', '“1 September 2020”'],
  ['Some 47 schools closed.', 'In all 74 schools closed.', '“47”'],
])('%s is not what "%s" says', (text, quoted, words) => {
  const found = evidence(document(cited(text, citing(quoted))));
  expect(found.map(({ rule }) => rule)).toEqual(['figure-not-in-citation']);
  expect(found[0]?.message).toContain(words);
});

test.each([
  ['On 3 March 2026 we will say that it costs £5m.', 'It costs £5 million.'],
  ['In 3 parts of the county 163 shops flooded.', 'Of the shops in 12 wards 163 flooded.'],
  ['Since 2019 it rose by 10% within 5 days.', 'a rise of 10 per cent'],
  ['It rose to 4.86m.', 'a level of 4.86 metres'],
])('%s is borne out by "%s"', (text, quoted) => {
  expect(evidence(document(cited(text, citing(quoted))))).toEqual([]);
});

test('a source named in the sentence stands beside the citations', () => {
  expect(evidence(document(cited('It grew by 30% (RCPCH, May 2020).', citing('other words'))))).toEqual([]);
});

test('a citation of some words leaves the figures of the others without a source', () => {
  const about: PlainBlock = {
    ...block('point', ''),
    content: [
      { type: 'text', text: 'It costs £340,000', cited: ['c1'] },
      { type: 'text', text: ' and saves £120,000.' },
    ],
    citations: [citing('a cost of £340,000')],
  };
  const found = evidence(document(about));
  expect(found.map(({ rule }) => rule)).toEqual(['unsourced-figure']);
  expect(found[0]?.message).toContain('“£120,000”');
});

test('a quotation that differs from the words it cites by one word is reported with the word', () => {
  const about = {
    ...block('quotation', '‘Nobody had told us to leave.’ (Survey, 2026)'),
    citations: [citing('Nobody had asked us to leave.')],
  };
  const found = evidence(document(about));
  expect(found.map(({ rule }) => rule)).toEqual(['quotation-differs']);
  expect(found[0]?.message).toContain('“told” is “asked” in the source');
});

test('words in quotation marks within a point are compared as well, names of papers are not', () => {
  const text = 'Residents say “nobody had told us to leave” in “Working Together to Safeguard Children”.';
  const found = evidence(document(cited(text, citing('nobody had asked us to leave'))));
  expect(found.map(({ rule }) => rule)).toEqual(['quotation-differs']);
});

test('a quotation of what the source says today is right as well', () => {
  const about = cited('They say “nobody had told us to leave”.', citing('nobody had asked us to leave'));
  const place = { edition: newEdition, page: 3, start: 0, end: 10, exact: 'nobody had told us to leave' };
  const known = facts(about, { edition: newEdition }, { state: 'changed', place, unseen: true });
  expect(evidence(document(about), known).map(({ rule }) => rule)).toEqual(['cited-words-changed']);
});

const about = cited('Nobody was told.', citing('Nobody had told us.'));
const place = { edition: newEdition, page: 5, start: 0, end: 10, exact: 'Few had told us.' };
const changed = { edition: newEdition };

test.each<[string, string, string, Partial<SourceFacts> | null, Partial<Anchor>]>([
  ['source-missing', 'warning', 'not in this library', null, { state: 'sourceMissing' }],
  ['source-missing', 'warning', 'in the bin', { deleted: true }, {}],
  [
    'source-marked-higher',
    'error',
    'OFFICIAL-SENSITIVE',
    { marking: { classification: 'OFFICIAL-SENSITIVE', descriptor: '', handling: '' } },
    {},
  ],
  ['cited-words-lost', 'warning', 'no longer in', changed, { state: 'lost', unseen: true }],
  [
    'cited-words-changed',
    'warning',
    '“Few had told us.” where it said',
    changed,
    { state: 'changed', place, unseen: true },
  ],
  ['cited-words-moved', 'note', 'stand on page 5 now', { edition: newEdition }, { state: 'moved', place }],
  ['source-changed', 'warning', 'new edition', changed, { state: 'same', unseen: true }],
  [
    'source-superseded',
    'warning',
    'superseded by “Survey of 2027”',
    { supersededBy: 'Survey of 2027' },
    { unseen: true },
  ],
  ['source-past-review', 'warning', '28 February 2026', { reviewBy: '2026-02-28' }, {}],
  ['source-unpublished', 'note', 'not published', { published: false }, {}],
])('%s is a %s', (rule, severity, words, source, anchor) => {
  const found = evidence(document(about), facts(about, source, anchor));
  expect(found.map((one) => [one.rule, one.severity, one.blockId])).toEqual([[rule, severity, about.id]]);
  expect(found[0]?.message).toContain(words);
  expect(evidence(document(about), null)).toEqual([]);
});

test('a source as it was cited gives no findings', () => {
  const marking = { classification: 'OFFICIAL' as const, descriptor: '', handling: '' };
  expect(evidence(document(about), facts(about, { marking, reviewBy: '2026-03-01' }))).toEqual([]);
});

test('once somebody has looked at changed words beside the present edition they are a note', () => {
  const found = evidence(document(about), facts(about, changed, { state: 'changed', place, unseen: false }));
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['cited-words-changed', 'note']]);
});

test('words that changed in the very edition they were cited from are a warning until they are cited anew', () => {
  const found = evidence(document(about), facts(about, {}, { state: 'changed', place, unseen: false }));
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['cited-words-changed', 'warning']]);
});

test('a report may not rest on what nobody may see', () => {
  const paragraph = { ...block('paragraph', 'Nobody was told.'), citations: [citing('Nobody had told us.')] };
  const found = evidence(report(body(heading('A'), paragraph)), facts(paragraph, { published: false }));
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['source-unpublished', 'warning']]);
});

test.each([
  ['warning', [citing('It held.', { bearing: 'contradicts' })]],
  ['note', [citing('It broke.', { id: 'c2' }), citing('It held.', { bearing: 'contradicts' })]],
])('a source that contradicts a point is a %s', (severity, citations) => {
  const wall = cited('The wall broke.', ...citations);
  const found = evidence(document(wall), facts(wall, {}));
  expect(found.map((one) => [one.rule, one.severity])).toEqual([['source-contradicts', severity]]);
});

test('a scan that is cited as a page is said to have no text', () => {
  const scan = cited('It costs £5m.', citing(''));
  const found = evidence(document(scan), facts(scan, {}));
  expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['source-without-text', 'note']]);
});

test('several citations of one source give one finding', () => {
  const twice = cited('Nobody was told.', citing('Nobody.'), citing('Told.', { id: 'c2' }));
  expect(evidence(document(twice), facts(twice, { reviewBy: '2020-01-01' }))).toHaveLength(1);
});

test('the check of the evidence begins with the shares, of the document and of each section', () => {
  const given = brief(
    topic(heading('Funding'), cited('It costs £5m.', citing('£5 million')), point('It saves £2m.')),
    topic(heading('People'), point('Wardens were brave.')),
  );
  const found = checkEvidence(given, null);
  expect(found.map(({ rule, message }) => [rule, message]).slice(0, 3)).toEqual([
    ['evidence-coverage', '1 of 2 figures and 1 of 3 points in this document have evidence.'],
    ['evidence-coverage', '1 of 2 figures and 1 of 2 points in “Funding” have evidence.'],
    ['evidence-coverage', '0 of 1 point in “People” have evidence.'],
  ]);
  expect(found.slice(3).map(({ rule }) => rule)).toEqual(['unsourced-figure']);
});

const seed = path.resolve(import.meta.dirname, '../../../../shared/seeds/ministerial-briefing.txt');

test.skipIf(!existsSync(seed)).each([
  ['nothing', null, ['unsourced-figure']],
  ['the same sum written otherwise', 'funding of £1,600m for councils', []],
  ['a thousandth of it', 'funding of £1.6m for councils', ['figure-not-in-citation']],
])('£1.6b of the ministerial seed, citing %s', (_name, quoted, rules) => {
  const { document: given } = recognise(sourceFromText(readFileSync(seed, 'utf8'), 'seed.txt'), {
    mint: counter(),
  });
  const about = [...knownBlocks(given)].find((one) => plainText(one.content).includes('£1.6b'));
  if (!about) throw new Error('the seed has lost its figure');
  const sections = given.sections.map((section) =>
    section.role === 'unknown' || quoted === null
      ? section
      : {
          ...section,
          blocks: section.blocks.map((one) =>
            one.id === about.id && one.kind !== 'unknown' ? { ...one, citations: [citing(quoted)] } : one,
          ),
        },
  );
  const found = evidence({ ...given, sections }).filter(({ blockId }) => blockId === about.id);
  expect(found.map(({ rule }) => rule)).toEqual(rules);
  if (quoted !== '') for (const { message } of found) expect(message).toContain('£1.6b');
});
