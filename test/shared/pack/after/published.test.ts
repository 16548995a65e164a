/** What a reader of minutes, readout and notice of decisions meets, from a meeting that has something of everything. */
import { expect, test } from 'vitest';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { meetingDocuments } from '../../../verify/meeting-documents.ts';
import { wordsOf } from './records.ts';

const documents = new Map(meetingDocuments());
const words = (name: string) => wordsOf(documents.get(name) ?? null);

test('a readout has no heading of items that nobody said anything about', () => {
  expect(words('readout')).not.toContain('Item 1: Apologies for absence');
  expect(words('readout')).toContain('Item 4: Winter timetable');
  expect(words('minutes')).toContain('Item 1: Apologies for absence');
});

test('the end of the meeting bears no number, because it is no part of the last item', () => {
  const document = documents.get('minutes');
  const end =
    document &&
    [...knownBlocks(document)].find((block) =>
      block.content.some((run) => run.type === 'text' && run.text.startsWith('The meeting ended')),
    );
  expect(end?.kind).toBe('text');
  expect(words('readout')).not.toContain('The meeting ended');
});

test('the approval of minutes is no decision to be noticed; all that was decided is', () => {
  const notice = words('decision notice');
  expect(notice).not.toContain('approved as a correct record');
  expect(notice).toContain('the winter timetable be agreed');
});
