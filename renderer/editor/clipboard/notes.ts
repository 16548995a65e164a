/** What a paste left out or changed, so that the person can be told: nothing is dropped in silence. */

/** Left out: what did not come along. Changed: what did, in another form. */
export const noteCodes = {
  remotePicture: 'left out',
  farPicture: 'left out',
  refusedPicture: 'left out',
  unplacedPicture: 'left out',
  trackingPicture: 'left out',
  comment: 'left out',
  deleted: 'left out',
  hidden: 'left out',
  active: 'left out',
  embedded: 'left out',
  form: 'left out',
  link: 'left out',
  inserted: 'changed',
  struck: 'changed',
  footnote: 'changed',
  number: 'changed',
  level: 'changed',
  merged: 'changed',
  wide: 'changed',
  cellList: 'changed',
  layout: 'changed',
  tableAsLines: 'changed',
  formula: 'changed',
  kind: 'changed',
  reference: 'changed',
} as const satisfies Record<string, 'left out' | 'changed'>;
export type NoteCode = keyof typeof noteCodes;

export interface PasteNote {
  readonly code: NoteCode;
  /** How many things it happened to. */
  readonly count: number;
  /** The words or addresses it happened to, where there are any. */
  readonly words: readonly string[];
}

export class Notes {
  readonly #notes = new Map<NoteCode, { count: number; readonly words: string[] }>();

  add(code: NoteCode, words = '', count = 1): void {
    const note = this.#notes.get(code) ?? { count: 0, words: [] };
    note.count += count;
    const tidy = words.replace(/\s+/gu, ' ').trim();
    if (tidy !== '') note.words.push(tidy);
    this.#notes.set(code, note);
  }

  /** In the order of `noteCodes`. */
  list(): PasteNote[] {
    const codes = Object.keys(noteCodes) as NoteCode[];
    return codes.flatMap((code) => {
      const note = this.#notes.get(code);
      return note ? [{ code, ...note }] : [];
    });
  }
}
