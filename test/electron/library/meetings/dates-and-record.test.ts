import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { context } from '../scratch.ts';
import { meetingDesk } from './desk.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

test('deadlines count with the days and holidays of the committee, and leave as a calendar file', async () => {
  const { handlers, save, target, state } = meetingDesk();
  const { committeeId } = await handlers['committees.create'](
    { name: 'Harbours Committee', kind: 'committee' },
    context,
  );
  const { committee } = await handlers['committees.open']({ committeeId }, context);
  const { meetingId } = await handlers['meetings.create']({ committeeId }, context);
  const { meeting } = await state(meetingId);
  const out = target('dates.ics');
  await expect(handlers['meetings.exportCalendar']({ meetingId, grant: out.grant }, context)).rejects.toEqual(
    code('meeting.incomplete'),
  );
  // A Thursday; five clear days before it are Thursday to Wednesday.
  await save({ ...meeting, date: '2027-03-04', time: '18:30', publicationDate: '2027-02-24' }, 1);
  const deadlines = () => handlers['meetings.deadlines']({ meetingId }, context);
  expect((await deadlines()).notice).toMatchObject({ clearDays: 5, required: 5, lawful: true });
  await handlers['committees.save'](
    {
      committee: {
        ...committee,
        bankHolidays: { added: [{ date: '2027-03-01', name: 'Founders’ Day' }], removed: [] },
      },
      baseRevision: 1,
    },
    context,
  );
  expect((await deadlines()).notice).toMatchObject({ clearDays: 4, lawful: false });
  await handlers['meetings.exportCalendar']({ meetingId, grant: out.grant }, context);
  const calendar = readFileSync(out.file, 'utf8');
  expect(calendar).toContain('BEGIN:VCALENDAR');
  expect(calendar).toContain('DTSTART;TZID=Europe/London:20270304T183000');
});

test('what happened at a meeting is kept, and two clerks do not overwrite each other', async () => {
  const { handlers, newMeeting } = meetingDesk();
  const { id: meetingId } = await newMeeting();
  const open = () => handlers['meetings.record']({ meetingId }, context);
  expect(await open()).toEqual({ record: null, revision: 0 });
  const record = {
    format: 1 as const,
    meetingId,
    chair: 'Ada Marsh',
    began: '18:30',
    ended: '',
    attendees: [],
    declarations: [],
    items: [],
    approvedOn: '',
  };
  expect(await handlers['meetings.saveRecord']({ record, baseRevision: 0 }, context)).toMatchObject({
    revision: 1,
  });
  await expect(
    handlers['meetings.saveRecord']({ record: { ...record, chair: 'Other' }, baseRevision: 0 }, context),
  ).rejects.toEqual(code('meeting.revisionConflict'));
  expect(await open()).toEqual({ record, revision: 1 });
});
