import { expect, test } from 'vitest';
import { parseDocument } from '../../../../shared/document/parse.ts';
import { titleOf } from '../../../../shared/document/walk.ts';
import { itemsOf } from '../../../../shared/pack/papers-of.ts';
import { context } from '../scratch.ts';
import { item, meetingDesk } from './desk.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

async function heldMeeting() {
  const desk = meetingDesk();
  const { handlers, save, state } = desk;
  const { committeeId } = await handlers['committees.create'](
    { name: 'Harbours Committee', kind: 'committee' },
    context,
  );
  const { committee } = await handlers['committees.open']({ committeeId }, context);
  const members = [
    { name: 'Ada Marsh', role: 'Chair', party: 'Independent' },
    { name: 'Ben Tolland', role: '', party: 'Labour' },
  ];
  await handlers['committees.save']({ committee: { ...committee, members }, baseRevision: 1 }, context);
  const { meetingId } = await handlers['meetings.create']({ committeeId }, context);
  const { meeting } = await state(meetingId);
  const held = {
    ...meeting,
    date: '2027-03-04',
    time: '18:30',
    items: [...meeting.items, item('dues', 'Harbour dues', { purpose: 'decision' })],
  };
  await save(held, 1);
  return { ...desk, committeeId, meeting: held };
}

async function recordedMeeting() {
  const desk = await heldMeeting();
  const { handlers, meeting } = desk;
  const { record } = await handlers['meetings.beginRecord']({ meetingId: meeting.id }, context);
  const written = {
    ...record,
    items: record.items.map((each) =>
      each.itemId === 'dues'
        ? {
            ...each,
            outcome: 'resolved' as const,
            resolutions: [{ id: 'r', text: 'the dues rise by three per cent', exempt: false }],
            actions: [
              {
                id: 'a',
                what: 'Write to the fishing fleet',
                owner: 'Harbour Master',
                due: '2027-04-01',
                state: 'open' as const,
                exempt: false,
              },
            ],
          }
        : each,
    ),
  };
  await handlers['meetings.saveRecord']({ record: written, baseRevision: 0 }, context);
  return { ...desk, record: written };
}

test('a record begins with the members of the meeting and is not saved by itself', async () => {
  const { handlers, meeting } = await heldMeeting();
  const { record } = await handlers['meetings.beginRecord']({ meetingId: meeting.id }, context);
  expect(record).toMatchObject({ chair: 'Ada Marsh', meetingId: meeting.id });
  expect(record.attendees.map(({ name }) => name)).toEqual(['Ada Marsh', 'Ben Tolland']);
  expect(await handlers['meetings.record']({ meetingId: meeting.id }, context)).toEqual({
    record: null,
    revision: 0,
  });
  await expect(
    handlers['meetings.draft']({ meetingId: meeting.id, kind: 'minutes' }, context),
  ).rejects.toEqual(code('meeting.incomplete'));
});

test('minutes, action list and decision notice become documents that are known as the meeting’s', async () => {
  const { handlers, meeting } = await recordedMeeting();
  const { id: meetingId } = meeting;
  for (const kind of ['minutes', 'actions', 'decisions'] as const) {
    const { documentId, exemptDocumentId } = await handlers['meetings.draft']({ meetingId, kind }, context);
    expect(exemptDocumentId).toBeNull();
    const opened = await handlers['documents.open']({ documentId }, context);
    const { document, unknownParts } = parseDocument(opened.document);
    expect(unknownParts).toEqual([]);
    expect(titleOf(document)).not.toBe('');
    expect(JSON.stringify(document)).toContain(
      kind === 'actions' ? 'Write to the fishing fleet' : 'the dues rise by three per cent',
    );
  }
  const written = await handlers['meetings.written']({ meetingId }, context);
  expect(written.map(({ kind, exempt }) => [kind, exempt]).sort()).toEqual([
    ['actions', false],
    ['decisions', false],
    ['minutes', false],
  ]);
  await handlers['documents.remove']({ documentId: written[0]?.documentId ?? '' }, context);
  expect(await handlers['meetings.written']({ meetingId }, context)).toHaveLength(2);
});

test('the next agenda has the minutes to confirm and what is still to be done', async () => {
  const { handlers, meeting, committeeId, state } = await recordedMeeting();
  const { documentId } = await handlers['meetings.draft'](
    { meetingId: meeting.id, kind: 'minutes' },
    context,
  );
  const cloned = await handlers['meetings.clone']({ meetingId: meeting.id }, context);
  const created = await handlers['meetings.create']({ committeeId, pickUp: true }, context);
  for (const { meetingId } of [cloned, created]) {
    const next = (await state(meetingId)).meeting;
    const papers = itemsOf(next.items).flatMap((each) => each.papers.map(({ source }) => source));
    expect(papers).toEqual([{ type: 'document', documentId }]);
    expect(JSON.stringify(next.items)).toContain('Write to the fishing fleet');
    expect(next.date).toBe('');
  }
  const plain = await handlers['meetings.create']({ committeeId }, context);
  expect(JSON.stringify((await state(plain.meetingId)).meeting)).not.toContain('fishing fleet');
  // The minutes are used in both of them.
  expect(await handlers['meetings.ofDocument']({ documentId }, context)).toHaveLength(2);
});

test('a meeting that nobody wrote down hands nothing on', async () => {
  const { handlers, meeting, state } = await heldMeeting();
  const { meetingId } = await handlers['meetings.clone']({ meetingId: meeting.id }, context);
  const next = (await state(meetingId)).meeting;
  expect(next.items.map(({ title }) => title)).toEqual(
    meeting.items.filter(({ standing }) => standing).map(({ title }) => title),
  );
});
