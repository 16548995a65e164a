/** The bytes of a document's pictures, which the print model only names. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { PrintDocument, PrintImage } from '../../../shared/print/blocks.ts';

/** The bytes kept under a SHA-256; null where there are none. */
export type Pictures = (asset: string) => Uint8Array | null;
/** For documents that come from elsewhere than a library, and so have none. */
export const noPictures: Pictures = () => null;

/** Asks for each picture once, because a library reads it from the disk each time. */
export function remembered(pictures: Pictures): Pictures {
  const known = new Map<string, Uint8Array | null>();
  return (asset) => {
    const found = known.has(asset) ? (known.get(asset) ?? null) : pictures(asset);
    known.set(asset, found);
    return found;
  };
}

export function imagesOf(print: PrintDocument): PrintImage[] {
  return print.blocks.filter((block) => block.type === 'image');
}

/** @throws DespatchError `image.missing` with `blockId`. */
export function bytesOf(image: PrintImage, pictures: Pictures): Uint8Array {
  const bytes = pictures(image.asset);
  if (!bytes) throw new DespatchError('image.missing', { sha256: image.asset, blockId: image.id });
  return bytes;
}
