import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ExtractorProcess,
  extractInChild,
  startNodeExtractor,
} from '../../../../electron/library/import/extract.ts';
import { plainText } from '../../../../shared/document/walk.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'despatch-extract-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const entry = path.resolve(import.meta.dirname, '../../../../electron/extractor/main.ts');
const options = (timeoutMs = 20_000, signal = new AbortController().signal) => ({ signal, timeoutMs });

/** An extractor process that runs these lines instead of ours. */
function impostor(name: string, lines: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, lines);
  return file;
}

test('a real child reads a file, and passes on why it refuses another', async () => {
  const good = path.join(folder, 'good.txt');
  writeFileSync(good, 'MEETING WITH THE CHAIR\n\n- **One**\n');
  const source = await extractInChild(startNodeExtractor(entry), good, options());
  expect(source.lines.map(({ content }) => plainText(content))).toEqual(['MEETING WITH THE CHAIR', 'One']);
  const absent = path.join(folder, 'absent.txt');
  await expect(extractInChild(startNodeExtractor(entry), absent, options())).rejects.toMatchObject({
    code: 'input.notFound',
    details: { file: absent },
  });
});

test.each([
  ['crashes', 'process.on("message", () => process.abort())', /crashed/],
  ['ends without a word', 'process.on("message", () => process.exit(3))', /code 3/],
  ['cannot start', 'throw new Error("broken")', /code 1/],
  [
    'fills its memory',
    'const all = []; process.on("message", () => { for (;;) all.push(new Array(1e6).fill({})); })',
    /memory/,
  ],
  [
    'fills the memory of WebAssembly',
    'process.on("message", () => new WebAssembly.Memory({ initial: 1 }).grow(64 * 16))',
    /ended with code/,
  ],
  [
    'answers nonsense',
    'process.on("message", () => process.send({ type: "source", source: 7 }))',
    /not understood/,
  ],
])('a child that %s costs only itself', async (name, lines, reason) => {
  const start = startNodeExtractor(impostor(name.replaceAll(' ', '-'), lines));
  await expect(
    extractInChild(
      (limits) => start({ ...limits, memoryMb: Math.min(limits.memoryMb, 64) }),
      'a.txt',
      options(),
    ),
  ).rejects.toMatchObject({
    code: 'input.extractorDied',
    details: { file: 'a.txt', reason: expect.stringMatching(reason) },
  });
});

/** A process that never answers, and remembers whether it was killed. */
function silent() {
  const state = { killed: 0 };
  const start = (): ExtractorProcess => ({
    send: () => undefined,
    onMessage: () => undefined,
    onExit: () => undefined,
    kill: () => {
      state.killed += 1;
    },
  });
  return { state, start };
}

test('a child that takes too long is killed and reported', async () => {
  const { state, start } = silent();
  await expect(extractInChild(start, 'a.txt', options(20))).rejects.toMatchObject({ code: 'input.timeout' });
  expect(state.killed).toBe(1);
});

test('cancelling kills the child; cancelled before, none is started', async () => {
  const { state, start } = silent();
  const controller = new AbortController();
  const waiting = extractInChild(start, 'a.txt', options(20_000, controller.signal));
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'call.cancelled' });
  expect(state.killed).toBe(1);
  const never = () => {
    throw new Error('started');
  };
  await expect(extractInChild(never, 'a.txt', options(1, controller.signal))).rejects.toMatchObject({
    code: 'call.cancelled',
  });
});
