import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type ListenOptions } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findDisplay } from '../../../scripts/lib/find-display.ts';

const ends: (() => unknown)[] = [];
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

async function listen(at: ListenOptions): Promise<AddressInfo | string | null> {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(at, resolve));
  ends.push(() => new Promise((resolve) => server.close(resolve)));
  return server.address();
}

const find = (environment: NodeJS.ProcessEnv) => findDisplay(environment, 'linux');

test('without a variable there is no display', async () => {
  expect(await find({})).toEqual({ none: 'There is no display here (DISPLAY is not set).' });
  expect(await find({ DISPLAY: '', WAYLAND_DISPLAY: '' })).toHaveProperty('none');
});

test('a display that is named and does not answer is none, and the reason names it', async () => {
  expect(await find({ DISPLAY: ':4242' })).toEqual({
    none: 'There is no display here (DISPLAY names :4242, where nothing answers).',
  });
  const both = { DISPLAY: 'nonsense', WAYLAND_DISPLAY: 'wayland-7', XDG_RUNTIME_DIR: '/nowhere' };
  expect(await find(both)).toEqual({
    none: 'There is no display here (DISPLAY names nonsense, WAYLAND_DISPLAY names wayland-7, where nothing answers).',
  });
});

test.runIf(process.platform === 'linux')('a local X server is found by its socket', async () => {
  const number = 100_000 + process.pid;
  await listen({ path: `\0/tmp/.X11-unix/X${number}` });
  expect(await find({ DISPLAY: `:${number}.0` })).toEqual({ chromiumArguments: [] });
  expect(await find({ DISPLAY: `unix:${number}` })).toEqual({ chromiumArguments: [] });
});

test('an X server on another host is found by its port', async () => {
  const { port } = (await listen({ host: '127.0.0.1', port: 0 })) as AddressInfo;
  expect(await find({ DISPLAY: `127.0.0.1:${port - 6000}` })).toEqual({ chromiumArguments: [] });
});

test('where only Wayland answers, Chromium is told so', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'despatch-display-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  await listen({ path: path.join(folder, 'wayland-0') });
  expect(await find({ DISPLAY: ':4242', WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: folder })).toEqual({
    chromiumArguments: ['--ozone-platform=wayland'],
  });
});

test('other systems always have one', async () => {
  expect(await findDisplay({}, 'win32')).toEqual({ chromiumArguments: [] });
});
