/** Several files at once: all of them, or the folder as it was. */
import { randomUUID } from 'node:crypto';
import { copyFile, link, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type PreparedTarget, prepareTarget } from './target.ts';

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
  const prepared: PreparedTarget[] = [];
  try {
    for (const { file, bytes } of outputs) prepared.push(await prepareTarget(file, bytes));
  } catch (thrown) {
    for (const target of prepared) await target.discard();
    throw thrown;
  }
  await commitAll(outputs, prepared);
}

async function commitAll(outputs: readonly Output[], prepared: readonly PreparedTarget[]): Promise<void> {
  const kept: { file: string; old: string | null }[] = [];
  try {
    for (const [at, target] of prepared.entries()) {
      const file = target.replaces ?? outputs[at]?.file ?? '';
      const old = target.replaces === null ? null : await keep(target.replaces);
      // Kept before committed: a target that was refused is simply put back as it was.
      kept.push({ file, old });
      await target.commit();
    }
  } catch (thrown) {
    for (const target of prepared.slice(kept.length - 1)) await target.discard();
    for (const { file, old } of kept.reverse()) await putBack(file, old, kept[0]?.file === file);
    throw thrown;
  }
  for (const { old } of kept) if (old !== null) await rm(old, { force: true });
}
