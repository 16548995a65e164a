/** Fonts that the pages use and that are not in the file: on another computer other letters stand in for them. */
import type { PDFDict } from 'pdf-lib';
import type { SourcePage } from '../objects/page-tree.ts';
import { dictAt, dictOf, entry, listAt, nameAt } from './pdf-objects.ts';

const SUBSET = /^[A-Z]{6}\+/;
/** More resources than this are no document's; the names found until then stand. */
const MOST = 200_000;

/** In alphabetical order, each once. */
export function missingFonts(pages: readonly SourcePage[]): string[] {
  const missing = new Set<string>();
  const seen = new Set<PDFDict>();
  const waiting: PDFDict[] = [];
  const meet = (resources: PDFDict | null) => {
    if (resources === null || seen.has(resources) || seen.size > MOST) return;
    seen.add(resources);
    waiting.push(resources);
  };
  for (const page of pages) {
    meet(dictOf(page.dict.context, page.resources));
    for (const annotation of listAt(page.dict, 'Annots')) {
      const dict = dictOf(page.dict.context, annotation);
      if (dict) for (const appearance of appearances(dict)) meet(dictAt(appearance, 'Resources'));
    }
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const font of valuesOf(dictAt(next, 'Font'))) {
        const name = nameIfMissing(font);
        if (name !== null) missing.add(name);
        meet(dictAt(font, 'Resources'));
      }
      for (const kind of ['XObject', 'Pattern'] as const)
        for (const inner of valuesOf(dictAt(next, kind))) meet(dictAt(inner, 'Resources'));
    }
  }
  return [...missing].sort();
}

function valuesOf(dict: PDFDict | null): PDFDict[] {
  if (dict === null) return [];
  return dict.values().flatMap((value) => dictOf(dict.context, value) ?? []);
}

/** The normal appearance, and each of its states where it has some. */
function appearances(annotation: PDFDict): PDFDict[] {
  const all = dictAt(annotation, 'AP');
  const normal = all === null ? null : dictAt(all, 'N');
  return normal === null ? [] : [normal, ...valuesOf(normal)];
}

function nameIfMissing(font: PDFDict): string | null {
  // What it draws stands in the file itself.
  if (nameAt(font, 'Subtype') === 'Type3') return null;
  const [descendant] = listAt(font, 'DescendantFonts');
  const described = descendant === undefined ? font : (dictOf(font.context, descendant) ?? font);
  const descriptor = dictAt(described, 'FontDescriptor');
  const inFile =
    descriptor !== null &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => entry(descriptor, key) !== undefined);
  if (inFile) return null;
  return nameAt(font, 'BaseFont').replace(SUBSET, '') || 'a font without a name';
}
