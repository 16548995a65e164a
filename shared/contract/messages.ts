/** The words for every error, once: what happened, why, and what to do next. The code decides, the details fill in. */
import type { ErrorCode, ErrorData, ErrorDetails } from './errors.ts';
import { exportWords } from './export-messages.ts';
import { packWords } from './pack-messages.ts';
import { wayWith } from './picture-formats.ts';
import { because, systemReason } from './system-reason.ts';

export interface Explanation {
  /** One sentence naming the thing concerned. */
  readonly what: string;
  /** The reason, one sentence. */
  readonly why: string;
  /** What the person can do about it, one sentence. */
  readonly next: string;
}

type Words = (details: ErrorDetails) => Explanation;

/** The name of the thing concerned, in quotation marks; the fallback where the error does not name it. */
function named(details: ErrorDetails, fallback: string): string {
  const name = details['file'] ?? details['folder'] ?? details['name'];
  return name === undefined ? fallback : `“${name}”`;
}

/** The reader's own finding where it is a sentence, such as "it has 50 MB; the limit is 20 MB". */
function found(usual: string, details: ErrorDetails): string {
  const reason = String(details['reason'] ?? '');
  if (!reason.includes(' ') || systemReason(reason) !== reason) return because(usual, details);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.$/, '')}.`;
}

/** A file that was to be read. @param usual the reason, without its full stop, where the reader found no closer one. */
function unread(usual: string, next: string): Words {
  return (details) => ({
    what: `${named(details, 'The file')} was not imported.`,
    why: found(usual, details),
    next,
  });
}

/** A picture that was to be put into a document. */
function notInserted(why: (details: ErrorDetails) => string, next: (details: ErrorDetails) => string): Words {
  return (details) => ({
    what: `${named(details, 'The picture')} was not inserted.`,
    why: why(details),
    next: next(details),
  });
}

/** A file that was to be written. */
function unwritten(why: (details: ErrorDetails) => string, next: string): Words {
  return (details) => ({ what: `${named(details, 'The file')} was not written.`, why: why(details), next });
}

function libraryShut(why: (details: ErrorDetails) => string, next: string): Words {
  return (details) => ({
    what: `The library ${named(details, '')}`.trimEnd().concat(' cannot be used.'),
    why: why(details),
    next,
  });
}

const words: Readonly<Record<ErrorCode, Words>> = {
  'usage.invalid': (details) => ({
    what: 'The command was not understood.',
    why: because('The command line is wrong', details),
    next: 'Run it again with --help to see what it takes.',
  }),
  'input.notFound': unread('There is no such file', 'Check the name and the folder.'),
  'input.notAFile': unread('It is a folder or a device, not a file', 'Choose a document.'),
  'input.unreadable': unread(
    'The system does not allow it to be read',
    'Check its permissions, or close the program that has it open.',
  ),
  'input.vanished': unread(
    'It was removed or changed while it was being read',
    'Check that the drive is connected, then try again.',
  ),
  'input.empty': unread('The file is empty', 'Choose a file with text in it.'),
  'input.binary': unread(
    'It is not text, although its name says so',
    'Open it in the program that made it and save it as a Word document or plain text.',
  ),
  'input.encoding': unread(
    'Its characters are in an encoding that Despatch cannot read',
    'Save it as UTF-8 text and try again.',
  ),
  'input.tooLarge': unread(
    'It is larger than a document can be',
    'Split it into parts, or import only the text you need.',
  ),
  'input.unsupported': unread(
    'Despatch does not read files of this type',
    'Save it as a Word document (.docx), Markdown or plain text.',
  ),
  'input.misnamed': unread(
    'It is not of the kind that its name says',
    'Open it in the program that made it and save it again, or ask for another copy.',
  ),
  'input.docxNotZip': unread(
    'It is called .docx but is not a Word document inside',
    'Open it in Word and save it as a Word document (.docx).',
  ),
  'input.docxDamaged': unread(
    'The Word document is damaged',
    'Open it in Word, let Word repair it, and save a copy.',
  ),
  'input.docxEncrypted': unread(
    'The Word document is protected by a password',
    'Remove the password in Word and save a copy.',
  ),
  'input.damaged': unread(
    'The file is damaged',
    'Open it in the program that made it and save it again, or ask for another copy.',
  ),
  'input.encrypted': unread(
    'The file is protected by a password',
    'Remove the password in the program that made it and save a copy.',
  ),
  'input.tooComplex': unread(
    'There is more in it than Despatch reads',
    'Split it into parts in the program that made it.',
  ),
  'input.zipBomb': unread(
    'It would unpack to far more than a document can hold, which is how a harmful file looks',
    'Do not open it; ask the sender for another copy.',
  ),
  'input.timeout': unread('Reading it took too long', 'Save it again in Word, or import its text.'),
  'input.noText': unread('There is no text in it', 'If it is a scan, recognise its text first.'),
  'input.extractorDied': unread(
    'The file stopped the program that reads files; nothing else was harmed',
    'Save it again in the program that made it, or import its text.',
  ),
  'document.invalid': (details) => ({
    what: 'This is not a Despatch document.',
    why: because('Its content has the wrong shape', details),
    next: 'Restore the document from a copy.',
  }),
  'document.notFound': (details) => ({
    what: `There is no document ${details['documentId'] === undefined ? 'of that name' : `“${details['documentId']}”`}.`,
    why: 'It was deleted, or it is in another library.',
    next: 'Choose a document from the list.',
  }),
  'document.newer': (details) => ({
    what: 'The document can be read but not changed or exported.',
    why: because('A newer version of Despatch wrote parts of it that this version does not know', details),
    next: 'Update Despatch; nothing in the document has been lost.',
  }),
  'document.revisionConflict': () => ({
    what: 'Your changes were not saved.',
    why: 'The document was changed elsewhere since you opened it.',
    next: 'Copy what you wrote, open the document again and put it back.',
  }),
  'template.invalid': (details) => ({
    what: `${named(details, 'The template')} is not a template that Despatch can use.`,
    why: because('Its file is wrong', details),
    next: 'Mend the file, or ask whoever made it for another one; docs/templates.md says what it may hold.',
  }),
  'template.notFound': (details) => ({
    what: `${named(details, 'The template')} is not among the templates.`,
    why: 'It was removed, or belongs to another library.',
    next: 'Choose another template, or put its file back.',
  }),
  'template.taken': (details) => ({
    what: `${named(details, 'The template')} was not put into the library.`,
    why: because('Another template stands in its place', details),
    next: 'Remove the other one first, or give this one another id.',
  }),
  'library.notFound': libraryShut(
    () => 'There is no library in this folder.',
    'Check the folder, or import a document to make a new library.',
  ),
  'library.newer': libraryShut(
    () => 'A newer version of Despatch has changed how it is stored.',
    'Update Despatch; the library has not been touched.',
  ),
  'library.notADirectory': libraryShut(
    () => 'A file stands where the folder of the library should be.',
    'Choose another folder.',
  ),
  'library.notWritable': libraryShut(
    (details) => because('The system does not allow it to be changed', details),
    'Check the permissions of the folder, or choose another one.',
  ),
  'library.readOnly': (details) => ({
    what:
      details['file'] === undefined
        ? `The library ${named(details, '')} can be read but not changed.`.replace('  ', ' ')
        : `“${details['file']}” was not added: the library can be read but not changed.`,
    why: found('The system does not allow it', details),
    next:
      details['reason'] === 'the disk is full'
        ? 'Make room on the disk and open the library again; nothing in it has been lost.'
        : 'To change it, ask for the right to write in its folder, or copy the folder to where you have it.',
  }),
  'library.damaged': libraryShut(
    (details) => because('Its contents are damaged', details),
    'Restore the folder from a copy; Despatch has left it as it is.',
  ),
  'library.locked': libraryShut(
    () => 'Another program has kept it locked for too long.',
    'Close other copies of Despatch and try again.',
  ),
  'library.full': libraryShut(() => 'The disk is full.', 'Make room on the disk and try again.'),
  'evidence.notFound': (details) => ({
    what: `${named(details, 'The source')} is not in the evidence library.`,
    why: 'It was removed, or the document came from another library.',
    next: 'Add the source again, or cite another one.',
  }),
  'evidence.changed': (details) => ({
    what: `${named(details, 'The source')} was not changed.`,
    why: 'Somebody else changed it since you opened it.',
    next: 'Look at it again, then put in what you wrote.',
  }),
  'line.notFound': (details) => ({
    what: `${named(details, 'The standing line')} is not in the library.`,
    why: 'It was removed for good, or the document came from another library.',
    next: 'Keep its words as a new standing line, or let it go.',
  }),
  'line.changed': (details) => ({
    what: `${named(details, 'The standing line')} was not changed.`,
    why: 'Somebody else changed it since you opened it.',
    next: 'Look at it again, then put in what you wrote.',
  }),
  'evidence.cited': (details) => ({
    what: `${named(details, 'The source')} was not made an edition of the other source.`,
    why: `${details['documents'] === 1 ? 'A document cites' : `${details['documents'] ?? 'Some'} documents cite`} it, and would lose what it rests on.`,
    next: `Say instead of ${details['other'] === undefined ? 'the other source' : `“${details['other']}”`} that this one takes its place: every point that rests on the earlier one is then flagged, and nothing that cites this one changes.`,
  }),
  'evidence.circle': (details) => ({
    what: `${named(details, 'The source')} was not marked as superseded.`,
    why: 'The other source is itself superseded by this one, directly or through others.',
    next: 'Take that mark off the other source first.',
  }),
  'evidence.unreadable': (details) => ({
    what: `${named(details, 'The source')} cannot be shown.`,
    why: because('Its file could not be read', details),
    next: 'Save the original to a file and open it in another program.',
  }),
  'evidence.originalMissing': (details) => ({
    what: `The original of ${named(details, 'the source')} is not in the library’s folder.`,
    why: 'Somebody or something outside Despatch has removed or changed it.',
    next: 'Put the folder back from a copy, or add the file again.',
  }),
  'evidence.pageStopped': (details) => ({
    what: `A page of ${named(details, 'the source')} could not be shown.`,
    why: because('The part of Despatch that draws the pages of sources has stopped', details),
    next: 'Everything else goes on. Try again; if the page stops it each time, save the original and open it in another program.',
  }),
  'package.damaged': unread(
    'The Despatch file is damaged, incomplete or was changed on its way',
    'Nothing was changed. Ask whoever sent it to export it again.',
  ),
  'package.newer': (details) => ({
    what: `${named(details, 'The file')} was not imported.`,
    why: because('A newer version of Despatch wrote it', details),
    next: 'Update Despatch; nothing was changed.',
  }),
  'references.invalid': unread(
    'It holds no references in CSL-JSON, RIS or BibTeX',
    'Export the references again from the program that keeps them.',
  ),
  'image.unsupported': notInserted(
    ({ format }) =>
      format === undefined
        ? 'It is none of the kinds of picture that Despatch prints: PNG, JPEG, GIF and WebP.'
        : `It is ${format}, which not every reader of a Word file or PDF can show.`,
    ({ format }) => wayWith(format),
  ),
  'image.tooLarge': notInserted(
    (details) => found('It is larger than a picture in a document can be', details),
    () => 'Make it smaller in a picture editor: 1,600 pixels across are enough for a page.',
  ),
  'image.damaged': notInserted(
    (details) => because('The file is damaged', details),
    () => 'Open it in a picture editor and save it again, or ask for another copy.',
  ),
  'image.missing': () => ({
    what: 'A picture of the document is not in this library.',
    why: 'The document came from another library, or the picture has been removed.',
    next: 'Insert the picture again, or delete it from the document.',
  }),
  'output.folderMissing': unwritten(
    ({ reason }) =>
      reason === 'ENOTDIR' ? 'A file stands where its folder should be.' : 'Its folder does not exist.',
    'Make the folder, or choose another one.',
  ),
  'output.notWritable': unwritten(
    (details) => because('The system does not allow writing there', details),
    'Choose another folder or name.',
  ),
  'output.inUse': unwritten(
    (details) => because('The file is open in another program', details),
    'Close it there, or choose another name.',
  ),
  'output.full': unwritten(() => 'The disk is full.', 'Make room on the disk, or choose another one.'),
  'output.isDirectory': unwritten(() => 'A folder of that name is in the way.', 'Choose another name.'),
  'output.sameAsInput': unwritten(
    () => 'It is the file being read, or is asked for twice.',
    'Choose another name.',
  ),
  'preview.stopped': (details) => ({
    what: 'The pages could not be shown.',
    why: because('The part of Despatch that typesets them has stopped', details),
    next: 'Your words are safe. Try again; if it stops over the same words each time, report it.',
  }),
  'export.failed': (details) => ({
    what: 'The document was not exported.',
    why: because('It could not be typeset', details),
    next: 'Note what you did and report it; your words are safe.',
  }),
  'export.unprintable': (details) => ({
    what: `The PDF was not made, because it would have lost ${details['characters'] ?? 'characters of the text'}.`,
    why: 'No typeface that Despatch prints with has these characters.',
    next: 'Replace them in the text, or export to Word, which can borrow typefaces from your computer.',
  }),
  ...exportWords,
  ...packWords,
  'export.moved': (details) => ({
    what: `${named(details, 'The exported file')} is no longer where it was exported to.`,
    why: 'It was moved, renamed or deleted since.',
    next: 'Look for it under its new name, or export the document again.',
  }),
  'export.notOpened': (details) => ({
    what: `${named(details, 'The exported file')} could not be opened.`,
    why: because('The system has no program that would open it', details),
    next: 'The file itself is complete: show it in its folder and open it from there.',
  }),
  'call.invalid': (details) => ({
    what: 'Despatch refused a request of its own.',
    why: because('The request has the wrong shape', details),
    next: 'Nothing was changed. Restart Despatch; if it happens again, report it.',
  }),
  'call.cancelled': () => ({
    what: 'Cancelled.',
    why: 'You stopped it.',
    next: 'Nothing was changed.',
  }),
  'grant.unknown': () => ({
    what: 'The file was not opened.',
    why: 'Despatch was restarted since the file was chosen.',
    next: 'Choose the file again.',
  }),
  fault: (details) => ({
    what: 'Something went wrong inside Despatch.',
    why: because('This should not have happened', details),
    next: 'The details are in the file despatch.log of the library; please report it.',
  }),
};

/** Words in British English for any error of the contract. */
export function explain(error: ErrorData): Explanation {
  return words[error.code](error.details);
}

/** The same as one line, for terminals and logs: `what why next`. */
export function explainInOneLine(error: ErrorData): string {
  const { what, why, next } = explain(error);
  return `${what} ${why} ${next}`;
}
