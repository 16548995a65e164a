/** The words for what can go wrong with meetings and their packs. Details: item, file, reason, place. */
import type { ErrorDetails } from './errors.ts';
import { because } from './system-reason.ts';

function about({ item, file }: ErrorDetails): string {
  if (item === undefined) return file === undefined ? 'A file' : `“${file}”`;
  return file === undefined ? `${item}` : `“${file}” (${item})`;
}

const unharmed = 'No pack was written; what was published before stands as it was.';

export const packWords = {
  'meeting.invalid': (details: ErrorDetails) => ({
    what: `${details['file'] === undefined ? 'The meeting' : `“${details['file']}”`} was not read.`,
    why: because('It is not a meeting as docs/schemas/meeting.schema.json says', details),
    next: 'Put right what is named and try again; nothing was written.',
  }),
  'meeting.notFound': () => ({
    what: 'The meeting was not opened.',
    why: 'It is not in this library; it may have been deleted.',
    next: 'Choose another meeting from the list.',
  }),
  'pack.changed': (details: ErrorDetails) => ({
    what: `${about(details)} has changed since it was added.`,
    why: 'Its bytes are not those that were added to the meeting.',
    next: `Look at it and add it again. ${unharmed}`,
  }),
  'pack.partFailed': (details: ErrorDetails) => ({
    what: `${about(details)} could not be put into the pack.`,
    why: because('It could not be read', details),
    next: `Replace it, or take it out of the meeting. ${unharmed}`,
  }),
  'pack.leak': (details: ErrorDetails) => ({
    what: 'The public pack was not written: it would have shown exempt words.',
    why: `They stand in ${details['place'] ?? 'it'}${details['words'] === undefined ? '' : `: “${details['words']}”`}.`,
    next: 'Mark that place exempt too, or change its words, and build the pack again.',
  }),
  'pack.stopped': (details: ErrorDetails) => ({
    what: 'The pack was not finished.',
    why: because('The process that puts packs together stopped', details),
    next: `Try again. ${unharmed}`,
  }),
};
