import { expect, test } from 'vitest';
import type { ExtractorProcess } from '../../../../electron/library/import/extract.ts';
import { type ExtractionJob, ExtractorPool } from '../../../../electron/library/import/extractor-pool.ts';
import type { Extraction } from '../../../../shared/evidence/extraction.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

const extraction: Extraction = {
  kind: 'text',
  mediaType: 'text/plain',
  textState: 'text',
  paged: false,
  pages: [{ label: null, text: 'Words', roles: [] }],
  outline: [],
  about: { csl: { type: 'document' }, marking: null, reviewBy: null },
  notices: [],
};

interface Order {
  readonly type: string;
  readonly job: number;
  readonly file: string;
  readonly name: string;
}

/** Processes that do what the test says, in the order they were started. */
function processes() {
  const started: {
    orders: Order[];
    killed: boolean;
    say(message: unknown): void;
    exit(code: number | null): void;
  }[] = [];
  const start = (): ExtractorProcess => {
    let say = (_message: unknown) => {};
    let exit = (_code: number | null) => {};
    const one = {
      orders: [] as Order[],
      killed: false,
      say: (message: unknown) => say(message),
      exit: (how: number | null) => exit(how),
    };
    started.push(one);
    return {
      send: (order) => one.orders.push(order as Order),
      onMessage: (listener) => {
        say = listener;
      },
      onExit: (listener) => {
        exit = listener;
      },
      kill: () => {
        one.killed = true;
      },
    };
  };
  const pool = new ExtractorPool(start, 2);
  const answer = (at: number) =>
    started[at]?.say({ type: 'extraction', job: started[at]?.orders.at(-1)?.job, extraction });
  return { started, pool, answer };
}

const job = (name: string, signal = new AbortController().signal): ExtractionJob => ({
  file: `/originals/${name}`,
  name,
  timeoutMs: 60_000,
  signal,
});

test('two processes read file after file, each one at a time', async () => {
  const { started, pool, answer } = processes();
  const reading = ['a', 'b', 'c'].map((name) => pool.extract(job(name)));
  expect(started.map(({ orders }) => orders.map(({ name }) => name))).toEqual([['a'], ['b']]);
  answer(1);
  expect(await reading[1]).toEqual(extraction);
  expect(started[1]?.orders.map(({ name }) => name)).toEqual(['b', 'c']);
  answer(0);
  answer(1);
  expect(await Promise.all(reading)).toHaveLength(3);
  expect(started).toHaveLength(2);
  expect(started.some(({ killed }) => killed)).toBe(false);
  pool.stop();
});

test('a process that dies costs the file it had; another takes its place', async () => {
  const { started, pool, answer } = processes();
  const [a, b, c] = ['a', 'b', 'c'].map((name) => pool.extract(job(name)));
  const died = expect(a).rejects.toMatchObject({
    code: 'input.extractorDied',
    details: { file: 'a', reason: expect.stringContaining('crashed') },
  });
  started[0]?.exit(null);
  await died;
  expect(started).toHaveLength(3);
  expect(started[2]?.orders.map(({ name }) => name)).toEqual(['c']);
  answer(1);
  answer(2);
  await Promise.all([b, c]);
  pool.stop();
});

test('a file that takes too long loses its process and is told', async () => {
  const { started, pool } = processes();
  await expect(pool.extract({ ...job('slow'), timeoutMs: 20 })).rejects.toThrowError(code('input.timeout'));
  expect(started[0]?.killed).toBe(true);
  pool.stop();
});

test.each([
  ['of the wrong shape', (number: number) => ({ type: 'extraction', job: number, extraction: { pages: 7 } })],
  ['to another order', (number: number) => ({ type: 'extraction', job: number + 5, extraction })],
])('an answer %s is not taken for one, nor its process kept', async (_, answer) => {
  const { started, pool } = processes();
  const reading = pool.extract(job('a'));
  started[0]?.say(answer(started[0]?.orders[0]?.job ?? 0));
  await expect(reading).rejects.toThrowError(code('input.extractorDied'));
  expect(started[0]?.killed).toBe(true);
  pool.stop();
});

test('why a reader refuses a file is passed on, and the process goes on', async () => {
  const { started, pool, answer } = processes();
  const reading = pool.extract(job('locked.pdf'));
  const error = { code: 'input.encrypted', details: { file: 'locked.pdf' } };
  started[0]?.say({ type: 'error', job: started[0]?.orders[0]?.job, error });
  await expect(reading).rejects.toThrowError(code('input.encrypted'));
  const next = pool.extract(job('open.pdf'));
  answer(0);
  expect(await next).toEqual(extraction);
  expect(started).toHaveLength(1);
  pool.stop();
});

test('cancelled, a file is dropped from the queue, or with the process that reads it', async () => {
  const { started, pool, answer } = processes();
  const [reading, queued] = [new AbortController(), new AbortController()];
  const a = pool.extract(job('a', reading.signal));
  const b = pool.extract(job('b'));
  const c = pool.extract(job('c', queued.signal));
  queued.abort();
  await expect(c).rejects.toThrowError(code('call.cancelled'));
  reading.abort();
  await expect(a).rejects.toThrowError(code('call.cancelled'));
  expect(started.map(({ killed }) => killed)).toEqual([true, false]);
  answer(1);
  await b;
  await expect(pool.extract(job('d', reading.signal))).rejects.toThrowError(code('call.cancelled'));
  pool.stop();
});

test('a process that cannot be started fails the file, not the program', async () => {
  const pool = new ExtractorPool(() => {
    throw new Error('no more processes');
  }, 2);
  await expect(pool.extract(job('a'))).rejects.toThrowError(code('input.extractorDied'));
  await expect(pool.extract(job('b'))).rejects.toThrowError(code('input.extractorDied'));
});
