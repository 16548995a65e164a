import { expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { openEvidence } from '../evidence/evidence-library.ts';
import { context } from '../scratch.ts';

test('the sample meeting comes with its committee, every paper in its place, and the sample report as what was written here', async () => {
  const { handlers } = openEvidence(scratchFolder());
  const { documentIds } = await handlers['samples.add']({}, context);
  const [meeting, ...others] = await handlers['meetings.list']({}, context);
  if (!meeting) throw new Error('no meeting');
  expect(others).toEqual([]);
  expect(meeting.papers).toBeGreaterThan(5);
  const { papers } = await handlers['meetings.open']({ meetingId: meeting.id }, context);
  expect(papers.filter(({ state }) => state !== 'ready' && state !== 'toFollow')).toEqual([]);
  expect(new Set(papers.map(({ kind }) => kind))).toEqual(new Set([null, 'pdf', 'word']));
  const used = await Promise.all(
    documentIds.map((documentId) => handlers['meetings.ofDocument']({ documentId }, context)),
  );
  expect(used.flat()).toMatchObject([{ meetingId: meeting.id, committee: meeting.committee }]);
  const committees = () => handlers['committees.list']({}, context);
  expect(await committees()).toMatchObject([{ name: meeting.committee, meetings: 1 }]);
  // Once more: another meeting of the same committee.
  await handlers['samples.add']({}, context);
  expect(await committees()).toMatchObject([{ meetings: 2 }]);
});
