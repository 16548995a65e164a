/**
 * What a file became before anybody guessed its structure. Word files, text files and pasted text all arrive as
 * this one type, so that there is one recogniser and it never learns where a line came from.
 */
import type { Inline } from '../document/schema.ts';
import type { Exemption } from '../pack/exemption.ts';
import type { KeptCitations } from './kept-schema.ts';

export interface OriginalLine {
  /** 1-based line of the file; for Word files the 1-based paragraph. */
  readonly line: number;
  /** As it stands in the file, markers and markup included. */
  readonly text: string;
}

export interface ListMarker {
  /** As written, without what separates it from the words: "-", "a.", "(ii)", "2.3". */
  readonly text: string;
  readonly style: 'bullet' | 'decimal' | 'letter' | 'roman';
  /** The last number of the marker: 3 for "2.3", 2 for "b."; 0 for a bullet. */
  readonly value: number;
  /** What stands before the last number: "2." for "2.3", otherwise empty. */
  readonly prefix: string;
}

/** Place of a line in a table of the source; positions count from 0. */
export interface SourceCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

export interface SourceLine {
  /** More than one where the source had wrapped a line at its margin. Never empty. */
  readonly original: readonly OriginalLine[];
  /** The words with their formatting, without list marker, heading mark and surrounding white space. */
  readonly content: readonly Inline[];
  readonly marker: ListMarker | null;
  /** Columns of white space before the line; Word lists count four for each level. */
  readonly indent: number;
  /** Explicit outline level from 1 (Markdown `#`, Word outline level); null where the source says nothing. */
  readonly heading: number | null;
  /** Name of the Word paragraph style, lower case; null for text and for Word's default. */
  readonly style: string | null;
  /** Marked as a quotation by the source. */
  readonly quoted: boolean;
  /** A blank line, or Word's paragraph spacing, separates it from the line before. */
  readonly gapBefore: boolean;
  readonly pageBreakBefore: boolean;
  /** Outside the flow of the text (note, comment, row of a table): never anything but text. */
  readonly aside: boolean;
  /** The rule that our own files have beside what is withheld from the public. */
  readonly ruled?: true | undefined;
  readonly cell: SourceCell | null;
  /** The cells of the table that this one line stands for; its content then says the same, cell below cell. */
  readonly rows?: readonly (readonly (readonly Inline[])[])[];
}

/** Something the reader had to decide or leave out, for the import report. */
export interface SourceNotice {
  readonly code: string;
  readonly message: string;
  readonly original: readonly OriginalLine[];
  /** Position in `lines` of the line it concerns; null: the file as a whole. */
  readonly at: number | null;
}

export interface SourceText {
  /** File name, or what pasted text is called in messages. */
  readonly name: string;
  readonly format: 'text' | 'docx';
  readonly lines: readonly SourceLine[];
  readonly notices: readonly SourceNotice[];
  /** Words of the page header that state a marking; null where there is no header. */
  readonly headerMarking: string | null;
  /** Of a Word file that we wrote and that came back; runs bear their keys in `cited`. */
  readonly kept?: KeptCitations | undefined;
  /** Why such a file withholds passages of it. */
  readonly exemptions?: readonly Exemption[] | undefined;
}
