import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBack, usualSteps } from '../../../../shared/pack/deadlines/count-back.ts';
import { addDays } from '../../../../shared/pack/deadlines/dates.ts';
import {
  executiveDates,
  judgeFurtherNotice,
  judgeLongNotice,
  wayOutOfLongNotice,
} from '../../../../shared/pack/deadlines/executive-notice.ts';
import { writeCalendar } from '../../../../shared/pack/deadlines/icalendar.ts';
import { explainNotice } from '../../../../shared/pack/deadlines/notice-words.ts';
import { eventsOf, timetableOf } from '../../../../shared/pack/deadlines/timetable.ts';
import { noHolidayChanges, workingDaysOf } from '../../../../shared/pack/deadlines/working-days.ts';
import { itemOf, meetingOf } from '../meetings.ts';
import { one, readCalendar } from './strict-calendar.ts';

const settings = { required: null, changes: noHolidayChanges, steps: usualSteps };

describe('notices of executives', () => {
  const asked = { meeting: '2026-02-25' };

  test('28 clear days, then five, with a day for representations before the second', () => {
    expect(executiveDates(asked)).toEqual({
      firstNotice: '2026-01-27',
      representations: '2026-02-16',
      secondNotice: '2026-02-17',
    });
    expect(judgeLongNotice('2026-01-27', asked, '5(2)')).toMatchObject({ clearDays: 28, lawful: true });
    expect(judgeLongNotice('2026-01-28', asked, '5(2)')).toMatchObject({ clearDays: 27, lawful: false });
    expect(judgeFurtherNotice('2026-02-17', asked)).toMatchObject({ clearDays: 5, lawful: true });
  });

  test('the cautious count 28 working days', () => {
    const cautious = { ...asked, count: 'working' as const };
    expect(executiveDates(cautious).firstNotice).toBe('2026-01-15');
    expect(judgeLongNotice('2026-01-15', cautious, '9(2)').clearDays).toBe(28);
  });

  test('too late is said with the law and what is left', () => {
    const words = explainNotice(judgeLongNotice('2026-01-28', asked, '9(2)'));
    expect(words).toContain(
      'only 27 clear days, every day from Thursday 29 January 2026 to Tuesday 24 February 2026',
    );
    expect(words).toContain('28 are required (S.I. 2012/2089, regulation 9(2))');
    expect(words).toContain('the last lawful day to publish is Tuesday 27 January 2026');
    expect(wayOutOfLongNotice('2026-01-27', asked, '9(2)')).toBeNull();
    expect(wayOutOfLongNotice('2026-02-01', asked, '9(2)')).toContain(
      'general exception is open until Tuesday 17 February',
    );
    expect(wayOutOfLongNotice('2026-02-18', asked, '9(2)')).toContain('special urgency');
    expect(wayOutOfLongNotice('2026-02-01', asked, '5(2)')).toContain('regulation 5(6)');
  });

  test('for any meeting, the days named are working days and lawful', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25_000 }),
        fc.constantFrom('working', 'calendar'),
        (offset, count) => {
          const any = { meeting: addDays('2012-10-01', offset), count: count as 'working' | 'calendar' };
          const { firstNotice, representations, secondNotice } = executiveDates(any);
          const days = workingDaysOf('England');
          for (const date of [firstNotice, representations, secondNotice])
            expect(days.isWorking(date)).toBe(true);
          expect(firstNotice < representations && representations < secondNotice).toBe(true);
          expect(judgeLongNotice(firstNotice, any, '5(2)').lawful).toBe(true);
          expect(judgeFurtherNotice(secondNotice, any)).toMatchObject({ lawful: true, clearDays: 5 });
        },
      ),
    );
  });
});

describe('deadlines of reports', () => {
  test('are counted back over a bank holiday', () => {
    const days = workingDaysOf('England');
    expect(countBack(usualSteps, '2026-01-05', days).map(({ id, date }) => [id, date])).toEqual([
      ['draft', '2025-12-10'],
      ['legal', '2025-12-17'],
      ['finance', '2025-12-17'],
      ['clearance', '2025-12-24'],
      ['sign-off', '2025-12-31'],
      ['despatch', '2026-01-05'],
    ]);
  });

  test('despatch on a closed day counts from the working day before it', () => {
    const steps = [{ id: 'a', name: 'A', daysBefore: 1 }];
    expect(countBack(steps, '2026-01-04', workingDaysOf('England'))[0]?.date).toBe('2025-12-31');
  });
});

describe('the timetable of a meeting', () => {
  test('has its steps, the last day to publish and what its notice is worth', () => {
    const { deadlines, notice, faults } = timetableOf(meetingOf(), settings);
    expect(faults).toEqual([]);
    expect(notice).toMatchObject({ clearDays: 5, lawful: true });
    expect(deadlines.find(({ id }) => id === 'publication')).toMatchObject({ date: '2025-01-22' });
    expect(deadlines.find(({ id }) => id === 'step-despatch')).toMatchObject({ date: '2025-01-22' });
    expect(deadlines.map(({ date }) => date)).toEqual(deadlines.map(({ date }) => date).sort());
  });

  test('an executive that means to meet in private has its notices too, in England alone', () => {
    const exempt = { regime: 'Executive2012-England', paragraph: 3, publicInterest: '' } as const;
    const items = [
      itemOf('i1', 'Open'),
      itemOf('i2', 'Lease', { items: [itemOf('i3', 'Terms', { exempt })] }),
    ];
    const ids = (more: Parameters<typeof meetingOf>[0]) =>
      timetableOf(meetingOf({ body: 'executive', ...more }), settings).deadlines.map(({ id }) => id);
    expect(ids({ items })).toEqual(
      expect.arrayContaining(['private-notice', 'further-notice', 'key-decisions']),
    );
    expect(ids({})).not.toContain('private-notice');
    expect(ids({ items, country: 'Wales' })).not.toContain('private-notice');
  });

  test('the 28 days are told by the calendar, and beside them the day if they were working days', () => {
    const meeting = meetingOf({ body: 'executive', date: '2026-02-25', publicationDate: '' });
    const { deadlines } = timetableOf(meeting, settings);
    const { date, explanation } = deadlines.find(({ id }) => id === 'key-decisions') ?? {};
    expect(date).toBe('2026-01-27');
    expect(explanation).toContain('if they were, the last day would be Thursday 15 January 2026');
  });

  test('a council in Wales has seven working days for the note of its meeting, the meeting’s the first', () => {
    const noteOf = (more: Parameters<typeof meetingOf>[0]) =>
      timetableOf(meetingOf(more), settings).deadlines.find(({ id }) => id === 'meeting-note')?.date;
    // A Thursday, and the Thursday before Easter, which takes Good Friday and Easter Monday.
    expect(noteOf({ country: 'Wales' })).toBe('2025-02-07');
    expect(noteOf({ country: 'Wales', date: '2025-04-17' })).toBe('2025-04-29');
    expect(noteOf({ country: 'Wales', body: 'executive' })).toBeUndefined();
    expect(noteOf({ country: 'Wales', kind: 'ministerial' })).toBeUndefined();
    expect(noteOf({})).toBeUndefined();
  });

  test('a notice that is too late by today says what is left', () => {
    const exempt = { regime: 'Executive2012-England', paragraph: 3, publicInterest: '' } as const;
    const meeting = meetingOf({
      body: 'executive',
      date: '2026-02-25',
      publicationDate: '',
      items: [itemOf('i', 'Lease', { exempt })],
    });
    const said = (today: string) => {
      const { deadlines } = timetableOf(meeting, { ...settings, today });
      return Object.fromEntries(deadlines.map(({ id, explanation }) => [id, explanation]));
    };
    expect(said('2026-01-27')['private-notice']).toMatch(
      /28 clear days, every day from .* are required \(S\.I\. 2012\/2089, regulation 5\(2\)\)/,
    );
    expect(said('2026-01-28')['private-notice']).toContain('regulation 5(6)');
    expect(said('2026-01-28')['key-decisions']).toContain(
      'The general exception is open until Tuesday 17 February 2026',
    );
    expect(said('2026-01-28')['further-notice']).toContain('5 clear days, Wednesday 18, Thursday 19');
  });

  test('a committee’s own number holds; a minister’s meeting needs no notice', () => {
    const own = timetableOf(meetingOf(), { ...settings, required: 7 });
    expect(own.notice).toMatchObject({ required: 7, lawful: false });
    const minister = timetableOf(meetingOf({ kind: 'ministerial' }), settings);
    expect(minister.notice).toBeNull();
    expect(minister.deadlines.map(({ id }) => id)).not.toContain('publication');
  });

  test('dates that are none are said, not reckoned with', () => {
    expect(timetableOf(meetingOf({ date: '2025-02-30' }), settings)).toEqual({
      deadlines: [],
      notice: null,
      faults: ['The date of the meeting, “2025-02-30”, is no day of the calendar.'],
    });
    expect(timetableOf(meetingOf({ publicationDate: '2025-02-03' }), settings).faults).toEqual([
      'The meeting, on Thursday 30 January 2025, is before the publication of its agenda, on Monday 3 February 2025.',
    ]);
    expect(timetableOf(meetingOf({ date: '' }), settings)).toEqual({
      deadlines: [],
      notice: null,
      faults: [],
    });
  });

  test('goes into a calendar, under the same names each time', () => {
    const read = (time: string) => {
      const meeting = meetingOf({ time });
      const events = eventsOf(meeting, timetableOf(meeting, settings).deadlines);
      const text = writeCalendar(events, meeting.committee, meeting.contact, '2025-01-01T09:00:00Z');
      return readCalendar(new TextEncoder().encode(text)).components.filter(({ name }) => name === 'VEVENT');
    };
    const events = read('10:30');
    expect(events).toHaveLength(usualSteps.length + 2);
    const last = events.at(-1);
    if (!last) throw new Error('the meeting');
    expect([one(last, 'UID').value, one(last, 'DTSTART').value, one(last, 'DURATION').value]).toEqual([
      'm1.meeting@despatch.invalid',
      '20250130T103000',
      'PT45M',
    ]);
    expect(read('').map((event) => one(event, 'UID').value)).toEqual(
      events.map((event) => one(event, 'UID').value),
    );
    expect(read('99:99').map((event) => one(event, 'DTSTART').parameters['VALUE'])).not.toContain(undefined);
  });
});
