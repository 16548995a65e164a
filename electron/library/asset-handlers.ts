/** Keeping the pictures of documents, and giving them to whoever shows or prints them. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { DespatchError, type ErrorCode } from '../../shared/contract/errors.ts';
import { MAX_IMAGE_BYTES, readPicture } from '../../shared/images/picture.ts';
import type { FeatureHandlers, Services } from './handlers.ts';

const fileFailures: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'input.notFound',
  EISDIR: 'input.notAFile',
  EACCES: 'input.unreadable',
  EPERM: 'input.unreadable',
};

/** One byte more than a picture may have, so that a larger file is seen to be one without being read. */
async function readFileStart(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const wanted = Math.min(size, MAX_IMAGE_BYTES + 1);
      const buffer = new Uint8Array(wanted);
      let read = 0;
      while (read < wanted) {
        const { bytesRead } = await handle.read(buffer, read, wanted - read, read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return buffer.subarray(0, read);
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    const code = fileFailures[(thrown as NodeJS.ErrnoException).code ?? ''] ?? 'input.unreadable';
    throw new DespatchError(code, { file: path.basename(file) }, { cause: thrown });
  }
}

/** Names the file in whatever is wrong with it. */
function naming<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof DespatchError)
      throw new DespatchError(thrown.code, { ...thrown.details, file: name });
    throw thrown;
  }
}

export function assetHandlers({
  store,
  grants,
  now,
}: Services): FeatureHandlers<'assets.read' | 'assets.put' | 'assets.get'> {
  return {
    'assets.read': async ({ grant }) => {
      const file = grants.fileOf(grant, 'read');
      const bytes = await readFileStart(file);
      naming(path.basename(file), () => readPicture(bytes));
      return { bytes };
    },

    'assets.put': async ({ bytes, name }) => {
      const picture = naming(name, () => readPicture(bytes));
      const sha256 = createHash('sha256').update(picture.bytes).digest('hex');
      store().write((tables) => tables.assets.put(sha256, picture, now().toISOString()));
      const { mediaType, width, height } = picture;
      return { sha256, mediaType, width, height };
    },

    'assets.get': async ({ sha256 }) => {
      const asset = store().read((tables) => tables.assets.get(sha256));
      if (asset === null) throw new DespatchError('image.missing', { sha256 });
      // SQLite lends a buffer of Node's; what crosses to the window is the plain kind.
      return { mediaType: asset.mediaType, bytes: new Uint8Array(asset.bytes) };
    },
  };
}
