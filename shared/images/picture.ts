/**
 * What a picture is, by its own bytes: no name and no declared type is believed. The copy given back holds nothing but
 * the picture, so that where and with what it was taken never leaves with a document.
 */
import { DespatchError } from '../contract/errors.ts';
import type { ImageBlock } from '../document/schema.ts';
import { damaged, joined, latin, type Plain } from './bytes.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { foreignFormat } from './unsupported.ts';
import { readWebp } from './webp.ts';

export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;
export const MAX_IMAGE_PIXELS = 40_000_000;

export type ImageMediaType = ImageBlock['mediaType'];

export interface Picture {
  readonly mediaType: ImageMediaType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const readers: Readonly<Record<ImageMediaType, (bytes: Uint8Array) => Plain>> = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/gif': readGif,
  'image/webp': readWebp,
};

/** The type that the first bytes tell of; null for any other. */
export function mediaTypeOf(bytes: Uint8Array): ImageMediaType | null {
  const start = latin(bytes.subarray(0, 12));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : null;
}

/**
 * @throws DespatchError `image.unsupported` with the `format` where it is known, `image.tooLarge` with `reason`,
 *   `image.damaged` with `reason`.
 */
export function readPicture(bytes: Uint8Array): Picture {
  if (bytes.length === 0) throw damaged('it is empty');
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) {
    const format = foreignFormat(bytes);
    throw new DespatchError('image.unsupported', format === null ? {} : { format });
  }
  if (bytes.length > MAX_IMAGE_BYTES) {
    // Readers stop behind the limit: how large the whole file is nobody knows here.
    throw new DespatchError('image.tooLarge', { reason: 'it has more than 20 MB, which is the limit' });
  }
  const { width, height, parts } = readers[mediaType](bytes);
  if (width === 0 || height === 0) throw damaged('it has no size');
  if (width * height > MAX_IMAGE_PIXELS) {
    const reason = `it has ${width} × ${height} pixels; the limit is 40 million in all`;
    throw new DespatchError('image.tooLarge', { reason });
  }
  return { mediaType, width, height, bytes: joined(parts) };
}
