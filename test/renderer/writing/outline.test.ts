import { expect, test } from 'vitest';
import { findingsByEntry, outlineOf } from '../../../renderer/writing/outline.ts';
import type { Finding } from '../../../shared/checks/finding.ts';
import { countDocument, speakingTime } from '../../../shared/counts/count.ts';
import { plainBlock, questionBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument, Inline } from '../../../shared/document/schema.ts';
import { newDocument } from '../../shared/document/blank.ts';

let minted = 0;
const mint = () => {
  minted += 1;
  return `id-${minted}`;
};
const words = (text: string): Inline[] => [{ type: 'text', text }];

const front = section(mint, 'front', [plainBlock(mint, 'title', words('Meeting on ferries'))]);
const heading = plainBlock(mint, 'heading', words('Timetables'));
const point = plainBlock(mint, 'point', words('Boats leave – on time'));
const sub = plainBlock(mint, 'heading', words('Winter'), 2);
const question = questionBlock(mint, words('Which boats stay?'), null);
const unwritten = plainBlock(mint, 'heading', []);
const document: DespatchDocument = {
  ...newDocument('briefing', mint),
  sections: [
    front,
    section(mint, 'topic', [heading, point, sub, question]),
    section(mint, 'topic', [unwritten]),
  ],
};
const outline = outlineOf(document, new Map([[heading.id, '1.']]));

test('lists headings with their numbers and levels, and names sections that have none', () => {
  expect(outline.entries.map(({ level, number, text }) => [level, number, text])).toEqual([
    [1, '', 'Title block'],
    [1, '1.', 'Timetables'],
    [2, '', 'Winter'],
    [1, '', 'Heading not written yet'],
  ]);
  expect(outline.entries.map(({ untitled }) => untitled)).toEqual([false, false, false, true]);
});

test('every block belongs to the heading it stands under', () => {
  expect(outline.entryOf.get(point.id)).toBe(heading.id);
  expect(outline.entryOf.get(question.id)).toBe(sub.id);
  expect(outline.entryOf.get(front.blocks[0]?.id ?? '')).toBe(front.blocks[0]?.id);
});

test('a section that only continues the one before is no entry of its own', () => {
  const first = section(mint, 'body', [plainBlock(mint, 'heading', words('Report'))]);
  const more = section(mint, 'body', [plainBlock(mint, 'paragraph', words('And on.'))]);
  const long = outlineOf({ ...newDocument('report', mint), sections: [first, more] }, new Map());
  expect(long.entries).toHaveLength(1);
  expect(long.entryOf.get(more.blocks[0]?.id ?? '')).toBe(first.blocks[0]?.id);
});

test('a heading shows how many findings are open under it and the worst of them', () => {
  const finding = (blockId: string, severity: Finding['severity']): Finding => ({
    rule: 'rule',
    severity,
    blockId,
    message: 'message',
  });
  const open = findingsByEntry(outline, [
    finding(point.id, 'note'),
    finding(heading.id, 'error'),
    finding(point.id, 'warning'),
    finding('gone', 'error'),
  ]);
  expect([...open]).toEqual([[heading.id, { count: 3, worst: 'error' }]]);
});

test('counts words, and as spoken only points and questions', () => {
  expect(countDocument(document)).toEqual({ words: 12, spoken: 7 });
});

test('speaking time is rounded to whole minutes', () => {
  expect([0, 40, 650].map(speakingTime)).toEqual(['', 'under 1 min', 'about 5 min']);
});
