/** The pictures of a `.despatch` file, each known to be one. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type ImageMediaType, readPicture } from '../../../shared/images/picture.ts';
import type { DespatchPackage } from '../../../shared/portable/format.ts';

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
      const reason = `its picture ${sha256.slice(0, 12)}…: ${why}`;
      throw new DespatchError('package.damaged', { file, reason }, { cause: thrown });
    }
  });
}
