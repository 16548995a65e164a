/** Supplied PDFs that not everybody can read: scans, no tags, no language, letters that are not in the file. */
import type { Inspection } from '../inspection.ts';
import type { CheckedPaper, PackContext, PackRule } from './context.ts';
import { capital, named, pageWords } from './words.ts';

export interface SuppliedPaper {
  readonly at: CheckedPaper;
  readonly pdf: Inspection;
}

export function* supplied({ papers }: PackContext): Generator<SuppliedPaper> {
  for (const at of papers) if (at.content?.type === 'pdf') yield { at, pdf: at.content.inspection };
}

export function pagesThat(pdf: Inspection, is: (page: Inspection['pages'][number]) => boolean): number[] {
  return pdf.pages.flatMap((page, at) => (is(page) ? [at + 1] : []));
}

export const scannedPages: PackRule = {
  name: 'scanned-pages',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      const pages = pagesThat(pdf, ({ shows }) => shows === 'scan');
      if (pages.length === 0) continue;
      const all = pages.length === pdf.pages.length;
      const what = all
        ? 'The paper is a scan: a picture of each page'
        : `${capital(pageWords(pages))} ${pages.length === 1 ? 'is a picture' : 'are pictures'}`;
      const message = `${what} without text, which nobody can search and no screen reader reads. Ask for the original file, or have its text recognised.`;
      yield { severity: 'warning', at, pages, message };
    }
  },
};

export const notTagged: PackRule = {
  name: 'not-tagged',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.tagged || pdf.pages.every(({ shows }) => shows === 'scan')) continue;
      const message =
        'The PDF has no tags: a screen reader finds neither headings nor tables in it. Ask for the Word file, or for a PDF saved with tags (“Document structure tags for accessibility”). The pack will list it as not accessible.';
      yield { severity: 'warning', at, message };
    }
  },
};

export const noLanguage: PackRule = {
  name: 'no-language',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (!pdf.tagged || pdf.language !== '') continue;
      const message =
        'The PDF does not say what language it is in; in the pack it is taken for English (en-GB).';
      yield { severity: 'note', at, message };
    }
  },
};

export const fontsNotEmbedded: PackRule = {
  name: 'fonts-not-embedded',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.missingFonts.length === 0) continue;
      const one = pdf.missingFonts.length === 1;
      const message = `The font${one ? '' : 's'} ${named(pdf.missingFonts)} ${one ? 'is' : 'are'} not in the file, so other letters may stand in on other computers. Ask for a PDF with embedded fonts.`;
      yield { severity: 'warning', at, message };
    }
  },
};
