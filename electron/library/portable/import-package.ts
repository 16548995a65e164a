/** A document with its evidence becomes one of this library, wholly or not at all. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { CallContext, CallOutput } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { titleOf } from '../../../shared/document/walk.ts';
import { type ImageMediaType, readPicture } from '../../../shared/images/picture.ts';
import type { DespatchPackage } from '../../../shared/portable/format.ts';
import { openedPackage } from '../../../shared/portable/opened.ts';
import { randomId } from '../../random-id.ts';
import { libraryExists } from '../db/connection.ts';
import type { Services } from '../handlers.ts';
import { enterPackage } from './enter-package.ts';

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

export interface PackedPicture {
  readonly sha256: string;
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array;
}

/** @throws DespatchError `package.damaged` for what is no picture, or holds more than one. */
export function picturesOf({ assets }: DespatchPackage, file: string): PackedPicture[] {
  return assets.map(({ sha256, bytes }) => {
    try {
      const picture = readPicture(bytes);
      // Pictures are kept without what else their files say; one that still says it was not exported by us.
      if (picture.bytes.length !== bytes.length) throw new Error('it holds more than the picture');
      return { sha256, mediaType: picture.mediaType, bytes };
    } catch (thrown) {
      const why =
        thrown instanceof DespatchError
          ? 'it is none that Despatch shows'
          : String((thrown as Error).message);
      const reason = `its picture ${path.posix.basename(sha256).slice(0, 12)}…: ${why}`;
      throw new DespatchError('package.damaged', { file, reason }, { cause: thrown });
    }
  });
}
