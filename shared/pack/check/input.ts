/** What the check of a pack is told. It reads no files: whoever calls it has looked at them. */
import type { ErrorData } from '../../contract/errors.ts';
import type { DespatchDocument } from '../../document/schema.ts';
import type { HolidayChanges } from '../deadlines/working-days.ts';
import type { Inspection } from '../inspection.ts';
import type { Meeting } from '../meeting.ts';
import type { PageRange } from '../ranges.ts';

/** Something the import of a Word or text file noticed: rows of its report (`shared/import/report.ts`). */
export interface ImportedRow {
  readonly code: string;
  readonly message: string;
  readonly original: readonly { readonly text: string }[];
  readonly blockId: string | null;
}

/** What was found where a paper should be. */
export type PaperContent =
  | { readonly type: 'pdf'; readonly inspection: Inspection }
  /** `imported`: what the import of its file noticed; null: it was written here. `sha256`: of that file. */
  | {
      readonly type: 'document';
      readonly document: DespatchDocument;
      readonly imported: readonly ImportedRow[] | null;
      readonly sha256: string | null;
      readonly bytes: number | null;
    }
  | { readonly type: 'failed'; readonly error: ErrorData };

export interface PackCheckInput {
  readonly meeting: Meeting;
  /** By id of the paper. Those that are to follow need not be in it. */
  readonly contents: ReadonlyMap<string, PaperContent>;
  /** Where each paper stands in the pack, by its id; null: it was not planned yet, and pages cannot be judged. */
  readonly ranges: ReadonlyMap<string, PageRange> | null;
  /** The last number printed in the pack; null as above. */
  readonly lastNumber: number | null;
  readonly settings: PackCheckSettings;
}

export interface PackCheckSettings {
  /** Bytes of one supplied file from which on readers have trouble to load it. */
  readonly largestFile: number;
  /** Clear days; null: what the law of the country says. */
  readonly clearDays: number | null;
  readonly holidays: HolidayChanges | null;
}

export const defaultCheckSettings: PackCheckSettings = {
  largestFile: 20_000_000,
  clearDays: null,
  holidays: null,
};
