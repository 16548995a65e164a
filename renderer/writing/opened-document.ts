import type { ParsedDocument } from '../../shared/document/parse.ts';
import type { ImportRow } from '../../shared/import/report.ts';

/** A document as the library gave it, parsed. */
export interface OpenedDocument extends ParsedDocument {
  readonly revision: number;
  readonly importReport: readonly ImportRow[];
}
