import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context } from '../scratch.ts';
import { meetingDesk } from './desk.ts';

const publisher = fileURLToPath(new URL('./publisher.ts', import.meta.url));

/** @returns ids of the packs that were said to be published before it was killed. */
function publishUntilKilled(folder: string, meetingId: string, afterMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [publisher, folder, meetingId], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

test('whatever was said to be published is there with its bytes after the process was killed', async () => {
  const folder = scratchFolder();
  const first = meetingDesk({ folder });
  const { id: meetingId } = await first.newMeeting();
  first.store().close();
  for (const afterMs of [0, 7, 31, 83]) {
    const said = await publishUntilKilled(folder, meetingId, afterMs);
    expect(said.length).toBeGreaterThan(1);
    const { handlers, kept, store } = meetingDesk({ folder });
    const packs = await handlers['packs.list']({ meetingId }, context);
    const published = packs.filter(({ publishedAt }) => publishedAt !== null);
    expect(published.map(({ id }) => id)).toEqual(expect.arrayContaining(said));
    // Both of a build or neither, and every row has its bytes.
    expect(published.length % 2).toBe(0);
    for (const { sha256 } of packs) {
      expect(
        createHash('sha256')
          .update(readFileSync(kept.pathOf(sha256)))
          .digest('hex'),
      ).toBe(sha256);
    }
    // What a build in the middle left behind goes with the next sweep; what is published does not.
    const known = new Set(store().read(({ packs: rows }) => rows.hashes()));
    await kept.sweep(known, new Date(Date.now() + 86_400_000));
    const arriving = path.join(folder, 'packs', 'arriving');
    expect(existsSync(arriving) ? readdirSync(arriving) : []).toEqual([]);
    expect(await kept.sizeOf(published[0]?.sha256 ?? '')).toBe(published[0]?.bytes);
    store().close();
  }
});
