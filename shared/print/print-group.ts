/** One printed block of one block of the document with the details under it. */
import type { DetailBlock, DetailName, DocumentKind, FieldBlock, SectionRole } from '../document/schema.ts';
import { blockRules, detailRules, QUESTION_LABEL } from '../document/structure.ts';
import { fieldLabel } from '../document/walk.ts';
import type { PrintBlock, PrintDetail, PrintField, PrintHeading, PrintInline } from './blocks.ts';
import type { Group } from './groups.ts';
import type { NumberPlace } from './numbering.ts';
import { printedSize } from './picture-size.ts';
import { ownTable } from './tables.ts';
import { isPrinted, printableRuns, printableText, printedText, type Wording } from './words.ts';

/** Beside the boxes of a submission: what a minister's office ticks. */
const DECISIONS = ['Agreed', 'Not agreed', 'Please discuss'];
/** An answer follows its question and is known by that. */
const unlabelled: ReadonlySet<DetailName> = new Set(['answer']);
/** About half a page: longer than this, and keeping it together would leave more blank than it saves. */
const TOGETHER = 1500;

const none: readonly DetailBlock[] = [];

/** A label as it stands before a colon that the writers add. */
function label(text: string): string {
  const words = printableText(text).trim();
  return words.endsWith(':') ? words.slice(0, -1).trimEnd() : words;
}

function endsInColon(content: readonly PrintInline[]): boolean {
  return printedText(content).trimEnd().endsWith(':');
}

/** What stands before a field without making it look like part of the text. */
const setsOff: ReadonlySet<PrintBlock['type']> = new Set(['title', 'field', 'heading', 'label']);
const addressed: ReadonlySet<PrintField['field']> = new Set(['to', 'from', 'date']);

function fieldForm(block: FieldBlock, kind: DocumentKind): Pick<PrintField, 'form' | 'label'> {
  const inMasthead = kind === 'report' && (block.field === 'committee' || block.field === 'date');
  if (block.label === '' || (block.label === null && inMasthead)) return { form: 'masthead', label: '' };
  const shown = label(fieldLabel(block));
  if (block.field === 'reportOf') return { form: 'sentence', label: shown };
  const isAddress = kind === 'submission' && addressed.has(block.field);
  return { form: isAddress ? 'address' : 'labelled', label: shown };
}

/** The level below every heading so far, and the levels that follow from it. */
export class Outline {
  #level = 0;

  heading(level: number): 1 | 2 | 3 {
    this.#level = Math.min(level, this.#level + 1);
    return this.#level <= 1 ? 1 : this.#level === 2 ? 2 : 3;
  }

  label(): number {
    return this.#level + 1;
  }
}

/** Whether what is said about a block can be kept on one page with it; a block without details has nothing to keep. */
function isShort(content: readonly PrintInline[], details: readonly PrintDetail[]): boolean {
  if (details.length === 0) return false;
  const words = [content, ...details.map((detail) => detail.content)].map(printedText);
  return words.join('').length < TOGETHER;
}

/** A heading of our own making. */
export function printedHeading(id: string, level: 1 | 2, words: string, startsPage = false): PrintHeading {
  const content = [{ type: 'text', text: words } as const];
  return { type: 'heading', id, content, level, marker: null, list: null, section: 'annex', startsPage };
}

export interface Context {
  readonly kind: DocumentKind;
  readonly places: ReadonlyMap<string, NumberPlace>;
  readonly wording: Wording;
  readonly outline: Outline;
}

export function printDetail(block: DetailBlock, wording: Wording): PrintDetail {
  const { id, detail } = block;
  const shown = unlabelled.has(detail) ? '' : detailRules[detail].label;
  return { id, detail, label: shown, content: printableRuns(block, wording) };
}

export function printGroup(
  { block, details: written }: Group,
  role: SectionRole,
  { kind, places, wording, outline }: Context,
  previous: PrintBlock | undefined,
): PrintBlock {
  const { id, level } = block;
  const content = printableRuns(block, wording);
  const place = places.get(id);
  const marker = place?.marker ?? null;
  const own = written.length > 0 && blockRules[block.kind].details?.form === 'list' ? written : none;
  const details = own.filter(isPrinted).map((detail) => printDetail(detail, wording));
  const detailed = { id, content, level, details, together: isShort(content, details) };
  switch (block.kind) {
    case 'title':
      return { type: 'title', id, content };
    case 'field': {
      const afterText = previous !== undefined && !setsOff.has(previous.type);
      return { type: 'field', id, content, field: block.field, ...fieldForm(block, kind), afterText };
    }
    case 'heading': {
      const list = place?.list ?? null;
      const startsPage = list === 'annex';
      return {
        type: 'heading',
        id,
        content,
        level: outline.heading(level),
        marker,
        list,
        section: role,
        startsPage,
      };
    }
    case 'label':
      return { type: 'label', id, content, depth: outline.label() };
    case 'point':
    case 'lineToTake':
    case 'ask':
    case 'sensitivity':
    case 'backgroundDocument':
      return { type: 'bulleted', kind: block.kind, ...detailed };
    case 'question':
      return { type: 'question', ...detailed, label: label(block.label ?? QUESTION_LABEL) };
    case 'aim':
    case 'agendaItem':
    case 'recommendation':
    case 'likelyQuestion':
    case 'option':
    case 'paragraph': {
      const { list, level: listLevel, run } = place ?? { list: block.kind, level, run: 0 };
      const leadsIn = endsInColon(content);
      return {
        type: 'numbered',
        kind: block.kind,
        ...detailed,
        marker: marker ?? '',
        list,
        listLevel,
        run,
        leadsIn,
      };
    }
    case 'person':
      return { type: 'person', id, content, details, depth: outline.label() };
    case 'decision':
      return { type: 'decision', id, content, choices: DECISIONS };
    case 'appendix':
      return { type: 'appendix', id, content, marker: `Appendix ${printableText(block.designation)}` };
    case 'quotation':
      return { type: 'quotation', id, content };
    case 'table':
      return ownTable(block, marker, wording);
    case 'image': {
      const { asset, mediaType, decorative } = block;
      const alternativeText = decorative ? null : printableText(block.alternativeText).trim();
      const printed = printedSize(block.width, block.height);
      return { type: 'image', id, content, marker, asset, mediaType, printed, alternativeText };
    }
    case 'detail':
      return { type: 'loose', ...printDetail(block, wording) };
    default:
      return { type: 'text', id, content, leadsIn: endsInColon(content) };
  }
}

/** Details that have no place under the block they follow; no editor of ours makes them, and no word may be lost. */
export function printLoose({ block, details }: Group, wording: Wording): PrintBlock[] {
  const rule = blockRules[block.kind].details;
  if (details.length === 0 || rule?.form === 'list') return [];
  const placed = rule === null ? [] : rule.names.map((name) => details.find(({ detail }) => detail === name));
  return details
    .filter((detail) => isPrinted(detail) && !placed.includes(detail))
    .map((detail) => ({ type: 'loose', ...printDetail(detail, wording) }));
}
