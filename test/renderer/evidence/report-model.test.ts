import { expect, test } from 'vitest';
import { progressOf } from '../../../renderer/evidence/shelf/adding/report-model.ts';
import type { Batch, IntakeRow } from '../../../shared/contract/evidence-source-calls.ts';

const row = (file: string, status: IntakeRow['status']): IntakeRow => ({
  file,
  sourceId: null,
  title: null,
  kind: null,
  pages: null,
  words: null,
  status,
  reason: null,
  offer: null,
});
const batch = (...rows: IntakeRow[]): Batch => ({
  id: 'one',
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
  running: true,
  folder: 'Inbox',
  rows,
});

test('a batch that runs is as far as its files are done, failed ones too, and names the one in hand', () => {
  const rows = [
    row('a.pdf', 'added'),
    row('b.pdf', 'failed'),
    row('c.pdf', 'waiting'),
    row('d.pdf', 'working'),
  ];
  expect(progressOf(batch(...rows))).toEqual({ share: 0.5, label: 'd.pdf' });
  expect(progressOf(batch(row('a.pdf', 'waiting')))).toEqual({ share: 0, label: 'a.pdf' });
  expect(progressOf(batch(row('a.pdf', 'added')))).toEqual({ share: 1, label: '' });
});
