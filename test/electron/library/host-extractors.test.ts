import { expect, test } from 'vitest';
import { HostExtractors } from '../../../electron/library/host-extractors.ts';
import { extractInChild } from '../../../electron/library/import/extract.ts';
import { type FromLibrary, fromLibrarySchema } from '../../../shared/contract/host.ts';
import { sourceFromText } from '../../../shared/import/plain-text.ts';

function main() {
  const told: FromLibrary[] = [];
  const extractors = new HostExtractors((message) => told.push(fromLibrarySchema.parse(message)));
  const cancel = new AbortController();
  const read = (file: string) =>
    extractInChild(extractors.start, file, { signal: cancel.signal, timeoutMs: 60_000 });
  return { told, extractors, read, cancel };
}

test('a lent extractor is started, sent its order, heard and killed, all by one number', async () => {
  const { told, extractors, read } = main();
  const reading = read('/desk/brief.txt');
  const source = sourceFromText('Words', 'brief.txt');
  extractors.receive(99, { type: 'source', source: 'of somebody else' });
  extractors.receive(1, { type: 'source', source });
  expect(await reading).toEqual(source);
  expect(told.map(({ type }) => type)).toEqual(['extractorStart', 'extractorSend', 'extractorKill']);
  expect(told.every((message) => 'extractor' in message && message.extractor === 1)).toBe(true);
});

test('an extractor that dies is told as such, and only its own file is lost', async () => {
  const { extractors, read } = main();
  const [first, second] = [read('/desk/bad.docx'), read('/desk/good.txt')];
  const died = expect(first).rejects.toThrowError(expect.objectContaining({ code: 'input.extractorDied' }));
  extractors.ended(1, null);
  await died;
  const source = sourceFromText('Words', 'good.txt');
  extractors.receive(2, { type: 'source', source });
  expect(await second).toEqual(source);
});

test('cancelling kills the process that reads', async () => {
  const { told, read, cancel } = main();
  const reading = expect(read('/desk/slow.docx')).rejects.toThrowError(
    expect.objectContaining({ code: 'call.cancelled' }),
  );
  cancel.abort();
  await reading;
  expect(told.at(-1)).toEqual({ type: 'extractorKill', extractor: 1 });
});
