import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { assetHandlers } from '../../../electron/library/asset-handlers.ts';
import { openLocalLog } from '../../../electron/library/local-log.ts';
import { createServer } from '../../../electron/library/serve.ts';
import { PortClient } from '../../../renderer/client/client.ts';
import type { Handlers } from '../../../shared/contract/calls.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { jpeg, jpegSecrets, png, pngSecrets, SECRET } from '../../shared/images/made.ts';
import { clock, context, services } from './scratch.ts';

function library() {
  const folder = scratchFolder();
  const given = services(folder);
  return { ...given, folder, handlers: assetHandlers(given) };
}

test('a picture comes back as it was put, without its metadata, under the hash of its bytes', async () => {
  const { handlers, store } = library();
  const put = await handlers['assets.put']({ bytes: jpeg(30, 20, jpegSecrets), name: 'a.jpg' }, context);
  expect(put).toMatchObject({ mediaType: 'image/jpeg', width: 30, height: 20 });
  const got = await handlers['assets.get']({ sha256: put.sha256 }, context);
  expect(got.mediaType).toBe('image/jpeg');
  expect(createHash('sha256').update(got.bytes).digest('hex')).toBe(put.sha256);
  expect(Buffer.from(got.bytes).includes(SECRET)).toBe(false);
  expect(store().read((tables) => tables.assets.get(put.sha256))?.bytes).toEqual(Buffer.from(got.bytes));
});

test('the same picture is kept once, whatever it is called and whoever took it', async () => {
  const { handlers } = library();
  const one = await handlers['assets.put']({ bytes: png(3, 4), name: 'a.png' }, context);
  const other = await handlers['assets.put']({ bytes: png(3, 4, pngSecrets), name: 'b.gif' }, context);
  expect(other).toEqual(one);
});

test('a refused picture is named and nothing is kept', async () => {
  const { handlers } = library();
  const bytes = png(3, 4).slice(0, 40);
  await expect(handlers['assets.put']({ bytes, name: 'chart.png' }, context)).rejects.toMatchObject({
    code: 'image.damaged',
    details: { file: 'chart.png' },
  });
});

test('a picture that is not here is said to be missing', async () => {
  const { handlers } = library();
  await expect(handlers['assets.get']({ sha256: 'a'.repeat(64) }, context)).rejects.toMatchObject({
    code: 'image.missing',
  });
});

test('a chosen file is read; a folder, a text and a file that has gone are refused by name', async () => {
  const { handlers, grants, folder } = library();
  const put = (name: string, bytes: Uint8Array | string | null) => {
    const file = path.join(folder, name);
    if (bytes !== null) writeFileSync(file, bytes);
    grants.give(name, file, 'read');
  };
  put('ok.png', png(3, 4));
  put('notes.png', 'Dear colleague');
  put('gone.png', null);
  mkdirSync(path.join(folder, 'folder.png'));
  put('folder.png', null);
  const read = (grant: string) => handlers['assets.read']({ grant }, context);
  expect((await read('ok.png')).bytes).toEqual(png(3, 4));
  await expect(read('notes.png')).rejects.toMatchObject({
    code: 'image.unsupported',
    details: { file: 'notes.png' },
  });
  await expect(read('gone.png')).rejects.toMatchObject({
    code: 'input.notFound',
    details: { file: 'gone.png' },
  });
  await expect(read('folder.png')).rejects.toMatchObject({ code: 'input.notAFile' });
  await expect(read('never given')).rejects.toMatchObject({ code: 'grant.unknown' });
});

test('bytes cross the port between window and library as bytes', async () => {
  const { handlers, folder } = library();
  const server = createServer(handlers as Handlers, openLocalLog(folder, clock()));
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  server.serve({
    postMessage: (message) => port2.postMessage(message),
    onMessage: (listener) => port2.on('message', listener),
    onClose: (listener) => port2.on('close', listener),
  });
  const client = new PortClient();
  client.connect(port1 as never);
  const { sha256 } = await client.call('assets.put', { bytes: png(5, 6), name: 'a.png' });
  expect((await client.call('assets.get', { sha256 })).bytes).toEqual(png(5, 6));
});
