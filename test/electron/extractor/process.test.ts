import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evidenceAnswerSchema } from '../../../electron/extractor/messages.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const evidence = path.join(root, 'resources/sample-library/evidence');
let folder = '';
let child: ChildProcess;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'despatch-process-'));
  child = fork(path.join(root, 'electron/extractor/main.ts'), [], { serialization: 'advanced' });
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function ask(job: number, file: string, name: string) {
  child.send({ type: 'evidence', job, file, name });
  const [message] = await once(child, 'message');
  return evidenceAnswerSchema.parse(message);
}

test('one process reads file after file, stored under names that say nothing, and outlives those it refuses', async () => {
  const stored = (name: string) => path.join(folder, name);
  copyFileSync(path.join(evidence, 'flood-investigation.pdf'), stored('aa01'));
  writeFileSync(stored('bb02'), '%PDF-1.7\nnothing');
  writeFileSync(stored('cc03'), '# Title\n\nWords.');
  const first = await ask(1, stored('aa01'), 'Flood investigation.pdf');
  expect(first).toMatchObject({ type: 'extraction', job: 1, extraction: { kind: 'pdf', paged: true } });
  expect(await ask(2, stored('bb02'), 'broken.pdf')).toMatchObject({
    type: 'error',
    job: 2,
    error: { code: 'input.damaged', details: { file: 'broken.pdf' } },
  });
  expect(await ask(3, stored('absent'), 'gone.pdf')).toMatchObject({
    type: 'error',
    job: 3,
    error: { code: 'input.notFound', details: { file: 'gone.pdf' } },
  });
  expect(await ask(4, stored('cc03'), 'notes.md')).toMatchObject({ extraction: { kind: 'markdown' } });
  expect(await ask(5, stored('aa01'), 'again.pdf')).toEqual({ ...first, job: 5 });
});

test('orders sent all at once are answered in the order they came', async () => {
  const stored = path.join(evidence, 'flood-warning-service-review.html');
  const jobs = [11, 12, 13, 14];
  const answered = new Promise<number[]>((resolve) => {
    const seen: number[] = [];
    child.on('message', ({ job }: { job: number }) => {
      seen.push(job);
      if (seen.length === jobs.length) resolve(seen);
    });
  });
  for (const job of jobs) child.send({ type: 'evidence', job, file: stored, name: 'a.html' });
  expect(await answered).toEqual(jobs);
});
