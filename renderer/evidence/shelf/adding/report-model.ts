/** What a batch of files has come to, in the words of its report. */
import type { Batch, IntakeRow } from '../../../../shared/contract/evidence-source-calls.ts';

export interface BatchParts {
  readonly offers: readonly IntakeRow[];
  readonly failed: readonly IntakeRow[];
  readonly left: readonly IntakeRow[];
  readonly duplicates: readonly IntakeRow[];
  readonly added: readonly IntakeRow[];
}

/** Each row once, with what needs an answer first. */
export function partsOf(batch: Batch): BatchParts {
  const { rows } = batch;
  return {
    offers: rows.filter((row) => row.status === 'added' && row.offer !== null),
    failed: rows.filter((row) => row.status === 'failed'),
    left: rows.filter(({ status }) => isLeft(status)),
    duplicates: rows.filter((row) => row.status === 'duplicate'),
    added: rows.filter(
      (row) => row.status === 'newEdition' || (row.status === 'added' && row.offer === null),
    ),
  };
}

function isLeft(status: IntakeRow['status']): boolean {
  return status === 'waiting' || status === 'working' || status === 'cancelled';
}

/** Some of its files were never looked at. */
export function canResume(batch: Batch): boolean {
  return batch.rows.some(({ status }) => isLeft(status));
}

/** How many files it would go on with: those that were never looked at, or else those that failed. */
export function toResume(batch: Batch): number {
  const { left, failed } = partsOf(batch);
  return left.length > 0 ? left.length : failed.length;
}

/** How far a batch that runs is: the share of its files that is done, and the file in hand. */
export function progressOf({ rows }: Batch): { readonly share: number; readonly label: string } {
  const done = rows.filter(({ status }) => !isLeft(status)).length;
  const inHand = rows.find(({ status }) => status === 'working') ?? rows.find(({ status }) => isLeft(status));
  return { share: rows.length === 0 ? 0 : done / rows.length, label: inHand?.file ?? '' };
}

/** Whether there is more to say than that all is well. */
export function needsLook(batch: Batch): boolean {
  const { offers, failed, left } = partsOf(batch);
  return offers.length > 0 || failed.length > 0 || left.length > 0;
}

export function count(number: number, one: string, several = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : several}`;
}

/** "14 sources added, 2 already here, 1 failed". */
export function summaryOf(batch: Batch): string {
  const { offers, failed, left, duplicates, added } = partsOf(batch);
  const editions = added.filter(({ status }) => status === 'newEdition').length;
  const sources = added.length - editions + offers.length;
  const words = [
    ...(sources > 0 ? [`${count(sources, 'source')} added`] : []),
    ...(editions > 0 ? [count(editions, 'new edition')] : []),
    ...(duplicates.length > 0 ? [`${duplicates.length.toLocaleString('en-GB')} already in the library`] : []),
    ...(failed.length > 0 ? [`${failed.length.toLocaleString('en-GB')} not added`] : []),
    ...(left.length > 0 ? [`${left.length.toLocaleString('en-GB')} not looked at`] : []),
  ];
  return words.join(', ') || 'No files';
}
