/** Fonts that the pages use and that are not in the file: on another computer other letters stand in for them. */
import type { PDFDict } from 'pdf-lib';
import { missingFont } from '../objects/fonts.ts';
import { asDict, dictAt, dictsOf, entryOf, itemsAt, resolve } from '../objects/look.ts';
import type { SourcePage } from '../objects/page-tree.ts';

/** More resources than this are no document's; the names found until then stand. */
const MOST = 200_000;

/** In alphabetical order, each once. */
export function missingFonts(pages: readonly SourcePage[]): string[] {
  const missing = new Set<string>();
  const seen = new Set<PDFDict>();
  const waiting: PDFDict[] = [];
  const meet = (resources: PDFDict | undefined) => {
    if (resources === undefined || seen.has(resources) || seen.size > MOST) return;
    seen.add(resources);
    waiting.push(resources);
  };
  for (const page of pages) {
    meet(asDict(resolve(page.dict.context, page.resources)));
    for (const annotation of itemsAt(page.dict, 'Annots')) {
      const dict = asDict(annotation);
      if (dict) for (const appearance of appearances(dict)) meet(dictAt(appearance, 'Resources'));
    }
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const font of dictsOf(dictAt(next, 'Font'))) {
        const name = missingFont(font);
        if (name !== null) missing.add(name);
        meet(dictAt(font, 'Resources'));
      }
      for (const kind of ['XObject', 'Pattern'] as const)
        for (const inner of dictsOf(dictAt(next, kind))) meet(dictAt(inner, 'Resources'));
    }
  }
  return [...missing].sort();
}

/** The normal appearance, and each of its states where it has some. */
function appearances(annotation: PDFDict): PDFDict[] {
  const all = dictAt(annotation, 'AP');
  const normal = all && asDict(entryOf(all, 'N'));
  return normal === undefined ? [] : [normal, ...dictsOf(normal)];
}
