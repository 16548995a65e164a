/**
 * Errors are data for the reader: a code and what it is about. Words are made from them once, in `messages.ts`,
 * so that the window, the command line and the log never disagree.
 */

export const errorCodes = [
  'usage.invalid',
  'input.notFound',
  'input.notAFile',
  'input.unreadable',
  'input.vanished',
  'input.empty',
  'input.binary',
  'input.encoding',
  'input.tooLarge',
  'input.unsupported',
  'input.misnamed',
  'input.docxNotZip',
  'input.docxDamaged',
  'input.docxEncrypted',
  'input.damaged',
  'input.encrypted',
  'input.tooComplex',
  'input.zipBomb',
  'input.timeout',
  'input.noText',
  'input.extractorDied',
  'document.invalid',
  'document.notFound',
  'document.newer',
  'document.revisionConflict',
  'template.invalid',
  'template.notFound',
  'template.taken',
  'library.notFound',
  'library.newer',
  'library.notADirectory',
  'library.notWritable',
  'library.readOnly',
  'library.damaged',
  'library.locked',
  'library.full',
  'evidence.notFound',
  'evidence.changed',
  'evidence.cited',
  'evidence.circle',
  'evidence.unreadable',
  'evidence.originalMissing',
  'style.invalid',
  'style.notFound',
  'evidence.pageStopped',
  'line.notFound',
  'line.changed',
  'package.damaged',
  'package.newer',
  'meeting.invalid',
  'meeting.notFound',
  'meeting.incomplete',
  'meeting.revisionConflict',
  'committee.notFound',
  'pack.notFound',
  'pack.outdated',
  'pack.damaged',
  'pack.changed',
  'pack.partFailed',
  'pack.leak',
  'pack.stopped',
  'pack.noRoom',
  'references.invalid',
  'image.unsupported',
  'image.tooLarge',
  'image.damaged',
  'image.missing',
  'output.folderMissing',
  'output.notWritable',
  'output.inUse',
  'output.full',
  'output.isDirectory',
  'output.sameAsInput',
  'preview.stopped',
  'export.failed',
  'export.unprintable',
  'export.brokenReference',
  'export.alternativeTextMissing',
  'export.imageFormat',
  'export.evidenceMissing',
  'export.markedHigher',
  'export.nothingToSay',
  'export.moved',
  'export.notOpened',
  'call.invalid',
  'call.cancelled',
  'grant.unknown',
  'fault',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Plain values only, because errors cross process boundaries. Usual keys: file, folder, reason, limit, blockId. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

export interface ErrorData {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
}

/** Something expected that went wrong. Anything else thrown is a fault of ours and keeps its stack in the local log. */
export class DespatchError extends Error implements ErrorData {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'DespatchError';
    this.code = code;
    this.details = details;
  }

  toData(): ErrorData {
    return { code: this.code, details: this.details };
  }
}

/** Turns anything thrown into data that can cross a process boundary; a fault says only its message. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof DespatchError) return thrown.toData();
  return { code: 'fault', details: { reason: thrown instanceof Error ? thrown.message : String(thrown) } };
}
