/** What the print model is made of: everything a writer must draw, nothing it must still work out. */

import type { CommentEntry } from '../comments/thread.ts';
import type {
  Citation,
  DetailName,
  DocumentKind,
  FieldName,
  ImageBlock,
  Locator,
  Reference,
  SectionRole,
} from '../document/schema.ts';
import type { CslItem } from '../evidence/source.ts';
import type { Exemption } from '../pack/exemption.ts';
import type { ListName } from './lists.ts';

export interface PrintRun {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: true | undefined;
  readonly italic?: true | undefined;
  /** `http:`, `https:` or `mailto:` */
  readonly link?: string | undefined;
  /** Ids of the comment threads on these words; only where comments were asked for. */
  readonly comments?: readonly string[] | undefined;
  /** Keys of the citations of the document that are about these words; only where they are kept (`citations`). */
  readonly cited?: readonly string[] | undefined;
  /** Made from the citations, not written by the author: a note in brackets, an entry of a list of sources. */
  readonly made?: true | undefined;
}
/** A cross-reference whose words are made. */
export interface PrintReference extends Omit<PrintRun, 'type' | 'link'> {
  readonly type: 'reference';
  /** Id of a printed block, which is in `anchors`. */
  readonly target: string;
  readonly show: Reference['show'];
}
interface PrintBreak {
  readonly type: 'break';
}
/** Where a note is marked, after the words it is about. */
interface PrintNoteMark {
  readonly type: 'note';
  /** From 1, in the order of reading. */
  readonly number: number;
}
export type PrintInline = PrintRun | PrintReference | PrintBreak | PrintNoteMark;

interface Printed {
  /** Id of the block this was made from. */
  readonly id: string;
  readonly content: readonly PrintInline[];
  /** Withheld from the public: a rule stands in its margin. */
  readonly exempt?: true | undefined;
}
/** What is said about the block it stands under: "Our aim: …". */
export interface PrintDetail extends Printed {
  readonly detail: DetailName;
  /** Without its colon; empty where the words need none. */
  readonly label: string;
}
interface Detailed extends Printed {
  readonly details: readonly PrintDetail[];
  /** Short enough that no page need end within it. */
  readonly together: boolean;
}

interface PrintTitle extends Printed {
  readonly type: 'title';
}
export interface PrintField extends Printed {
  readonly type: 'field';
  readonly field: FieldName;
  /**
   * labelled: label, colon, value. address: the same in the narrow column of To, From and Date. sentence: the label
   * begins the sentence ("Report of …"). masthead: the value alone, as the head of a report shows committee and date.
   */
  readonly form: 'labelled' | 'address' | 'sentence' | 'masthead';
  /** Without its colon; empty for a masthead. */
  readonly label: string;
  /** Whether it follows running text, without a heading to set it off. */
  readonly afterText: boolean;
}
export interface PrintHeading extends Printed {
  readonly type: 'heading';
  /** 1 to 3 and never more than one deeper than the heading before, because a skipped level hides from readers. */
  readonly level: 1 | 2 | 3;
  readonly marker: string | null;
  /** The list that counts it; null where it bears no marker. */
  readonly list: ListName | null;
  readonly section: SectionRole;
  /** An annex is handed round by itself. */
  readonly startsPage: boolean;
}
interface PrintLabel extends Printed {
  readonly type: 'label';
  /** 1 to 4: one below the heading it stands under. */
  readonly depth: number;
}
export type NumberedKind =
  | 'aim'
  | 'agendaItem'
  | 'paragraph'
  | 'recommendation'
  | 'likelyQuestion'
  | 'option';
export interface PrintNumbered extends Detailed {
  readonly type: 'numbered';
  readonly kind: NumberedKind;
  /** How deep it is indented. */
  readonly level: number;
  readonly marker: string;
  /** Where it is counted; the level of a list may be another than that of the indentation. */
  readonly list: ListName;
  readonly listLevel: number;
  readonly run: number;
  /** It ends in a colon, so a page must not end between it and what it announces. */
  readonly leadsIn: boolean;
}
export type BulletedKind = 'point' | 'lineToTake' | 'ask' | 'sensitivity' | 'backgroundDocument';
export interface PrintBulleted extends Detailed {
  readonly type: 'bulleted';
  readonly kind: BulletedKind;
  readonly level: number;
}
export interface PrintQuestion extends Detailed {
  readonly type: 'question';
  readonly level: number;
  /** Without its colon; empty where a label above the questions already says what they are. */
  readonly label: string;
}
interface PrintText extends Printed {
  readonly type: 'text';
  /** As for numbered paragraphs. */
  readonly leadsIn: boolean;
}
interface PrintQuotation extends Printed {
  readonly type: 'quotation';
}
interface PrintAppendix extends Printed {
  readonly type: 'appendix';
  /** "Appendix 1" */
  readonly marker: string;
}
export interface PrintPerson extends Printed {
  readonly type: 'person';
  readonly depth: number;
  /** Role and organisation, printed in one line. */
  readonly details: readonly PrintDetail[];
}
export interface PrintDecision extends Printed {
  readonly type: 'decision';
  /** What is beside each box that can be ticked. */
  readonly choices: readonly string[];
}

export interface PrintCell {
  /** Id of the block the words come from; null for a cell of a table of the author's own. */
  readonly id: string | null;
  readonly content: readonly PrintInline[];
}
export interface PrintColumn {
  /** Of the width of the table; together 1. */
  readonly share: number;
  /** Figures stand to the right, tens under tens. */
  readonly numeric: boolean;
}
export type TableKind = 'table' | 'attendees' | 'implications' | 'clearance' | 'evidence';
export interface PrintTable extends Printed {
  /** Its content is the caption; its id that of the first block it was made from. */
  readonly type: 'table';
  readonly kind: TableKind;
  /** "Table 1" where it has a caption. */
  readonly marker: string | null;
  readonly header: readonly PrintCell[] | null;
  readonly rows: readonly (readonly PrintCell[])[];
  readonly headerColumn: boolean;
  readonly columns: readonly PrintColumn[];
  /** Short enough to stand on one page whole. */
  readonly together: boolean;
}
export interface PrintImage extends Printed, Pick<ImageBlock, 'asset' | 'mediaType'> {
  /** Its content is the caption. */
  readonly type: 'image';
  /** In points. */
  readonly printed: { readonly width: number; readonly height: number };
  /** "Figure 1" where it has a caption. */
  readonly marker: string | null;
  /** Read in its place; null where it only decorates, empty where nobody has written it yet. */
  readonly alternativeText: string | null;
}
/** One source of the list of references. */
interface PrintReferenceEntry extends Printed {
  readonly type: 'entry';
}
/** Where the notes stand that are not at the foot of their pages: the last of the document. */
interface PrintEndnotes extends Printed {
  readonly type: 'endnotes';
}
/** A detail with nothing to stand under, which no editor of ours makes. */
interface PrintLoose extends PrintDetail {
  readonly type: 'loose';
}
export type PrintBlock =
  | PrintTitle
  | PrintField
  | PrintHeading
  | PrintLabel
  | PrintNumbered
  | PrintBulleted
  | PrintQuestion
  | PrintText
  | PrintQuotation
  | PrintAppendix
  | PrintPerson
  | PrintDecision
  | PrintTable
  | PrintImage
  | PrintReferenceEntry
  | PrintEndnotes
  | PrintLoose;

export type PrintEntry = Pick<CommentEntry, 'id' | 'author' | 'createdAt' | 'text'>;
export interface PrintThread {
  /** Words that bear this id in `comments` are what it is about, where `block` is null. */
  readonly id: string;
  /** Id of the printed block that it is about as a whole; null: words. */
  readonly block: string | null;
  readonly resolved: boolean;
  /** What began it and the replies, in order. */
  readonly entries: readonly PrintEntry[];
}

export interface PrintNote {
  readonly number: number;
  readonly content: readonly PrintRun[];
}
/** A citation as it is kept in files that can keep it, so that it can be found again when they come back. */
export interface KeptCitation {
  /** Runs that bear it in `cited` are what it is about, where `block` is null. */
  readonly key: string;
  /** Id of the printed block that it is about as a whole. */
  readonly block: string | null;
  /** The citation as the document has it; without the quotation where that may not leave. */
  readonly citation: Omit<Citation, 'locator'> & {
    readonly locator: Omit<Locator, 'quote'> & { readonly quote: Locator['quote'] | null };
  };
  /** CSL-JSON of its source. */
  readonly source: CslItem;
}

export interface PrintDocument {
  readonly kind: DocumentKind;
  /** For the file's properties; never empty, because an untitled file cannot be told from another by ear. */
  readonly title: string;
  /** Top and bottom of every page; null prints none. */
  readonly marking: string | null;
  /** For the eyes of its author only. */
  readonly draft: boolean;
  /** In large type, to be read from while speaking. */
  readonly speaking?: true | undefined;
  readonly sectional: boolean;
  /** Some of what is counted is left out, so no program that counts what is printed would come to these numbers. */
  readonly fixedNumbers?: true | undefined;
  readonly blocks: readonly PrintBlock[];
  /** What was said about it; none unless it was asked for. */
  readonly threads: readonly PrintThread[];
  /** In order; those that are marked. */
  readonly notes: readonly PrintNote[];
  readonly notesAt: 'foot' | 'end';
  /** In the order of reading. */
  readonly citations: readonly KeptCitation[];
  /** Why passages are withheld, each reason once; absent in a public copy, and where nothing is. */
  readonly exemptions?: readonly Exemption[];
  /** Ids of the blocks that references lead to. */
  readonly anchors: ReadonlySet<string>;
}
