/** Pictures reach Typst as files that are only in memory. */
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { printedText } from '../../../../shared/print/words.ts';
import { resourcesFolder } from '../../../paths.ts';
import { bytesOf, imagesOf, type Pictures } from '../pictures.ts';
import { picturePath } from './layout.ts';

/**
 * @returns what takes them back.
 * @throws DespatchError `image.missing`, or `export.alternativeTextMissing`, both with `blockId`: PDF/UA-1, 7.3.
 */
export function lendPictures(typst: NodeCompiler, print: PrintDocument, pictures: Pictures): () => void {
  const images = imagesOf(print);
  for (const { id, alternativeText, content, marker } of images) {
    if (alternativeText !== '' || print.draft) continue;
    const words = marker === null ? '' : `${marker}: ${printedText(content)}`;
    throw new DespatchError('export.alternativeTextMissing', { blockId: id, ...(words ? { words } : {}) });
  }
  const files = new Map(
    images
      .filter(({ asset }) => !print.draft || pictures(asset))
      .map((image) => [
        path.join(resourcesFolder(), 'templates', picturePath(image)),
        bytesOf(image, pictures),
      ]),
  );
  for (const [file, bytes] of files) typst.mapShadow(file, Buffer.from(bytes));
  return () => {
    for (const file of files.keys()) typst.unmapShadow(file);
  };
}
