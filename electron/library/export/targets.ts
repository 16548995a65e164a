/** Several files at once: all of them, or the folder as it was. */
import { copyFile, link, rename, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { randomId } from '../../random-id.ts';
import { type Content, openTarget, type PreparedTarget, syncFolder } from './target.ts';

/** Writes the bytes of each file, in the order the files were named. @throws DespatchError `output.*` */
export type WriteTargets = (contents: readonly Content[]) => Promise<void>;

/**
 * Looks at the places of several files and, later, writes all of them or none: all bytes are on disk before the first
 * target changes; should a later one then be refused, those before it are put back. The look is not waited for, so that
 * the bytes can be made meanwhile.
 */
export function openTargets(files: readonly string[]): WriteTargets {
  const looked = Promise.allSettled(files.map(openTarget));
  return async (contents) => {
    const targets = allOf(await looked);
    const tried = await Promise.allSettled(
      targets.map((target, at) => target.prepare(contents[at] ?? new Uint8Array())),
    );
    try {
      await commitAll(allOf(tried));
    } catch (thrown) {
      for (const one of tried) if (one.status === 'fulfilled') await one.value.discard();
      throw thrown;
    }
  };
}

/** @throws what the first that failed threw. */
function allOf<Value>(tried: readonly PromiseSettledResult<Value>[]): Value[] {
  return tried.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
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
