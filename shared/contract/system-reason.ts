/** Reasons in the system's own codes, in words; for every message that gives a reason. */
import type { ErrorDetails } from './errors.ts';

/** What the system's own codes mean; no code is for the reader's eyes. */
const systemWords: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder is not there or takes no new files',
  ENOTDIR: 'part of the path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  EBUSY: 'another program has it open',
  EIO: 'the drive does not answer',
  ENXIO: 'nothing answers there',
  ENODEV: 'the drive is gone',
  EINVAL: 'the disk does not take this name',
  ERR_INVALID_ARG_VALUE: 'its name has a sign that no file can have',
};

export function systemReason(reason: string): string {
  const code = /^(E[A-Z0-9_]{2,})(?:$|:)/.exec(reason)?.[1];
  if (code === undefined) return reason;
  return systemWords[code] ?? `the system says ${code}`;
}

/** The technical reason after a sentence, where there is one. */
export function because(sentence: string, details: ErrorDetails): string {
  const reason = details['reason'];
  if (reason === undefined) return `${sentence}.`;
  return `${sentence}: ${systemReason(String(reason)).replace(/\.$/, '')}.`;
}
