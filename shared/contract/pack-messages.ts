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
  'meeting.incomplete': (details: ErrorDetails) => ({
    what: 'It was not made.',
    why: because('Something has to come first', details),
    next: 'Nothing was changed. Do that and try again.',
  }),
  'meeting.revisionConflict': (details: ErrorDetails) => ({
    what: 'Your changes were not saved.',
    why: `${details['name'] === undefined ? 'The meeting' : `“${details['name']}”`} was changed elsewhere since you opened it.`,
    next: 'Open it again and make your changes there.',
  }),
  'committee.notFound': () => ({
    what: 'The committee was not opened.',
    why: 'It is not in this library; it may have been deleted.',
    next: 'Choose another committee from the list, or look for it in the bin.',
  }),
  'pack.notFound': () => ({
    what: 'The pack was not opened.',
    why: 'It is not in this library; a draft is replaced when the pack is built again.',
    next: 'Choose another pack of the meeting, or build it again.',
  }),
  'pack.outdated': (details: ErrorDetails) => ({
    what: 'The pack was not published.',
    why: because('It no longer is what the meeting says', details),
    next: 'Build it again, look at it and publish it then.',
  }),
  'pack.damaged': (details: ErrorDetails) => ({
    what: `The bytes of ${details['name'] === undefined ? 'the pack' : `“${details['name']}”`} are not those that were kept.`,
    why: because('Its file in the library was deleted or changed by another program', details),
    next: 'Restore the library’s folder “packs” from a backup. Nothing else is harmed.',
  }),
  'pack.changed': (details: ErrorDetails) => ({
    what: `${about(details)} has changed since it was added.`,
    why: 'Its bytes are not those that were added to the meeting.',
    next: `Look at it and add it again. ${unharmed}`,
  }),
  'pack.partFailed': (details: ErrorDetails) => {
    const papers = Number(details['papers'] ?? 1);
    if (papers > 1) {
      return {
        what: `${papers} papers could not be put into the pack.`,
        why: `${String(details['places'] ?? '')
          .split('\n')
          .join('. ')}.`,
        next: `Replace them, mark them as to follow, or have the pack built without them. ${unharmed}`,
      };
    }
    return {
      what: `${about(details)} could not be put into the pack.`,
      why: because('It could not be read', details),
      next: `Replace it, mark it as to follow, or have the pack built without it. ${unharmed}`,
    };
  },
  'pack.leak': (details: ErrorDetails) => ({
    what: 'The public copy was not written: it would have shown exempt words.',
    why: `Found: ${details['place'] ?? 'in the file'}${details['item'] === undefined ? '' : ` (words of ${details['item']})`}${Number(details['findings'] ?? 1) > 1 ? `, and in ${Number(details['findings']) - 1} more places` : ''}.`,
    next: 'Mark every such place exempt too, or take the words out of it, and try again.',
  }),
  'pack.noRoom': (details: ErrorDetails) => {
    const { file, item, place, folder } = details;
    const paper = file === undefined && item === undefined ? null : about(details);
    const where = [paper, place].filter((each) => each !== null && each !== undefined).join(', for ');
    return {
      what: 'The pack was not made.',
      why: `The disk is full: there was no room${where === '' ? '' : ` for ${where}`}.`,
      next: `Make room on the disk${folder === undefined ? '' : ` that has “${folder}”`} and try again. ${unharmed}`,
    };
  },
  'pack.stopped': (details: ErrorDetails) => ({
    what: 'The pack was not finished.',
    why: because(
      `The process that puts packs together stopped${details['file'] === undefined ? '' : ` at ${about(details)}`}`,
      details,
    ),
    next: `Try again. ${details['file'] === undefined ? '' : 'If it stops there again, replace that file. '}${unharmed}`,
  }),
};
