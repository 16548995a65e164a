import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cloneMeeting } from '../../../shared/pack/clone.ts';
import { newCommittee } from '../../../shared/pack/committee.ts';
import { type AgendaItem, meetingSchema } from '../../../shared/pack/meeting.ts';
import { meetingOf } from '../../../shared/pack/new-meeting.ts';
import { itemsOf, papersOf } from '../../../shared/pack/papers-of.ts';
import { usualItems } from '../../../shared/pack/standard-items.ts';
import { anyMeeting } from './arbitrary-meeting.ts';

function mint() {
  let next = 0;
  return () => `new-${++next}`;
}
/** Items that stand, with all above them standing too. */
const standing = (items: readonly AgendaItem[]): AgendaItem[] =>
  items.filter((item) => item.standing).flatMap((item) => [item, ...standing(item.items)]);
const idsOf = (items: readonly AgendaItem[]) =>
  itemsOf(items).flatMap(({ id, papers }) => [id, ...papers.map((paper) => paper.id)]);

test('the next meeting has the standing items of the last one, in order, with their words, numbers and ways of showing', () => {
  fc.assert(
    fc.property(anyMeeting, (last) => {
      const next = cloneMeeting(last, mint());
      const of = ({ title, number, hidden }: AgendaItem) => ({ title, number, hidden });
      expect(itemsOf(next.items).map(of)).toEqual(standing(last.items).map(of));
      expect(meetingSchema.parse(next)).toEqual(next);
    }),
  );
});

test('nothing that was business of the last meeting is in the next: papers, dates, staff notes, lateness, weighing', () => {
  fc.assert(
    fc.property(anyMeeting, (last) => {
      const next = cloneMeeting(last, mint());
      expect(papersOf(next)).toEqual([]);
      expect([next.date, next.publicationDate]).toEqual(['', '']);
      for (const item of itemsOf(next.items)) {
        expect([item.staffNotes, item.late, item.exempt?.publicInterest ?? '']).toEqual(['', null, '']);
      }
    }),
  );
});

test('no id of the last meeting is in the next, and none stands twice', () => {
  fc.assert(
    fc.property(anyMeeting, (last) => {
      const next = cloneMeeting(last, mint());
      const ids = [next.id, ...idsOf(next.items)];
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => [last.id, ...idsOf(last.items)].includes(id))).toEqual([]);
    }),
  );
});

test('a meeting of a committee is its committee’s in everything but the ids, and cloning it loses nothing', () => {
  for (const kind of ['committee', 'ministerial'] as const) {
    for (const body of ['committee', 'executive', 'council'] as const) {
      const ids = mint();
      const committee = {
        ...newCommittee('c', { name: 'Harbours', kind, body }),
        venue: 'Town Hall',
        time: '18:30',
        standardItems: usualItems(kind, body, ids),
      };
      const meeting = meetingOf(committee, ids);
      expect(meeting).toMatchObject({ committeeId: 'c', kind, body, venue: 'Town Hall', time: '18:30' });
      const titles = committee.standardItems.map(({ title }) => title);
      expect(meeting.items.map(({ title }) => title)).toEqual(titles);
      expect(cloneMeeting(meeting, ids).items.map(({ title }) => title)).toEqual(titles);
      expect(meetingSchema.parse(meeting)).toEqual(meeting);
    }
  }
});
