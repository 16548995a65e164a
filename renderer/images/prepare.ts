/**
 * Making a picture fit to be kept, in the window, which has the decoders and no rights: a photograph is turned upright,
 * because how the camera was held goes with the metadata, and WebP becomes what Word can show.
 */
import { DespatchError } from '../../shared/contract/errors.ts';
import { orientationOf } from '../../shared/images/jpeg.ts';
import { readPicture } from '../../shared/images/picture.ts';

/** PNG is exact; above this many bytes a WebP was a photograph, which JPEG writes as well as it was. */
const LARGE_PNG = 4 * 1024 * 1024;
const QUALITY = 0.92;

async function decoded(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes], { type: mediaType }));
  } catch (cause) {
    throw new DespatchError('image.damaged', { reason: 'it cannot be shown' }, { cause });
  }
}

async function drawn(
  bitmap: ImageBitmap,
  type: 'image/png' | 'image/jpeg',
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) throw new DespatchError('image.damaged', { reason: 'it cannot be drawn' });
  if (type === 'image/jpeg') {
    context.fillStyle = 'white';
    context.fillRect(0, 0, bitmap.width, bitmap.height);
  }
  context.drawImage(bitmap, 0, 0);
  const blob = await canvas.convertToBlob({ type, quality: QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}

/** @throws DespatchError `image.*` for what is none of our pictures, also where its header is right and the rest is not. */
export async function prepared(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { mediaType } = readPicture(bytes);
  // The decoder turns it as its metadata say.
  const bitmap = await decoded(bytes, mediaType);
  try {
    if (mediaType === 'image/jpeg' && orientationOf(bytes) !== 1) return await drawn(bitmap, 'image/jpeg');
    if (mediaType !== 'image/webp') return bytes;
    const png = await drawn(bitmap, 'image/png');
    return png.length <= LARGE_PNG ? png : await drawn(bitmap, 'image/jpeg');
  } finally {
    bitmap.close();
  }
}
