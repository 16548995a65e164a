import { expect, test } from 'vitest';
import { newItemRecord } from '../../../../shared/pack/after/record.ts';
import { unnoted } from '../../../../shared/pack/after/unnoted.ts';
import { itemOf, meetingOf } from '../meetings.ts';
import { recordOf } from './records.ts';

test('items without a word are named by their numbers; what writes itself, hidden items and headings of others are not', () => {
  const meeting = meetingOf({
    items: [
      itemOf('sorry', 'Apologies for absence'),
      itemOf('interests', 'Declarations of interest'),
      itemOf('minutes', 'Minutes of the last meeting'),
      itemOf('roads', 'Roads', { items: [itemOf('winter', 'Winter'), itemOf('bridge', 'Bridge')] }),
      itemOf('hidden', 'Hidden', { hidden: true }),
      itemOf('out', 'Exclusion of the public'),
      itemOf('work', 'Work programme'),
    ],
  });
  const record = recordOf(meeting, [
    { ...newItemRecord('winter'), outcome: 'noted' },
    { ...newItemRecord('work'), minute: ' ' },
  ]);
  expect(unnoted(meeting, record)).toEqual(['3', '4(b)', '6']);
  const said = { ...newItemRecord('work'), minute: 'Members agreed to add floods.' };
  expect(unnoted(meeting, recordOf(meeting, [said]))).toEqual(['3', '4(a)', '4(b)']);
});
