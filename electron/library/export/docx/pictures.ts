/** Pictures, in line with the text, with the words that stand for them. */
import { ImageRun, type Paragraph } from 'docx';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { ImageBlock } from '../../../../shared/document/schema.ts';
import type { PrintImage } from '../../../../shared/print/blocks.ts';
import { bytesOf } from '../pictures.ts';
import type { WordContext } from './context.ts';
import { captionParagraph, paragraph, ruledIf } from './paragraphs.ts';

const types: Readonly<Record<ImageBlock['mediaType'], 'png' | 'jpg' | 'gif' | null>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': null,
};
/** docx measures in pixels of 96 to the inch. */
const PIXEL = 72 / 96;

/**
 * @param number of the picture in the file, from 1.
 * @throws DespatchError `image.missing`, `export.imageFormat`, both with `blockId`.
 */
export function wordPicture(block: PrintImage, number: number, context: WordContext): Paragraph[] {
  const { id, mediaType, printed, alternativeText, marker } = block;
  const type = types[mediaType];
  if (type === null) throw new DespatchError('export.imageFormat', { blockId: id });
  const picture = new ImageRun({
    type,
    data: bytesOf(block, context.pictures),
    transformation: { width: printed.width / PIXEL, height: printed.height / PIXEL },
    altText: {
      id: String(number),
      name: marker ?? `Picture ${number}`,
      ...(alternativeText ? { description: alternativeText } : {}),
    },
    ...(alternativeText === null ? { decorative: true } : {}),
  });
  const alone = { ...ruledIf(block), ...(marker === null ? { keepNext: false } : {}) };
  return [
    paragraph('figure', context.comments.onBlock(id, [picture]), alone),
    ...captionParagraph(block, context, ruledIf(block)),
  ];
}
