/** What kinds of publication are called in each of the formats of reference managers, once for both directions. */

interface TypeRow {
  readonly csl: string;
  readonly ris: string;
  /** BibTeX and BibLaTeX; null: it has no name of its own there. */
  readonly bibtex: string | null;
}

/** The first row of a name is what it is read as. */
const rows: readonly TypeRow[] = [
  { csl: 'document', ris: 'GEN', bibtex: 'misc' },
  { csl: 'report', ris: 'RPRT', bibtex: 'techreport' },
  { csl: 'article-journal', ris: 'JOUR', bibtex: 'article' },
  { csl: 'article-newspaper', ris: 'NEWS', bibtex: null },
  { csl: 'article-magazine', ris: 'MGZN', bibtex: null },
  { csl: 'book', ris: 'BOOK', bibtex: 'book' },
  { csl: 'chapter', ris: 'CHAP', bibtex: 'incollection' },
  { csl: 'paper-conference', ris: 'CPAPER', bibtex: 'inproceedings' },
  { csl: 'thesis', ris: 'THES', bibtex: 'phdthesis' },
  { csl: 'webpage', ris: 'ELEC', bibtex: 'online' },
  { csl: 'post-weblog', ris: 'BLOG', bibtex: null },
  { csl: 'legislation', ris: 'STAT', bibtex: 'legislation' },
  { csl: 'bill', ris: 'BILL', bibtex: null },
  { csl: 'legal_case', ris: 'CASE', bibtex: 'jurisdiction' },
  { csl: 'hearing', ris: 'HEAR', bibtex: null },
  { csl: 'dataset', ris: 'DATA', bibtex: 'dataset' },
  { csl: 'personal_communication', ris: 'PCOMM', bibtex: 'letter' },
  { csl: 'manuscript', ris: 'UNPB', bibtex: 'unpublished' },
  { csl: 'patent', ris: 'PAT', bibtex: 'patent' },
  { csl: 'standard', ris: 'STAND', bibtex: 'standard' },
  { csl: 'software', ris: 'COMP', bibtex: 'software' },
  { csl: 'motion_picture', ris: 'VIDEO', bibtex: 'video' },
  { csl: 'graphic', ris: 'ART', bibtex: 'artwork' },
  { csl: 'map', ris: 'MAP', bibtex: null },
];
/** Names that others write for the same. */
const risNames: Readonly<Record<string, string>> = {
  CONF: 'paper-conference',
  EJOUR: 'article-journal',
  MULTI: 'webpage',
  WEB: 'webpage',
  ICOMM: 'personal_communication',
  EBOOK: 'book',
  EDBOOK: 'book',
  ECHAP: 'chapter',
  GOVDOC: 'report',
  LEGAL: 'legislation',
};
const bibtexNames: Readonly<Record<string, string>> = {
  report: 'report',
  manual: 'report',
  thesis: 'thesis',
  mastersthesis: 'thesis',
  conference: 'paper-conference',
  proceedings: 'book',
  collection: 'book',
  inbook: 'chapter',
  booklet: 'book',
  electronic: 'webpage',
  www: 'webpage',
};

export const cslTypes: readonly string[] = rows.map(({ csl }) => csl);
/** Those that come back from BibTeX as they went. */
export const cslTypesInBibtex: readonly string[] = rows.flatMap(({ csl, bibtex }) =>
  bibtex === null ? [] : [csl],
);

export function risType(csl: string): string {
  return rows.find((row) => row.csl === csl)?.ris ?? 'GEN';
}

export function bibtexType(csl: string): string {
  return rows.find((row) => row.csl === csl)?.bibtex ?? 'misc';
}

export function typeOfRis(name: string): string {
  const upper = name.trim().toUpperCase();
  return rows.find(({ ris }) => ris === upper)?.csl ?? risNames[upper] ?? 'document';
}

export function typeOfBibtex(name: string): string {
  const lower = name.trim().toLowerCase();
  return rows.find(({ bibtex }) => bibtex === lower)?.csl ?? bibtexNames[lower] ?? 'document';
}
