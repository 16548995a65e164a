import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../../shared/document/parse.ts';
import { blockText, knownBlocks, titleOf } from '../../../../shared/document/walk.ts';
import type { Meeting } from '../../../../shared/pack/meeting.ts';
import { context } from '../scratch.ts';
import { item, meetingDesk } from './desk.ts';

const exempt = { regime: 'Executive2012-England', paragraph: 3, publicInterest: 'Commercial.' } as const;
const refused = (reason: string) => expect.objectContaining({ code: 'meeting.invalid', details: { reason } });

async function executive(more: Partial<Meeting> = {}) {
  const desk = meetingDesk();
  const made = await desk.newMeeting('Cabinet');
  const meeting: Meeting = {
    ...made,
    body: 'executive',
    date: '2026-02-25',
    items: [item('i1', 'Winter timetable'), item('i2', 'Lease of the depot', { exempt })],
    ...more,
  };
  await desk.save(meeting, 1);
  const { handlers } = desk;
  const read = async (documentId: string) => {
    const { document } = parseDocument((await handlers['documents.open']({ documentId }, context)).document);
    return { title: titleOf(document), words: [...knownBlocks(document)].map(blockText).join('\n') };
  };
  return { meetingId: meeting.id, draft: handlers['meetings.draftNotice'], read, handlers };
}

describe('the notices of an executive', () => {
  test('become documents that can be opened and written on', async () => {
    const { meetingId, draft, read, handlers } = await executive();
    const first = await draft({ meetingId, asked: { notice: 'private' } }, context);
    expect(await read(first.documentId)).toMatchObject({
      title: 'Notice of intention to hold a meeting in private',
      words: expect.stringContaining('by Monday 16 February 2026'),
    });
    const received = [{ from: 'The Gazette', what: 'It is public money.', response: 'It is.' }];
    const further = await draft(
      { meetingId, asked: { notice: 'further', firstNotice: '2026-01-27', received } },
      context,
    );
    expect((await read(further.documentId)).words).toContain(
      'The Gazette\nIt is public money.\nResponse: It is.',
    );
    const decisions = [{ itemId: 'i1', decisionMaker: '', period: '' }];
    const key = await draft(
      { meetingId, asked: { notice: 'keyDecisions', decisions, authority: '' } },
      context,
    );
    expect((await read(key.documentId)).title).toBe('Notice of key decisions');
    expect(await handlers['documents.list']({}, context)).toHaveLength(3);
  });

  test('are refused where there is nothing to give notice of, and nothing is made then', async () => {
    const open = await executive({ items: [item('i1', 'Winter timetable')] });
    const ask = (asked: Parameters<typeof open.draft>[0]['asked']) =>
      open.draft({ meetingId: open.meetingId, asked }, context);
    await expect(ask({ notice: 'private' })).rejects.toEqual(
      refused('no item of its agenda is exempt, so that nothing is taken in private'),
    );
    const decisions = [{ itemId: 'gone', decisionMaker: '', period: '' }];
    await expect(ask({ notice: 'keyDecisions', decisions, authority: '' })).rejects.toEqual(
      refused('none of these items is on the agenda any more'),
    );
    await expect(ask({ notice: 'further', firstNotice: '2026-02-30', received: [] })).rejects.toEqual(
      refused('the day of the first notice, 2026-02-30, is no day of the calendar'),
    );
    expect(await open.handlers['documents.list']({}, context)).toEqual([]);
  });

  test.each([
    [{ date: '' }, 'the meeting has no date yet'],
    [{ date: '2026-02-30' }, 'its date, 2026-02-30, is no day of the calendar'],
    [{ body: 'committee' }, 'these notices are those of an executive in England'],
    [{ country: 'Wales' }, 'these notices are those of an executive in England'],
  ] as [Partial<Meeting>, string][])('are refused for %j', async (more, reason) => {
    const { meetingId, draft } = await executive(more);
    await expect(draft({ meetingId, asked: { notice: 'private' } }, context)).rejects.toEqual(
      refused(reason),
    );
  });
});
