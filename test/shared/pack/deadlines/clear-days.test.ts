import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeNotice, type NoticeAsked } from '../../../../shared/pack/deadlines/clear-days.ts';
import { addDays, faultOfDate, isWeekend, sayDay } from '../../../../shared/pack/deadlines/dates.ts';
import { explainNotice } from '../../../../shared/pack/deadlines/notice-words.ts';
import { workingDaysOf } from '../../../../shared/pack/deadlines/working-days.ts';
import { countries } from '../../../../shared/pack/meeting.ts';

const judge = (published: string, meeting: string, more: Partial<NoticeAsked> = {}) =>
  judgeNotice({ published, meeting, country: 'England', ...more });

test.each([
  ['2025-01-22', '2025-01-30'],
  ['2025-03-05', '2025-03-13'],
])('%s to %s is exactly five clear days', (published, meeting) => {
  expect(judge(published, meeting)).toMatchObject({ clearDays: 5, required: 5, lawful: true });
  expect(judge(addDays(published, 1), meeting)).toMatchObject({ clearDays: 4, lawful: false });
});

test('the agenda of the leading case was open for two clear days, because its weekend did not count', () => {
  const notice = judge('1990-04-26', '1990-05-01', { country: 'Wales' });
  expect(notice).toMatchObject({ required: 3, lawful: false, counted: ['1990-04-27', '1990-04-30'] });
});

test.each([
  ['England', 5, '2025-01-22'],
  ['Wales', 3, '2025-01-24'],
  ['Scotland', 3, '2025-01-24'],
  ['Northern Ireland', 5, '2025-01-22'],
] as const)(
  '%s requires %i, so that %s is the last day for a meeting on 30 January 2025',
  (country, required, last) => {
    const notice = judge('2025-01-20', '2025-01-30', { country });
    expect(notice).toMatchObject({ required, lastPublication: last });
    expect(notice.law).not.toBeNull();
  },
);

test('holidays of one country are not those of another', () => {
  // 2 January and the first Monday of August are holidays in Scotland alone; Easter Monday is none there.
  expect(judge('2025-12-31', '2026-01-06', { country: 'Scotland' }).counted).toEqual(['2026-01-05']);
  expect(judge('2025-12-31', '2026-01-06', { country: 'Wales' }).counted).toEqual([
    '2026-01-02',
    '2026-01-05',
  ]);
  expect(judge('2025-04-17', '2025-04-23', { country: 'Scotland' }).clearDays).toBe(2);
  expect(judge('2025-04-17', '2025-04-23', { country: 'England' }).clearDays).toBe(1);
  expect(judge('2026-07-09', '2026-07-15', { country: 'Northern Ireland' }).counted).toEqual([
    '2026-07-10',
    '2026-07-14',
  ]);
});

test('an unlawful date is explained with every day that counts and what would have been lawful', () => {
  expect(explainNotice(judge('2024-05-06', '2024-05-13'))).toBe(
    'Published Monday 6 May 2024, a bank holiday (Early May bank holiday), for the meeting on Monday 13 May 2024: ' +
      'only 4 clear days, Tuesday 7, Wednesday 8, Thursday 9 and Friday 10 May 2024; 5 are required ' +
      '(Local Government Act 1972, section 100B). Not counted: Saturday 11 and Sunday 12 May 2024. ' +
      'For this meeting the last lawful day to publish is Thursday 2 May 2024; ' +
      'with this publication the earliest lawful meeting is on Tuesday 14 May 2024.',
  );
  const none = explainNotice(judge('2024-05-06', '2024-05-06', { required: 2 }));
  expect(none).toContain(': no clear day; 2 are required.');
  expect(explainNotice(judge('2024-12-20', '2025-01-02'))).toContain(
    'Monday 23, Tuesday 24, Friday 27, Monday 30 and Tuesday 31 December 2024; 5 are required',
  );
  expect(explainNotice(judge('2024-12-20', '2025-01-02'))).toContain(
    'Not counted: Wednesday 25 December 2024, a bank holiday (Christmas Day); ',
  );
});

test('what is published after office hours counts from the next working day', () => {
  const late = judge('2025-01-22', '2025-01-30', { afterHours: true });
  expect(late).toMatchObject({ given: '2025-01-23', clearDays: 4, lawful: false });
  expect(explainNotice(late)).toContain(
    'Published Wednesday 22 January 2025, after office hours and so as if on Thursday 23 January 2025, for the meeting',
  );
  expect(judge('2025-04-17', '2025-04-30', { afterHours: true }).given).toBe('2025-04-22');
});

test('one’s own number and days of closure override the law and the calendar', () => {
  const asked = {
    required: 7,
    changes: { added: [{ date: '2025-01-27', name: 'Stocktaking' }], removed: [] },
  };
  const notice = judge('2025-01-22', '2025-01-30', asked);
  expect(notice).toMatchObject({ clearDays: 4, required: 7, lawful: false, law: null });
  expect(explainNotice(notice)).toContain('Monday 27 January 2025, a day of closure (Stocktaking)');
});

const offset = fc.integer({ min: 0, max: 36_500 });
const dayAt = (days: number) => addDays('1995-01-01', days);

describe('for any two days in any country', () => {
  const cases = fc.record({
    published: offset.map(dayAt),
    span: fc.integer({ min: 0, max: 60 }),
    country: fc.constantFrom(...countries),
    required: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    afterHours: fc.boolean(),
  });

  test('each day between them is counted or said not to be, and no weekend or holiday is counted', () => {
    fc.assert(
      fc.property(cases, ({ published, span, country, required, afterHours }) => {
        const notice = judge(published, addDays(published, span), { country, required, afterHours });
        const days = workingDaysOf(country);
        for (const date of notice.counted) {
          expect(date > published && date < notice.meeting).toBe(true);
          expect(isWeekend(date) || !days.isWorking(date)).toBe(false);
        }
        const words = explainNotice(notice);
        for (const date of notice.clearDays <= 10 ? notice.counted : [])
          expect(words).toContain(sayDay(date).split(' ').slice(0, 2).join(' '));
        const said = [...notice.counted, ...notice.skipped.map(({ date }) => date)].sort();
        const between: string[] = [];
        for (let at = addDays(notice.given, 1); at < notice.meeting; at = addDays(at, 1)) between.push(at);
        expect(said).toEqual(between);
      }),
    );
  });

  test('the last lawful publication is lawful and one working day later is not; likewise the earliest meeting', () => {
    fc.assert(
      fc.property(cases, ({ published, span, country, required }) => {
        const meeting = addDays(published, span);
        const notice = judge(published, meeting, { country, required });
        const days = workingDaysOf(country);
        expect(judge(notice.lastPublication, meeting, { country, required }).lawful).toBe(true);
        const next = days.shift(notice.lastPublication, 1);
        if (next < meeting) expect(judge(next, meeting, { country, required }).lawful).toBe(false);
        expect(judge(published, notice.earliestMeeting, { country, required }).lawful).toBe(true);
        const before = days.shift(notice.earliestMeeting, -1);
        if (before > published) expect(judge(published, before, { country, required }).lawful).toBe(false);
      }),
    );
  });
});

test.each([
  ['2025-02-30', 'is no day of the calendar'],
  ['2023-02-29', 'is no day of the calendar'],
  ['2025-13-01', 'is no day of the calendar'],
  ['2025-00-10', 'is no day of the calendar'],
  ['22/01/2025', 'is not written YYYY-MM-DD, such as 2025-01-22'],
  ['2025-1-2', 'is not written YYYY-MM-DD, such as 2025-01-22'],
  ['1989-12-31', 'is outside the years 1990 to 2100'],
  ['2101-01-01', 'is outside the years 1990 to 2100'],
  ['2024-02-29', null],
])('%s: %s', (text, fault) => {
  expect(faultOfDate(text)).toBe(fault);
});
