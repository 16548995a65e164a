/** The pictures of the library, as the sheet asks for them. */
import type { DesktopApi } from '../../shared/contract/desktop.ts';
import { DespatchError } from '../../shared/contract/errors.ts';
import { MAX_IMAGE_BYTES } from '../../shared/images/picture.ts';
import { notifyFailure } from '../app/failures.ts';
import type { LibraryClient } from '../client/client.ts';
import type { KeptPicture, PictureSource } from '../editor/images/pictures.ts';
import { notify } from '../ui/toasts.tsx';
import { prepared } from './prepare.ts';

/** A source whose addresses live until it is disposed of. */
export interface HeldSource extends PictureSource {
  /** @throws DespatchError `image.*` */
  keep(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<KeptPicture>;
  dispose(): void;
}

export function pictureSource(client: LibraryClient, desktop: DesktopApi): HeldSource {
  const addresses = new Map<string, Promise<string | null>>();

  async function address(asset: string): Promise<string | null> {
    try {
      const { bytes, mediaType } = await client.call('assets.get', { sha256: asset });
      return URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    } catch (thrown) {
      if (!(thrown instanceof DespatchError && thrown.code === 'image.missing')) notifyFailure(thrown);
      // It may come into the library later, by the same picture being put in again.
      addresses.delete(asset);
      return null;
    }
  }

  async function keep(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<KeptPicture> {
    try {
      const { sha256, ...kept } = await client.call('assets.put', { bytes: await prepared(bytes), name });
      return { asset: sha256, ...kept };
    } catch (thrown) {
      if (thrown instanceof DespatchError)
        throw new DespatchError(thrown.code, { ...thrown.details, file: name });
      throw thrown;
    }
  }

  /** Says in words what went wrong, and how far a large one has come. */
  async function told(name: string, work: () => Promise<KeptPicture>): Promise<KeptPicture | null> {
    const done = notify({ tone: 'info', title: `Inserting “${name}”`, stays: true });
    try {
      return await work();
    } catch (thrown) {
      notifyFailure(thrown);
      return null;
    } finally {
      done();
    }
  }

  return {
    addressOf(asset) {
      const known = addresses.get(asset) ?? address(asset);
      addresses.set(asset, known);
      return known;
    },
    async choose() {
      const file = await desktop.chooseImageFile();
      if (!file) return null;
      return told(file.name, async () => {
        const { bytes } = await client.call('assets.read', { grant: file.grant });
        return keep(bytes, file.name);
      });
    },
    take: (file) =>
      told(file.name, async () => {
        const start = file.slice(0, MAX_IMAGE_BYTES + 1);
        return keep(new Uint8Array(await start.arrayBuffer()), file.name);
      }),
    refused: (body) => void notify({ tone: 'error', title: 'The picture was not inserted', body }),
    keep,
    dispose() {
      for (const known of addresses.values()) {
        void known.then((shown) => shown !== null && URL.revokeObjectURL(shown));
      }
      addresses.clear();
    },
  };
}
