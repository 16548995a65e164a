/**
 * The print model: a document with every number, label, marking and outline level resolved once. The Word and PDF
 * writers only draw it, so the two formats cannot disagree.
 */
import { DespatchError } from '../contract/errors.ts';
import { DOCUMENT_FORMAT } from '../document/format.ts';
import type {
  DespatchDocument,
  DocumentKind,
  FieldBlock,
  FieldName,
  Inline,
  KnownBlock,
  SectionRole,
} from '../document/schema.ts';
import { QUESTION_LABEL } from '../document/structure.ts';
import { fieldLabel, plainText, titleOf } from '../document/walk.ts';
import { markingLine } from './marking.ts';
import { numberDocument } from './numbering.ts';
import { isPrinted, printableRuns, printableText } from './words.ts';

interface Printed {
  /** Id of the block this was made from. */
  readonly id: string;
  readonly content: readonly Inline[];
}
interface PrintTitle extends Printed {
  readonly type: 'title';
}
export interface PrintField extends Printed {
  readonly type: 'field';
  readonly field: FieldName;
  /**
   * labelled: label, colon, value. sentence: the label begins the sentence ("Report of …"). masthead: the value
   * alone, as the head of a report shows committee and date.
   */
  readonly form: 'labelled' | 'sentence' | 'masthead';
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
  readonly section: SectionRole;
}
interface PrintLabel extends Printed {
  readonly type: 'label';
  /** 1 to 4: one below the heading it stands under. */
  readonly depth: number;
}
interface PrintNumbered extends Printed {
  readonly type: 'numbered';
  readonly list: 'aim' | 'paragraph' | 'recommendation';
  readonly level: number;
  readonly marker: string;
  /** It ends in a colon, so a page must not end between it and what it announces. */
  readonly leadsIn: boolean;
}
interface PrintPoint extends Printed {
  readonly type: 'point';
  readonly level: number;
}
interface PrintQuestion extends Printed {
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
interface PrintPlain extends Printed {
  readonly type: 'quotation' | 'backgroundDocument';
}
interface PrintAppendix extends Printed {
  readonly type: 'appendix';
  /** "Appendix 1" */
  readonly marker: string;
}
export type PrintBlock =
  | PrintTitle
  | PrintField
  | PrintHeading
  | PrintLabel
  | PrintNumbered
  | PrintPoint
  | PrintQuestion
  | PrintText
  | PrintPlain
  | PrintAppendix;

export interface PrintDocument {
  readonly kind: DocumentKind;
  /** For the file's properties; never empty, because an untitled file cannot be told from another by ear. */
  readonly title: string;
  /** Top and bottom of every page; null prints none. */
  readonly marking: string | null;
  readonly blocks: readonly PrintBlock[];
}

const untitled: Readonly<Record<DocumentKind, string>> = {
  briefing: 'Untitled ministerial brief',
  report: 'Untitled committee report',
  submission: 'Untitled submission',
};

/** A label as it stands before a colon that the writers add. */
function label(text: string): string {
  return printableText(text).trim().replace(/\s*:$/u, '');
}

function endsInColon(content: readonly Inline[]): boolean {
  return plainText(content).trimEnd().endsWith(':');
}

function printField(block: FieldBlock, kind: DocumentKind): Pick<PrintField, 'form' | 'label'> {
  const inMasthead = kind === 'report' && (block.field === 'committee' || block.field === 'date');
  if (block.label === '' || (block.label === null && inMasthead)) return { form: 'masthead', label: '' };
  const form = block.field === 'reportOf' ? 'sentence' : 'labelled';
  return { form, label: label(fieldLabel(block)) };
}

/** What stands before a field without making it look like part of the text. */
const setsOff: ReadonlySet<PrintBlock['type']> = new Set(['title', 'field', 'heading', 'label']);

/** The level below every heading so far, and the levels that follow from it. */
class Outline {
  #level = 0;

  heading(level: number): 1 | 2 | 3 {
    this.#level = Math.min(level, this.#level + 1);
    return this.#level <= 1 ? 1 : this.#level === 2 ? 2 : 3;
  }

  label(): number {
    return this.#level + 1;
  }
}

function printBlock(
  block: KnownBlock,
  role: SectionRole,
  kind: DocumentKind,
  outline: Outline,
  marker: string | undefined,
  previous: PrintBlock | undefined,
): PrintBlock {
  const { id, level } = block;
  const content = printableRuns(block.content);
  switch (block.kind) {
    case 'title':
      return { type: 'title', id, content };
    case 'field':
      return {
        type: 'field',
        id,
        content,
        field: block.field,
        ...printField(block, kind),
        afterText: previous !== undefined && !setsOff.has(previous.type),
      };
    case 'heading':
      return {
        type: 'heading',
        id,
        content,
        level: outline.heading(level),
        marker: marker ?? null,
        section: role,
      };
    case 'label':
      return { type: 'label', id, content, depth: outline.label() };
    case 'point':
      return { type: 'point', id, content, level };
    case 'question':
      return { type: 'question', id, content, level, label: label(block.label ?? QUESTION_LABEL) };
    case 'aim':
    case 'recommendation':
    case 'paragraph':
      return {
        type: 'numbered',
        id,
        content,
        list: block.kind,
        level,
        marker: marker ?? '',
        leadsIn: endsInColon(content),
      };
    case 'appendix':
      return { type: 'appendix', id, content, marker: marker ?? '' };
    case 'quotation':
    case 'backgroundDocument':
      return { type: block.kind, id, content };
    default:
      return { type: 'text', id, content, leadsIn: endsInColon(content) };
  }
}

/**
 * Makes the print model. Empty fields and blocks are left out (their prompts are for the screen); nothing is
 * reordered.
 * @throws DespatchError `document.newer` when any part is of a newer version: part of a document is not a document.
 */
export function printDocument(document: DespatchDocument): PrintDocument {
  if (document.format > DOCUMENT_FORMAT) {
    throw new DespatchError('document.newer', { reason: `document format ${document.format}` });
  }
  const markers = numberDocument(document);
  const outline = new Outline();
  const blocks: PrintBlock[] = [];
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (block.kind === 'unknown' || section.role === 'unknown') {
        throw new DespatchError('document.newer', {
          reason: block.kind === 'unknown' ? block.originalKind : section.role,
          blockId: block.id,
        });
      }
      if (!isPrinted(block)) continue;
      blocks.push(
        printBlock(block, section.role, document.kind, outline, markers.get(block.id), blocks.at(-1)),
      );
    }
  }
  return {
    kind: document.kind,
    title: printableText(titleOf(document)).trim() || untitled[document.kind],
    marking: document.marking && markingLine(document.marking),
    blocks,
  };
}
