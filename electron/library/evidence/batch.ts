/** A batch of files on its way into the library, as it is in memory, and what is left of it. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { IntakeRow } from '../../../shared/contract/evidence-source-calls.ts';
import type { BatchRow, IntakeFileBody } from '../db/intake-repository.ts';

type Status = IntakeRow['status'];

export interface IntakeWatch {
  readonly signal: AbortSignal;
  progress(done: number, label: string): void;
}

export interface BatchFile {
  readonly place: number;
  readonly path: string;
  status: Status;
  body: IntakeFileBody;
}

export interface RunningBatch {
  readonly row: BatchRow;
  readonly files: BatchFile[];
}

export const undone: ReadonlySet<Status> = new Set(['waiting', 'working', 'cancelled']);

/** A file that failed for want of room, or because the library was locked, is not done with. */
export function isLeft({ status, body }: Pick<BatchFile, 'status' | 'body'>): boolean {
  return undone.has(status) || (status === 'failed' && body.again);
}

/** What is only for the report may be lost with a full disk; that must not hide what was done. */
export function trying(write: () => unknown): void {
  try {
    write();
  } catch (thrown) {
    if (!(thrown instanceof DespatchError && thrown.code.startsWith('library.'))) throw thrown;
  }
}
