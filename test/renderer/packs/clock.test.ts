import { expect, test } from 'vitest';
import { parseClock } from '../../../renderer/packs/fields/clock.ts';

test.each([
  ['14:00', '14:00'],
  ['14.30', '14:30'],
  ['1400', '14:00'],
  ['9', '09:00'],
  ['2pm', '14:00'],
  ['2.30 p.m.', '14:30'],
  ['12 am', '00:00'],
  ['12pm', '12:00'],
  ['noon', '12:00'],
])('%s is %s', (typed, read) => expect(parseClock(typed)).toBe(read));

test.each(['', '25:00', '14:60', '13pm', '0am', 'two', '14:0'])('%s is no time of day', (typed) =>
  expect(parseClock(typed)).toBeNull(),
);
