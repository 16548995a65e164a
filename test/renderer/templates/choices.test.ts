import { expect, test } from 'vitest';
import { find } from '../../../renderer/palette/entries.ts';
import { choicesOf, type Offer } from '../../../renderer/templates/choices.ts';
import type { DocumentSummary } from '../../../shared/contract/calls.ts';
import type { TemplateSummary } from '../../../shared/contract/template-calls.ts';

const template = (id: string, name: string, file: string | null = null): TemplateSummary => ({
  id,
  name,
  description: '',
  department: file === null ? '' : 'Lamps',
  kind: 'briefing',
  file,
  parts: [],
});
const document = (id: string, title: string): DocumentSummary => ({
  id,
  kind: 'report',
  title,
  subtitle: '',
  marking: null,
  revision: 1,
  updatedAt: '2026-03-01T10:00:00.000Z',
  pendingImportRows: 0,
  readOnly: false,
});
const now = new Date('2026-03-02T10:00:00.000Z');
const offer: Offer = {
  templates: [
    template('speaking-note', 'Speaking note'),
    template('ministerial-meeting-brief', 'Ministerial meeting brief'),
    template('visit-note', 'Visit note', 'visit.despatch-template.json'),
  ],
  broken: [{ file: 'half.despatch-template.json', reason: 'it is not JSON' }],
  documents: Array.from({ length: 9 }, (_, at) => document(`d${at}`, `Report ${at}`)),
};
const namesOf = (query: string) =>
  find(choicesOf(offer, now), query, []).map(({ name, entries }) => [
    name,
    entries.map((entry) => entry.name),
  ]);

test('the department’s own templates come first, then the one most often wanted', () => {
  expect(namesOf('')[0]).toEqual(['Briefs', ['Visit note', 'Ministerial meeting brief', 'Speaking note']]);
});

test('of past documents the newest are listed, and all are found by typing', () => {
  const [, written] = namesOf('');
  expect(written?.[1]).toEqual(['Pasted text…', ...[0, 1, 2, 3, 4, 5].map((at) => `Report ${at}`)]);
  expect(namesOf('report 8')).toEqual([['From something written', ['Report 8']]]);
});

test('files that cannot be used are listed last, by their names', () => {
  expect(namesOf('').at(-1)).toEqual(['Cannot be used', ['half.despatch-template.json']]);
});
