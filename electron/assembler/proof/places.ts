/** Where in a PDF a walk is, in the words in which a clerk is told. */
import type { Speech } from '../../../shared/pack/proof.ts';
import type { ProofPlace } from '../../../shared/pack/proof-report.ts';

export interface Place {
  readonly place: ProofPlace;
  /** "in the alternative text of a picture" */
  readonly what: string;
  /** As it is printed; null: of no page. */
  readonly page: string | null;
}

export interface FoundText {
  readonly place: Place;
  readonly text: string;
  readonly speech: Speech;
}

/** Pages that a sentence names. */
const NAMED = 12;

/** "page 3", "pages 3, 7 and 9", "pages 3, 7, 9 and 40 others". */
export function pagesInWords(labels: readonly string[]): string {
  const [first = ''] = labels;
  if (labels.length === 1) return `page ${first}`;
  if (labels.length > NAMED)
    return `pages ${labels.slice(0, NAMED).join(', ')} and ${labels.length - NAMED} others`;
  return `pages ${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

export function whereOf({ what, page }: Place): string {
  return page === null ? what : `page ${page}, ${what}`;
}

/** Where a walk comes to by this key, whatever it comes from. */
export const byKey: Readonly<Record<string, Pick<Place, 'place' | 'what'>>> = {
  Outlines: { place: 'bookmarks', what: 'in a bookmark' },
  Info: { place: 'document properties', what: 'in the properties of the document' },
  Metadata: { place: 'metadata', what: 'in the metadata (XMP)' },
  PieceInfo: { place: 'metadata', what: 'in what a program keeps in the file for itself' },
  StructTreeRoot: { place: 'structure', what: 'in the structure for screen readers' },
  AcroForm: { place: 'form fields', what: 'in a form field' },
  PageLabels: { place: 'names and labels', what: 'in the label of a page' },
  Dests: { place: 'names and labels', what: 'in the name of a place that links lead to' },
  EmbeddedFiles: { place: 'attachments', what: 'in an attached file' },
  AF: { place: 'attachments', what: 'in an attached file' },
  EF: { place: 'attachments', what: 'in an attached file' },
  JavaScript: { place: 'scripts', what: 'in a script' },
  JS: { place: 'scripts', what: 'in a script' },
  AA: { place: 'scripts', what: 'in an action' },
  OpenAction: { place: 'scripts', what: 'in an action' },
  OCProperties: { place: 'layers', what: 'in the name of a layer' },
  Annots: { place: 'links and notes', what: 'in a link or note' },
  Thumb: { place: 'pictures', what: 'in the small picture of the page' },
  FontFile: { place: 'fonts', what: 'in a font' },
  FontFile2: { place: 'fonts', what: 'in a font' },
  FontFile3: { place: 'fonts', what: 'in a font' },
};

/** What a string under this key is, in a place. */
const strings: Readonly<Partial<Record<ProofPlace, Readonly<Record<string, string>>>>> = {
  'document properties': {
    Title: 'in the title of the document (properties)',
    Author: 'in the author of the document (properties)',
    Subject: 'in the subject of the document (properties)',
    Keywords: 'in the keywords of the document (properties)',
  },
  structure: {
    Alt: 'in the alternative text of a picture',
    ActualText: 'in the replacement text of a passage',
    E: 'in the long form of an abbreviation',
    T: 'in the title of a part of the structure',
    ID: 'in the name of a part of the structure',
  },
  'links and notes': {
    URI: 'in the address of a link',
    Contents: 'in the words of a note or link',
    RC: 'in the words of a note',
    T: 'in the author of a note',
    Subj: 'in the subject of a note',
    F: 'in a file name',
    UF: 'in a file name',
  },
  'form fields': {
    T: 'in the name of a form field',
    TU: 'in the description of a form field',
    V: 'in what a form field holds',
    DV: 'in what a form field holds at first',
    Opt: 'in the choices of a form field',
  },
  attachments: {
    F: 'in the name of an attached file',
    UF: 'in the name of an attached file',
    Desc: 'in the description of an attached file',
  },
};

/** Keys whose strings mean the same wherever they stand. */
const anywhere: Readonly<Record<string, Pick<Place, 'place' | 'what'>>> = {
  Alt: { place: 'structure', what: 'in the alternative text of a picture' },
  ActualText: { place: 'structure', what: 'in the replacement text of a passage' },
  URI: { place: 'links and notes', what: 'in the address of a link' },
  UF: { place: 'attachments', what: 'in a file name' },
};

export function placeOfString(place: Place, key: string): Place {
  const own = strings[place.place]?.[key];
  if (own !== undefined) return { ...place, what: own };
  const known = anywhere[key];
  return known ? { ...known, page: place.page } : place;
}
