/** How long papers are, what of them is exempt, and the report of what was refused. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PackRefused } from '../../../../electron/library/meetings/pack-builder.ts';
import { paperFactsHandlers } from '../../../../electron/library/meetings/paper-facts.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { type Proof, proofSchema } from '../../../../shared/pack/proof-report.ts';
import { context } from '../scratch.ts';
import { item, meetingDesk, paper, pdf } from './desk.ts';

test('a PDF has its pages from when it was added, opened once; one that cannot be read has none', async () => {
  const desk = meetingDesk();
  const { handlers, granted, newMeeting, save } = desk;
  const meeting = await newMeeting();
  const files = [granted('good.pdf', pdf('good')), granted('bad.pdf', pdf('bad'))];
  const added = await handlers['meetings.addFiles'](
    { meetingId: meeting.id, files: files.map(({ grant }) => ({ grant })) },
    context,
  );
  const papers = added.flatMap(({ source, name }) => (source ? [paper(name, source)] : []));
  await save({ ...meeting, items: [item('i', 'Quays', { papers })] }, 1);
  const opened: string[] = [];
  const facts = paperFactsHandlers(desk, {
    sizes: async ({ edition }) => {
      opened.push(edition);
      if (edition === added[1]?.source?.sha256) throw new DespatchError('evidence.pageStopped');
      return new Float32Array([595, 842, 595, 842, 842, 595]);
    },
  })['meetings.paperFacts'];
  const expected = [
    { paperId: 'good.pdf', pages: 3, pagesAre: 'counted', exemptPassages: 0 },
    { paperId: 'bad.pdf', pages: null, pagesAre: null, exemptPassages: 0 },
  ];
  expect(await facts({ meetingId: meeting.id }, context)).toEqual(expected);
  expect(await facts({ meetingId: meeting.id }, context)).toEqual(expected);
  expect(opened.filter((edition) => edition === added[0]?.source?.sha256)).toHaveLength(1);
});

const proof: Proof = proofSchema.parse({
  format: 'despatch-proof-1',
  file: 'Quays.pdf',
  sha256: 'a'.repeat(64),
  bytes: 1,
  pages: 1,
  date: '2026-01-05T09:00:00.000Z',
  result: 'leaks',
  findings: [{ place: 'page text', where: 'page 1', item: 'Agenda Item 2', words: 4 }],
  searched: [],
  exempt: [],
  limits: [],
  sequenceLength: 4,
});

test('the report of a refused public pack stays until one is built, and can be saved', async () => {
  const details = { place: 'page 1', places: 'page 1 (words of Agenda Item 2)', findings: 1 };
  const { handlers, newMeeting, save, target } = meetingDesk({
    workshop: { build: () => Promise.reject(new PackRefused(details, proof)) },
  });
  const meeting = await newMeeting();
  await save({ ...meeting, items: [item('i', 'Quays')] }, 1);
  const meetingId = meeting.id;
  expect(await handlers['packs.refused']({ meetingId }, context)).toEqual({ refusal: null });
  const asked = handlers['packs.build']({ meetingId, kind: 'pack', audiences: ['public'] }, context);
  await expect(asked).rejects.toMatchObject({ code: 'pack.leak' });
  expect(await handlers['packs.refused']({ meetingId }, context)).toMatchObject({
    refusal: { places: 1, details },
  });
  const { file, grant } = target('report.json');
  await handlers['packs.saveRefusal']({ meetingId, grant }, context);
  expect(proofSchema.parse(JSON.parse(readFileSync(file, 'utf8')))).toEqual(proof);
});
