/** The look of an annotation (ISO 32000-1, 12.5.5), and how it is drawn as part of its page. */
import { PDFDict, PDFRawStream } from 'pdf-lib';
import { type Box, boxOf, dictAt, entryOf, key, nameAt, numbersOf, resolve } from '../objects/look.ts';
import { number } from '../objects/syntax.ts';

export function normalAppearance(annotation: PDFDict): PDFRawStream | undefined {
  const appearances = dictAt(annotation, 'AP');
  const normal = appearances && entryOf(appearances, 'N');
  if (normal instanceof PDFRawStream) return normal;
  if (!(normal instanceof PDFDict)) return undefined;
  const state = nameAt(annotation, 'AS') ?? 'Off';
  const found = resolve(annotation.context, normal.get(key(state)));
  return found instanceof PDFRawStream ? found : undefined;
}

/** Whether it has a look for each of its states, of which "Off" often has none. */
export function hasStates(annotation: PDFDict): boolean {
  const appearances = dictAt(annotation, 'AP');
  return appearances !== undefined && entryOf(appearances, 'N') instanceof PDFDict;
}

export function rectOf(annotation: PDFDict): Box | undefined {
  return boxOf(annotation.context, entryOf(annotation, 'Rect'));
}

/** Operators that bring the appearance, drawn by its name, to the place of the annotation. '' where it has none. */
export function drawAppearance(appearance: PDFRawStream, rect: Box, name: string): string {
  const { dict } = appearance;
  const box = boxOf(dict.context, entryOf(dict, 'BBox'));
  if (!box) return '';
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(dict.context, entryOf(dict, 'Matrix')) ?? [];
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  if (!(right > left && top > bottom)) return '';
  const across = (rect[2] - rect[0]) / (right - left);
  const down = (rect[3] - rect[1]) / (top - bottom);
  const matrix = [across, 0, 0, down, rect[0] - left * across, rect[1] - bottom * down];
  return `q ${matrix.map(number).join(' ')} cm /${name} Do Q\n`;
}
