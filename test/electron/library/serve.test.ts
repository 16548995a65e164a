import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { LOG_FILE, openLocalLog } from '../../../electron/library/local-log.ts';
import { createServer } from '../../../electron/library/serve.ts';
import type { CallContext, Handlers } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Request, Response } from '../../../shared/contract/wire.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { clock } from './scratch.ts';

type Some = { [Name in keyof Handlers]?: (input: never, context: CallContext) => Promise<unknown> };

/** A window's end of a port whose other end serves these handlers. */
function serve(handlers: Some) {
  const folder = scratchFolder();
  const server = createServer(handlers as Handlers, openLocalLog(folder, clock()));
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  server.serve({
    postMessage: (message) => port2.postMessage(message),
    onMessage: (listener) => port2.on('message', listener),
    onClose: (listener) => port2.on('close', listener),
  });
  const answers: Response[] = [];
  const waiting: (() => void)[] = [];
  port1.on('message', (message: Response) => {
    answers.push(message);
    for (const wake of waiting.splice(0)) wake();
  });
  const send = (message: Request | { nonsense: true }) => port1.postMessage(message);
  async function answer(id: number): Promise<Response> {
    for (;;) {
      const found = answers.find((one) => one.id === id && one.type !== 'progress');
      if (found) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }
  const log = () => readFileSync(path.join(folder, LOG_FILE), 'utf8');
  return { server, send, answer, answers, log, close: () => port1.close() };
}

const summaries = { 'documents.list': async () => [] };

test('a call is answered with what its handler gives', async () => {
  const { send, answer } = serve(summaries);
  send({ type: 'call', id: 1, name: 'documents.list', input: {} });
  expect(await answer(1)).toEqual({ type: 'result', id: 1, output: [] });
});

test.each([
  ['no such call', 'documents.burn', {}],
  ['a name every object has', 'toString', {}],
  ['an input of the wrong shape', 'documents.list', { deleted: 'yes' }],
  ['an input with something more', 'documents.list', { folder: '/' }],
])('%s is refused before any handler sees it', async (_, name, input) => {
  const { send, answer } = serve({ 'documents.list': () => Promise.reject(new Error('seen')) });
  send({ type: 'call', id: 2, name, input });
  expect(await answer(2)).toMatchObject({ type: 'error', error: { code: 'call.invalid' } });
});

test('an expected error crosses as code and details', async () => {
  const error = new DespatchError('document.notFound', { documentId: 'd' });
  const { send, answer } = serve({ 'documents.list': () => Promise.reject(error) });
  send({ type: 'call', id: 3, name: 'documents.list', input: {} });
  expect(await answer(3)).toEqual({ type: 'error', id: 3, error: error.toData() });
});

test('an answer of the wrong shape is a fault of ours, told as such and logged', async () => {
  const { send, answer, log } = serve({ 'documents.list': async () => 'nothing' });
  send({ type: 'call', id: 4, name: 'documents.list', input: {} });
  expect(await answer(4)).toMatchObject({ type: 'error', error: { code: 'fault' } });
  expect(log()).toContain('documents.list');
});

test('what is no request is logged and the port goes on', async () => {
  const { send, answer, log } = serve(summaries);
  send({ nonsense: true });
  send({ type: 'call', id: 5, name: 'documents.list', input: {} });
  expect(await answer(5)).toMatchObject({ type: 'result' });
  expect(log()).toContain('not a request');
});

/** A handler that reports once and then waits to be cancelled. */
const patient: Some = {
  'documents.list': (_input, { signal, progress }) => {
    progress(0.5, 'Half way');
    return new Promise((_resolve, reject) => {
      (signal as AbortSignal).addEventListener('abort', () => reject(new DespatchError('call.cancelled')));
    });
  },
};

test('a cancelled call hears of it, its progress came before, and the server is idle afterwards', async () => {
  const { server, send, answer, answers } = serve(patient);
  send({ type: 'call', id: 6, name: 'documents.list', input: {} });
  send({ type: 'cancel', id: 6 });
  expect(await answer(6)).toMatchObject({ type: 'error', error: { code: 'call.cancelled' } });
  expect(answers[0]).toEqual({ type: 'progress', id: 6, done: 0.5, label: 'Half way' });
  await server.idle();
});

test('a window that goes away cancels the calls it made', async () => {
  const { server, send, answers, close } = serve(patient);
  send({ type: 'call', id: 7, name: 'documents.list', input: {} });
  while (answers.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  close();
  await server.idle();
});
