/** Fonts that the pages use and that are not in the file: on another computer other letters stand in for them. */
import type { PDFDict } from 'pdf-lib';
import { missingFont } from '../objects/fonts.ts';
import { asDict, dictAt, dictsOf, entryOf, itemsAt, nameAt, resolve } from '../objects/look.ts';
import type { SourcePage } from '../objects/page-tree.ts';
import { hasStandIn } from '../stamps/stand-in.ts';

/** More resources than this are no document's; the names found until then stand. */
const MOST = 200_000;

/** In alphabetical order, each once. Those that only fields are written with count where the pack has none instead. */
export function missingFonts(pages: readonly SourcePage[]): string[] {
  const resources: (PDFDict | undefined)[] = [];
  const ofFields: (PDFDict | undefined)[] = [];
  for (const page of pages) {
    resources.push(asDict(resolve(page.dict.context, page.resources)));
    for (const annotation of itemsAt(page.dict, 'Annots')) {
      const dict = asDict(annotation);
      if (!dict) continue;
      const kind = nameAt(dict, 'Subtype') === 'Widget' ? ofFields : resources;
      for (const appearance of appearances(dict)) kind.push(dictAt(appearance, 'Resources'));
    }
  }
  const seen = new Set<PDFDict>();
  const missing = new Set<string>();
  const written = fontsIn(resources, seen);
  const drawn = [...fontsIn(ofFields, seen)].filter((font) => written.has(font) || !hasStandIn(font));
  for (const font of [...written, ...drawn]) {
    const name = missingFont(font);
    if (name !== null) missing.add(name);
  }
  return [...missing].sort();
}

function fontsIn(resources: readonly (PDFDict | undefined)[], seen: Set<PDFDict>): Set<PDFDict> {
  const fonts = new Set<PDFDict>();
  const waiting = resources.filter((one) => one !== undefined);
  const meet = (inner: PDFDict | undefined) => {
    if (inner) waiting.push(inner);
  };
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next) || seen.size > MOST) continue;
    seen.add(next);
    for (const font of dictsOf(dictAt(next, 'Font'))) {
      fonts.add(font);
      meet(dictAt(font, 'Resources'));
    }
    for (const kind of ['XObject', 'Pattern'] as const)
      for (const inner of dictsOf(dictAt(next, kind))) meet(dictAt(inner, 'Resources'));
  }
  return fonts;
}

/** The normal appearance, and each of its states where it has some. */
function appearances(annotation: PDFDict): PDFDict[] {
  const all = dictAt(annotation, 'AP');
  const normal = all && asDict(entryOf(all, 'N'));
  return normal === undefined ? [] : [normal, ...dictsOf(normal)];
}
