import type { PackNote } from './use-notes.ts';

/** What became of the words of a note in this version, as a sentence; null: nothing. */
export const noteStates: Readonly<Record<PackNote['state'], string | null>> = {
  same: null,
  moved: 'The words stand elsewhere in this version.',
  changed: 'The words were changed in this version.',
  lost: 'The words are not in this version.',
};
