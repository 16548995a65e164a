import type { ErrorData } from '../../shared/contract/errors.ts';
import type { ParsedDocument } from '../../shared/document/parse.ts';
import type { ImportRow } from '../../shared/import/report.ts';
import type { Place } from '../app/services.ts';

/** A document as the library gave it, parsed. */
export interface OpenedDocument extends ParsedDocument {
  readonly revision: number;
  readonly importReport: readonly ImportRow[];
  /** Why the library that it stands in cannot be changed; null: it can. */
  readonly libraryShut: ErrorData | null;
}

export type OpenedFrom = NonNullable<Extract<Place, { screen: 'document' }>['meeting']>;

/** Where closing a document leads: to the agenda it was opened from, or to the list. */
export function placeBefore(documentId: string, meeting: OpenedFrom | undefined): Place {
  return meeting === undefined ? { screen: 'home', from: documentId } : { screen: 'meeting', ...meeting };
}
