/** Taking evidence in where only Electron can start the processes that read it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { openStore } from '../../electron/library/db/store.ts';
import { type Desk, setUpDesk, test } from './launch.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await setUpDesk();
});
afterAll(() => desk.clear());

function inLibrary<Result>(
  folder: string,
  work: Parameters<ReturnType<typeof openStore>['write']>[0],
): Result {
  const store = openStore({ folder, nativeBinding: null, now: () => new Date() });
  try {
    return store.write(work) as Result;
  } finally {
    store.close();
  }
}

test('an application that is open looks at its watched folders and reads what it finds', async () => {
  const inbox = path.join(desk.folder, 'inbox');
  mkdirSync(inbox);
  writeFileSync(path.join(inbox, 'quay.md'), '# The new quay\n\nIt costs £4m.\n');
  const library = desk.libraryOf('watching');
  inLibrary(library, ({ intake }) =>
    intake.insertFolder({ id: 'inbox', path: inbox, addedAt: '2026-01-05T09:00:00.000Z' }),
  );
  const started = await desk.start('watching');
  const titles = () =>
    inLibrary<string[]>(library, ({ sources }) => sources.list(false).map(({ title }) => title));
  await expect.poll(titles, { timeout: 30_000 }).toEqual(['The new quay']);
  await started.close();
});

test('the application itself takes files in from the command line', () => {
  const file = path.join(desk.folder, 'lamp.txt');
  writeFileSync(file, 'The lamp is lit.\n');
  const words = ['evidence', 'add', file, '--library', path.join(desk.folder, 'from-words'), '--json'];
  const { status, stdout } = spawnSync(
    desk.runtime.executable,
    [...desk.runtime.appArguments, ...desk.chromiumArguments, ...words],
    { env: { ...process.env, ...desk.environment }, encoding: 'utf8', timeout: 60_000 },
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ file, title: 'lamp', status: 'added', words: 4 }]);
});
