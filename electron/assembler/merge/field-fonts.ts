/** The fonts that fields are drawn with when they become part of their pages. */
import { PDFDict, PDFRef } from 'pdf-lib';
import { missingFont } from '../objects/fonts.ts';
import { dictAt, dictsOf, nameAt, resolve } from '../objects/look.ts';
import type { Unit, UnitPage } from './unit.ts';

/**
 * Fonts that only the look of a field is written with and that are not in the file: ours stand in for them. What is left
 * is told, as are those that the page itself is written with.
 */
export function embedFonts({ pack, part, copier }: Unit, page: UnitPage): void {
  for (const { planned } of page.drawn) {
    const { fate } = planned;
    if (fate.type !== 'drawn' || !fate.appearance) continue;
    for (const [reference, font] of fontsOf(fate.appearance.dict)) {
      if (part.scan.uses(font)) continue;
      const missing = missingFont(font);
      if (missing === null) continue;
      const standIn = reference && pack.standIns.for(font);
      if (reference && standIn) copier.assign(reference, standIn);
      else pack.notices.add(part.index, 'fontsNotEmbedded', page.page, missing);
    }
  }
}

/** The fonts of a form and of the forms within it, with what they are referred to by; null: they stand in it. */
function* fontsOf(form: PDFDict): Generator<readonly [PDFRef | null, PDFDict]> {
  const seen = new Set<PDFDict>([form]);
  for (const one of seen) {
    const resources = dictAt(one, 'Resources');
    if (!resources) continue;
    for (const value of dictAt(resources, 'Font')?.values() ?? []) {
      const font = resolve(form.context, value);
      if (font instanceof PDFDict) yield [value instanceof PDFRef ? value : null, font];
    }
    // A set goes on to what is added to it, and takes each once.
    for (const inner of dictsOf(dictAt(resources, 'XObject'))) {
      if (nameAt(inner, 'Subtype') === 'Form') seen.add(inner);
    }
  }
}
