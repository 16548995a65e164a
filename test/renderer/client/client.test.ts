import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { type Port, PortClient } from '../../../renderer/client/client.ts';
import { type Request, requestSchema } from '../../../shared/contract/wire.ts';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A client and the library's end of its port, with the requests that have arrived there. */
function connected(client = new PortClient()) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const requests: Request[] = [];
  port2.on('message', (data) => requests.push(requestSchema.parse(data)));
  client.connect(port1 as unknown as Port);
  const arrived = async (count: number) => {
    while (requests.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
    return requests;
  };
  return { client, library: port2, arrived };
}

test('answers reach their calls, whatever order they come in', async () => {
  const { client, library, arrived } = connected();
  const listed = client.call('documents.list', {});
  const created = client.call('documents.create', { kind: 'briefing' });
  const [first, second] = await arrived(2);
  expect(first).toMatchObject({ type: 'call', name: 'documents.list', input: {} });
  library.postMessage({ type: 'result', id: second?.id, output: { documentId: 'd1' } });
  library.postMessage({ type: 'result', id: first?.id, output: [] });
  expect(await created).toEqual({ documentId: 'd1' });
  expect(await listed).toEqual([]);
});

test('an answer of the wrong shape is refused and never handed on', async () => {
  const { client, library, arrived } = connected();
  const created = client.call('documents.create', { kind: 'report' });
  const [request] = await arrived(1);
  library.postMessage({ type: 'result', id: request?.id, output: { documentId: 5 } });
  await expect(created).rejects.toMatchObject({ code: 'call.invalid' });
});

test('errors arrive with their code and details', async () => {
  const { client, library, arrived } = connected();
  const opened = client.call('documents.open', { documentId: 'gone' });
  const [request] = await arrived(1);
  library.postMessage({
    type: 'error',
    id: request?.id,
    error: { code: 'document.notFound', details: { documentId: 'gone' } },
  });
  await expect(opened).rejects.toMatchObject({ code: 'document.notFound', details: { documentId: 'gone' } });
});

test('reports progress, and a cancelled call is given up at once and told to the library', async () => {
  const { client, library, arrived } = connected();
  const abort = new AbortController();
  const progress: [number, string][] = [];
  const exported = client.call(
    'documents.export',
    { documentId: 'd1', format: 'pdf', grant: 'g' },
    { signal: abort.signal, onProgress: (done, label) => progress.push([done, label]) },
  );
  const [request] = await arrived(1);
  library.postMessage({ type: 'progress', id: request?.id, done: 0.5, label: 'Typesetting' });
  while (progress.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(progress).toEqual([[0.5, 'Typesetting']]);
  abort.abort();
  await expect(exported).rejects.toMatchObject({ code: 'call.cancelled' });
  const [, cancel] = await arrived(2);
  expect(cancel).toEqual({ type: 'cancel', id: request?.id });
});

test('when the library goes, waiting calls fail and a new port serves again', async () => {
  const { client, library, arrived } = connected();
  const listed = client.call('documents.list', {});
  await arrived(1);
  library.close();
  await expect(listed).rejects.toMatchObject({ code: 'fault' });
  await expect(client.call('documents.list', {})).rejects.toMatchObject({ code: 'fault' });

  const again = connected(client);
  const second = client.call('documents.list', {});
  const [request] = await again.arrived(1);
  again.library.postMessage({ type: 'result', id: request?.id, output: [] });
  expect(await second).toEqual([]);
});
