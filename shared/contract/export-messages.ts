/** The words for documents that cannot leave as they stand; each names the block, to which the window jumps. */
import type { ErrorDetails } from './errors.ts';
import { because } from './system-reason.ts';

/** The block's own first words, for who reads this without a window. */
function place(details: ErrorDetails, fallback: string): string {
  const words = details['words'];
  return words === undefined || words === '' ? fallback : `“${words}”`;
}

export const exportWords = {
  'export.brokenReference': (details: ErrorDetails) => ({
    what: `The document was not exported, because a cross-reference in ${place(details, 'one of its blocks')} leads nowhere.`,
    why: 'What it referred to was deleted, is empty or bears no number.',
    next: 'Choose another target for the reference, or delete it.',
  }),
  'export.alternativeTextMissing': (details: ErrorDetails) => ({
    what: `The PDF was not made, because ${place(details, 'a picture')} has no alternative text.`,
    why: 'A published PDF must say in words what its pictures show, for readers who do not see them.',
    next: 'Describe the picture, or mark it as decorative.',
  }),
  'export.imageFormat': (details: ErrorDetails) => ({
    what: `The Word file was not written, because Word cannot show ${place(details, 'a picture')}.`,
    why: 'The picture is kept as WebP, which Word does not read.',
    next: 'Insert it again as PNG or JPEG, or export to PDF.',
  }),
  'export.evidenceMissing': (details: ErrorDetails) => ({
    what: `The document was not exported, because a source that ${place(details, 'one of its blocks')} cites is not in the evidence library.`,
    why: 'It was removed, or the document came from another library; its note would be empty.',
    next: 'Add the source again, cite another one, or export without evidence.',
  }),
  'export.markedHigher': (details: ErrorDetails) => ({
    what: 'The document was not exported, because of sources that are marked higher than it.',
    why: `They would leave with it: ${details['names'] ?? 'some of its sources'}.`,
    next: 'Mark the document as high, cite other sources, or say that they may leave with it.',
  }),
  'export.nothingToSay': () => ({
    what: 'The speaking copy was not made, because the document has no points and no questions.',
    why: 'A speaking copy holds nothing else.',
    next: 'Write points or questions in it, or export the document itself.',
  }),
  'style.invalid': (details: ErrorDetails) => ({
    what: `“${details['file'] ?? 'The file'}” is not a citation style that Despatch can use.`,
    why: because('It cannot be used', { reason: 'it is not in the Citation Style Language', ...details }),
    next: 'Choose another style, or take the file afresh from the collection at github.com/citation-style-language.',
  }),
  'style.notFound': (details: ErrorDetails) => ({
    what: `The citation style “${details['name'] ?? ''}” is not in this library.`,
    why: 'Its file was removed, or it was added to another library.',
    next: 'Choose another style, or add its file again.',
  }),
};
