/** Several files at once: all of them, or the folder as it was. */
import { copyFile, link, rename, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { randomId } from '../../random-id.ts';
import { type PreparedTarget, prepareTarget, syncFolder } from './target.ts';

export interface Output {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes every file or none. All bytes are on disk before the first target changes; should a later one then be
 * refused, those before it are put back.
 * @throws DespatchError `output.*`
 */
export async function writeTargets(outputs: readonly Output[]): Promise<void> {
  // At once, because most of it is waiting for the disk.
  const tried = await Promise.allSettled(outputs.map(({ file, bytes }) => prepareTarget(file, bytes)));
  const prepared = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = tried.find((one) => one.status === 'rejected');
  if (failed) {
    for (const target of prepared) await target.discard();
    throw failed.reason;
  }
  await commitAll(prepared);
}

async function commitAll(prepared: readonly PreparedTarget[]): Promise<void> {
  const putBack: (() => Promise<void>)[] = [];
  const kept: string[] = [];
  try {
    for (const target of prepared) {
      const old = target.replaces ? await keep(target.file) : null;
      if (old !== null) kept.push(old);
      await target.commit();
      putBack.push(() => (old === null ? rm(target.file) : rename(old, target.file)));
    }
  } catch (thrown) {
    for (const target of prepared) await target.discard();
    for (const back of putBack.reverse()) await back();
    await Promise.all(kept.map((old) => rm(old, { force: true })));
    throw thrown;
  }
  const folders = new Set(prepared.map(({ file }) => path.dirname(file)));
  await Promise.all([...folders].map(syncFolder));
  await Promise.all(kept.map((old) => unlink(old)));
}

/** A second name for what stands there now. */
async function keep(file: string): Promise<string> {
  const old = path.join(path.dirname(file), `.despatch-${randomId()}.old`);
  try {
    await link(file, old);
  } catch {
    // Some file systems have no links.
    await copyFile(file, old);
  }
  return old;
}
