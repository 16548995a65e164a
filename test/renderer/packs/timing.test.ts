import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationWords, minutesOf, timingOf } from '../../../renderer/packs/agenda/timing.ts';
import { newItem } from '../../../shared/pack/new-item.ts';
import { agendas } from './agendas.ts';

const item = (id: string, minutes: number | null) => ({ ...newItem(id, id), minutes });

test('each item begins when those before it have had their minutes; sub-items within theirs', () => {
  const timing = timingOf(
    [item('a', 5), { ...item('b', null), items: [item('c', 10), item('d', 20)] }, item('e', 15)],
    '09:50',
  );
  expect(Object.fromEntries(timing.starts)).toEqual({
    a: '09:50',
    b: '09:55',
    c: '09:55',
    d: '10:05',
    e: '10:25',
  });
  expect(timing.ends).toBe('10:40');
  expect(timing.total).toBe(50);
});

test('hidden items take no time, and what lies past midnight begins the clock anew', () => {
  const timing = timingOf([{ ...item('a', 30), hidden: true }, item('b', 45)], '23:30');
  expect(timing.ends).toBe('00:15');
  expect(timing.starts.has('a')).toBe(false);
});

test('without a time of the meeting there is a length and no end', () => {
  expect(timingOf([item('a', 30)], '')).toMatchObject({ total: 30, ends: null });
});

test('the total is the sum of what the top items take, and counts those that say nothing', () => {
  fc.assert(
    fc.property(agendas, (items) => {
      const { total } = timingOf(items, '10:00');
      expect(total).toBe(items.reduce((sum, each) => sum + minutesOf(each), 0));
    }),
  );
  expect(timingOf([item('a', null), item('b', 5)], '').unallotted).toBe(1);
});

test('lengths are said in words', () => {
  expect(durationWords(1)).toBe('1 minute');
  expect(durationWords(60)).toBe('1 hour');
  expect(durationWords(145)).toBe('2 hours 25 minutes');
});
