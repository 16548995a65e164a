/** A real assembler process in plain Node. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { renderPdf } from '../../../../electron/library/export/pdf/index.ts';
import { assemble, nodeAssembler } from '../../../../electron/library/pack/assembling.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { explain } from '../../../../shared/contract/messages.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { smallDisk } from '../../../small-disk.ts';
import { canReadPacks, complaints, jobOf, summaryOf, wordsOn } from '../../assembler/pack-of.ts';
import { sampleBrief, sampleReport } from '../export/sample-documents.ts';

const start = nodeAssembler(path.join(import.meta.dirname, '../../../../electron'));
const [brief, report] = await Promise.all([
  renderPdf(printDocument(sampleBrief())),
  renderPdf(printDocument(sampleReport())),
]);
const never = new AbortController().signal;

async function longJob(folder: string) {
  const long = await PDFDocument.create();
  for (let page = 0; page < 400; page += 1) long.addPage().drawText(`Sheet ${page}`);
  const bytes = await long.save();
  return jobOf(folder, [{ bytes }, { bytes }, { bytes }]);
}

test.runIf(canReadPacks)('writes a pack that other programs read, and says how far it is', async () => {
  const folder = scratchFolder();
  const job = await jobOf(folder, [
    { bytes: brief, origin: 'ours', item: 'Agenda Item 1' },
    { bytes: report, item: 'Agenda Item 2' },
  ]);
  const heard: [number, number][] = [];
  const assembled = await assemble(job, {
    start,
    signal: never,
    progress: (done, of) => heard.push([done, of]),
  });
  expect(complaints(job.output)).toBe('');
  expect(assembled.pages).toBe(job.leaves.length);
  expect(readFileSync(job.output).length).toBe(assembled.bytes);
  expect(summaryOf(job.output).pages).toHaveLength(assembled.pages);
  expect(wordsOn(job.output, 1)).toContain('Agenda Item 1');
  expect(wordsOn(job.output, assembled.pages)).toContain(`Page ${assembled.pages}`);
  expect(heard.at(-1)).toEqual([job.leaves.length, job.leaves.length]);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('cancelled in the middle, it leaves what stood there and nothing else', async () => {
  const folder = scratchFolder();
  const job = await longJob(folder);
  writeFileSync(job.output, 'the pack of yesterday');
  const before = readdirSync(folder);
  const desk = new AbortController();
  const assembling = assemble(job, { start, signal: desk.signal, progress: () => desk.abort() });
  await expect(assembling).rejects.toMatchObject({ code: 'call.cancelled' });
  expect(readFileSync(job.output, 'utf8')).toBe('the pack of yesterday');
  expect(readdirSync(folder)).toEqual(before);
});

test('cancelled before it begins, or behind any of its parts, it leaves nothing', async () => {
  const folder = scratchFolder();
  const job = await longJob(folder);
  const before = readdirSync(folder);
  await expect(assemble(job, { start, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'call.cancelled',
  });
  for (const part of [1, 2, 3]) {
    const desk = new AbortController();
    const progress = (done: number) => {
      if (done === part * 400) desk.abort();
    };
    await expect(assemble(job, { start, signal: desk.signal, progress })).rejects.toMatchObject({
      code: 'call.cancelled',
    });
    expect(readdirSync(folder)).toEqual(before);
  }
});

test('killed by the system, it names the file it was at, and nothing is left', async () => {
  const folder = scratchFolder();
  const job = await longJob(folder);
  const parts = job.parts.map((part, at) => ({ ...part, item: `Agenda Item ${at + 1}` }));
  const before = readdirSync(folder);
  let end = () => {};
  const killed = () => {
    const running = start();
    end = running.kill;
    return running;
  };
  const progress = (done: number) => {
    if (done === 400) end();
  };
  const assembling = assemble({ ...job, parts }, { start: killed, signal: never, progress });
  const thrown = await assembling.catch((error: unknown) => error);
  expect(thrown).toMatchObject({
    code: 'pack.stopped',
    details: { file: 'part-1.pdf', item: 'Agenda Item 2' },
  });
  expect(thrown instanceof DespatchError && explain(thrown.toData()).why).toBe(
    'The process that puts packs together stopped at “part-1.pdf” (Agenda Item 2): it ended by itself or ran out of memory.',
  );
  expect(readdirSync(folder)).toEqual(before);
});

test('a process that takes too long is ended and leaves nothing', async () => {
  const folder = scratchFolder();
  const job = await longJob(folder);
  const before = readdirSync(folder);
  await expect(assemble(job, { start, signal: never, timeoutMs: 1 })).rejects.toMatchObject({
    code: 'pack.stopped',
  });
  expect(readdirSync(folder)).toEqual(before);
});

test('a part that cannot be read is named with its item, and nothing is written', async () => {
  const folder = scratchFolder();
  const job = await jobOf(folder, [
    { bytes: report },
    { bytes: Buffer.from('no PDF at all'), name: 'Appendix B.pdf', item: 'Agenda Item 7', pages: [0] },
  ]);
  await expect(assemble(job, { start, signal: never })).rejects.toMatchObject({
    code: 'pack.partFailed',
    details: { file: 'Appendix B.pdf', item: 'Agenda Item 7', reason: 'it is damaged, or no PDF at all' },
  });
  expect(existsSync(job.output)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a part whose bytes are others than those that were added is refused by name', async () => {
  const folder = scratchFolder();
  const job = await jobOf(folder, [{ bytes: report, name: 'Report.pdf', item: 'Agenda Item 3' }]);
  const parts = job.parts.map((part) => ({ ...part, sha256: '0'.repeat(64) }));
  await expect(assemble({ ...job, parts }, { start, signal: never })).rejects.toMatchObject({
    code: 'pack.changed',
    details: { file: 'Report.pdf', item: 'Agenda Item 3' },
  });
});

test('a target that cannot be written is said before anything is done', async () => {
  const folder = scratchFolder();
  const job = await jobOf(folder, [{ bytes: report }]);
  const output = path.join(folder, 'nowhere', 'pack.pdf');
  await expect(assemble({ ...job, output }, { start, signal: never })).rejects.toMatchObject({
    code: 'output.folderMissing',
  });
});

test('a full disk in the middle is said, and nothing of the pack is left on it', async (context) => {
  const disk = smallDisk('64k');
  if (disk === null) return context.skip();
  const job = await longJob(scratchFolder());
  const output = path.join(disk, 'pack.pdf');
  await expect(assemble({ ...job, output }, { start, signal: never })).rejects.toMatchObject({
    code: 'output.full',
    details: { file: output },
  });
  expect(readdirSync(disk)).toEqual([]);
});
