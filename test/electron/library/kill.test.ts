import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../scratch-folder.ts';
import { context, openDocuments, parsed } from './scratch.ts';

/** Saves without end and prints each revision once it was acknowledged. */
const saver = fileURLToPath(new URL('./saver.ts', import.meta.url));

/** @returns the last revision the saver had been told was saved when it was killed. */
function saveUntilKilled(folder: string, documentId: string, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [saver, folder, documentId], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(Number(said.trimEnd().split('\n').at(-1))));
  });
}

test('whatever was acknowledged is there after the process was killed, and the file is sound', async () => {
  const folder = scratchFolder();
  const first = openDocuments(folder);
  const { documentId } = await first.handlers['documents.create']({ kind: 'briefing' }, context);
  first.store().close();
  for (const afterMs of [0, 3, 11, 29, 61, 97]) {
    const acknowledged = await saveUntilKilled(folder, documentId, afterMs);
    const { handlers, store } = openDocuments(folder);
    const opened = await handlers['documents.open']({ documentId }, context);
    expect(acknowledged).toBeGreaterThan(1);
    expect(opened.revision).toBeGreaterThanOrEqual(acknowledged);
    expect(JSON.stringify(parsed(opened))).toContain(`Words of revision ${opened.revision}.`);
    store().close();
  }
});
