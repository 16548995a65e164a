/** Layers that a reader does not see, but that are in the file. */
import type { PDFDict, PDFObject } from 'pdf-lib';
import { oneLine } from '../../pdfium/clean-text.ts';
import { dictAt, dictOf, listAt, nameAt, textAt } from './pdf-objects.ts';

/** @returns their names, each once. */
export function hiddenLayers(catalog: PDFDict): string[] {
  const properties = dictAt(catalog, 'OCProperties');
  const usual = properties === null ? null : dictAt(properties, 'D');
  if (properties === null || usual === null) return [];
  const dicts = (values: readonly PDFObject[]) =>
    values.flatMap((value) => dictOf(catalog.context, value) ?? []);
  const on = new Set(dicts(listAt(usual, 'ON')));
  const hidden =
    nameAt(usual, 'BaseState') === 'OFF'
      ? dicts(listAt(properties, 'OCGs')).filter((layer) => !on.has(layer))
      : dicts(listAt(usual, 'OFF'));
  return [...new Set(hidden.map((layer) => oneLine(textAt(layer, 'Name')) || 'a layer without a name'))];
}
