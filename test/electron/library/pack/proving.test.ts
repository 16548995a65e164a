import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeAssembler } from '../../../../electron/library/pack/assembling.ts';
import { proveNoLeak, refuseLeaks, sharedWordsNotices } from '../../../../electron/library/pack/proving.ts';
import { explainInOneLine } from '../../../../shared/contract/messages.ts';
import { proofSchema } from '../../../../shared/pack/proof-report.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { exempt, open, publicFile, SECRET } from '../../assembler/proof/leaking.ts';

const start = nodeAssembler(path.resolve('electron'));
const job = (file: string) => ({
  publicFile: file,
  publicName: 'public.pdf',
  exempt,
  open,
  date: '2026-11-28T12:00:00Z',
});

test('a process of its own proves a public file, and a leak becomes an error that names the place and the item', async () => {
  const file = path.join(scratchFolder(), 'public.pdf');
  await writeFile(file, await publicFile());
  const steps: number[] = [];
  const options = {
    start,
    signal: new AbortController().signal,
    progress: (done: number) => steps.push(done),
  };
  const clean = await proveNoLeak(job(file), options);
  expect(proofSchema.parse(clean).result).toBe('no leak');
  expect(() => refuseLeaks(clean)).not.toThrow();
  expect(steps.at(-1)).toBeGreaterThan(50);

  await writeFile(file, await publicFile(({ pdf }) => pdf.setSubject(SECRET)));
  const leaking = await proveNoLeak(job(file), options);
  let thrown: unknown;
  try {
    refuseLeaks(leaking);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ code: 'pack.leak', details: { item: 'Agenda Item 8' } });
  const { details } = thrown as { details: Record<string, string> };
  const findings = leaking.findings.map(({ where, item }) => `${where} (words of ${item})`);
  expect(details['places']?.split('\n')).toEqual(findings);
  expect(explainInOneLine(thrown as never)).toContain('in the subject of the document (properties)');
});

test('is cancelled by ending the process', async () => {
  const file = path.join(scratchFolder(), 'public.pdf');
  await writeFile(file, await publicFile());
  const cancel = new AbortController();
  const proving = proveNoLeak(job(file), { start, signal: cancel.signal });
  cancel.abort();
  await expect(proving).rejects.toMatchObject({ code: 'call.cancelled' });
});

test('a file that cannot be read back proves nothing', async () => {
  const file = path.join(scratchFolder(), 'public.pdf');
  await writeFile(file, 'no PDF');
  const proving = proveNoLeak(job(file), { start, signal: new AbortController().signal });
  await expect(proving).rejects.toMatchObject({ code: 'pack.partFailed', details: { file: 'public.pdf' } });
});

test('a withheld part that public papers share many words with is named for whoever reads the draft', async () => {
  const file = path.join(scratchFolder(), 'public.pdf');
  await writeFile(file, await publicFile());
  const proof = await proveNoLeak(job(file), { start, signal: new AbortController().signal });
  const shared = (alsoPublic: number) => ({
    ...proof,
    exempt: [{ item: 'Agenda Item 8', words: 60, sought: 40, alsoPublic }],
  });
  expect(sharedWordsNotices(shared(3))).toEqual([]);
  expect(sharedWordsNotices(shared(31))).toEqual([
    expect.stringMatching(/^31 runs of 4 words of Agenda Item 8 /),
  ]);
});
