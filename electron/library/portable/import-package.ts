/** A document with its evidence becomes one of this library, wholly or not at all. */
import { rmSync } from 'node:fs';
import type { CallContext, CallOutput } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { titleOf } from '../../../shared/document/walk.ts';
import { openedPackage } from '../../../shared/portable/opened.ts';
import { randomId } from '../../random-id.ts';
import { libraryExists } from '../db/connection.ts';
import type { Services } from '../handlers.ts';
import { enterPackage } from './enter-package.ts';
import { picturesOf } from './packed-pictures.ts';

/** @throws DespatchError `package.*`, `input.*`, `library.*`, `call.cancelled`; nothing is changed then */
export async function importPackage(
  services: Services,
  file: string,
  signal: AbortSignal,
  progress: CallContext['progress'],
): Promise<CallOutput<'documents.import'>> {
  const { store, originals, mint, now, version, evidenceNews } = services;
  const prefix = `package-${randomId()}-`;
  progress(0, 'Reading');
  try {
    const parts = await services.readPackage({ file, folder: await originals.arrivals(), prefix }, signal);
    progress(0.7, 'Looking it through');
    const document = openedPackage(parts, file);
    const pictures = picturesOf(parts, file);
    if (signal.aborted) throw new DespatchError('call.cancelled', { file });
    progress(0.9, 'Saving');
    const fresh: string[] = [];
    for (const original of parts.originals) {
      if ((await originals.sizeOf(original.hash)) === null) fresh.push(originals.pathOf(original.hash));
    }
    await originals.keep(parts.originals);
    const time = now().toISOString();
    const entered = await orRemove(fresh, () =>
      store().write((tables) => enterPackage(tables, { document, parts, pictures }, { mint, version, time })),
    );
    evidenceNews.changed();
    return { ...entered, kind: document.kind, title: titleOf(document), report: [] };
  } finally {
    await originals.forgetArrivals(prefix, !libraryExists(services.folder));
  }
}

/** Originals that nobody speaks of must not stay. */
async function orRemove<Result>(files: readonly string[], work: () => Result): Promise<Result> {
  try {
    return work();
  } catch (thrown) {
    for (const file of files) rmSync(file, { force: true });
    throw thrown;
  }
}
