/** What each style looks like on paper, the same as in `resources/templates`. */
import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IParagraphStyleOptions,
  LineRuleType,
} from 'docx';
import { styleId, WITHHELD_RULE, type WordStyle } from '../../../../shared/print/word-styles.ts';
import {
  ADDRESS_COLUMN,
  APPENDIX_COLUMN,
  BULLET,
  HANG,
  LABEL_COLUMN,
  pt,
  QUOTATION_INSET,
  size,
} from './measures.ts';

/** Word, like a browser, keeps only the larger of the space after a paragraph and the space before the next. */
export type Look = Omit<IParagraphStyleOptions, 'id' | 'name'>;
type Looks = Readonly<Record<Exclude<WordStyle, 'runIn' | 'link'>, Look>>;
export type ParagraphStyle = keyof Looks;

const rule = (points: number, color: string, space: number): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size: points * 8,
  color,
  space,
});
const hairline = (space: number) => rule(0.5, '737373', space);
const hanging = (column: number) => ({ left: column, hanging: column });
/** The rule that opens what has to be decided, because that is what the reader is asked for. */
export const decisionRule = { top: rule(2, '000000', 8) };
const besideQuestion = { left: rule(2, '4D4D4D', Math.round((HANG - BULLET) / 20)) };
const besideDecision = { left: rule(2, '000000', 12) };

function heading(level: number, points: number, before: number, after: number): Look {
  return {
    basedOn: 'Normal',
    next: styleId('text'),
    quickFormat: true,
    uiPriority: 9,
    run: { bold: true, size: size(points) },
    paragraph: {
      keepNext: true,
      keepLines: true,
      outlineLevel: level - 1,
      spacing: { before: pt(before), after: pt(after) },
    },
  };
}

/** The cell that names a row. */
const rowName: Look = { basedOn: styleId('cell'), run: { bold: true } };

/** Smaller than the text, as at the foot of the page in `common.typ`. */
const note: Look = {
  run: { size: size(10) },
  paragraph: { spacing: { after: pt(3), line: pt(13), lineRule: LineRuleType.AT_LEAST } },
};

/** Every paragraph style by its name; `styles.ts` says which of them a document has. */
export const looks: Looks = {
  title: {
    next: styleId('text'),
    run: { bold: true, size: size(20) },
    paragraph: { keepNext: true, keepLines: true, spacing: { after: pt(16) } },
  },
  heading1: heading(1, 15, 26, 10),
  heading2: heading(2, 13, 18, 8),
  heading3: heading(3, 12, 18, 8),
  annex: heading(1, 15, 0, 12),
  text: { basedOn: 'Normal' },
  field: { paragraph: { spacing: { after: pt(6) }, indent: hanging(LABEL_COLUMN) } },
  address: { paragraph: { spacing: { after: pt(2) }, indent: hanging(ADDRESS_COLUMN) } },
  committee: {
    next: styleId('date'),
    run: { bold: true },
    paragraph: { spacing: { before: pt(14), after: pt(2) } },
  },
  date: { paragraph: { spacing: { after: pt(14) } } },
  reportOf: {
    next: styleId('text'),
    run: { bold: true },
    paragraph: {
      keepLines: true,
      spacing: { before: pt(18), after: pt(18) },
      border: { top: hairline(8), bottom: hairline(8) },
    },
  },
  label: {
    next: styleId('point'),
    run: { bold: true },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before: pt(16), after: pt(8) },
      border: { bottom: hairline(4) },
    },
  },
  agendaItem: { next: styleId('detail'), run: { bold: true } },
  aim: {},
  point: {},
  question: {
    next: styleId('point'),
    paragraph: {
      keepLines: true,
      spacing: { before: pt(10), after: pt(10) },
      indent: { left: HANG },
      border: besideQuestion,
    },
  },
  questionDetail: {
    basedOn: styleId('question'),
    paragraph: { keepLines: true, spacing: { before: 0, after: pt(3) } },
  },
  lineToTake: {},
  likelyQuestion: { next: styleId('answer'), run: { bold: true }, paragraph: { keepNext: true } },
  answer: {
    next: styleId('likelyQuestion'),
    paragraph: { indent: { left: HANG }, spacing: { after: pt(3) } },
  },
  ask: { run: { bold: true } },
  sensitivity: {},
  person: {
    next: styleId('personRole'),
    run: { bold: true },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: pt(14), after: pt(2) } },
  },
  personRole: { next: styleId('text'), paragraph: { keepNext: true, spacing: { after: pt(6) } } },
  recommendation: {},
  option: { run: { bold: true } },
  decision: {
    next: styleId('decisionBoxes'),
    paragraph: { keepNext: true, keepLines: true, indent: { left: pt(14) }, border: besideDecision },
  },
  decisionBoxes: {
    next: styleId('text'),
    paragraph: {
      keepLines: true,
      indent: { left: pt(14) },
      border: besideDecision,
      spacing: { after: pt(14) },
    },
  },
  paragraph: {},
  quotation: {
    next: styleId('text'),
    paragraph: {
      indent: { left: HANG + QUOTATION_INSET, right: HANG },
      border: { left: hairline(QUOTATION_INSET / 20) },
    },
  },
  detail: { paragraph: { indent: { left: HANG }, spacing: { after: pt(3) } } },
  backgroundDocument: {},
  appendix: { paragraph: { indent: hanging(APPENDIX_COLUMN) } },
  caption: { paragraph: { spacing: { before: pt(12), after: pt(6) } } },
  figure: { paragraph: { keepNext: true, spacing: { before: pt(12), after: pt(6) } } },
  cell: {
    paragraph: { spacing: { before: pt(3), after: pt(3), line: pt(15), lineRule: LineRuleType.AT_LEAST } },
  },
  headerCell: { basedOn: styleId('cell'), run: { bold: true } },
  attendee: rowName,
  implication: rowName,
  clearer: rowName,
  evidenceCell: { basedOn: styleId('cell'), run: { size: size(10.5) } },
  evidencePoint: { basedOn: styleId('evidenceCell') },
  entry: { paragraph: { indent: hanging(HANG), keepLines: true } },
  footnote: note,
  endnote: note,
  tableGap: {
    run: { size: size(4) },
    paragraph: { spacing: { after: 0, line: pt(14), lineRule: LineRuleType.EXACT } },
  },
  marking: { run: { bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } } },
  pageNumber: { paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } } },
};

/** Points between a rule and the words that Word allows. */
const FARTHEST = 31;

/**
 * The rule beside what is withheld from the public, in the margin as in `common.typ`. Word draws one rule on a side, so
 * where the style has its own there stands a double one.
 * @param left where the words, or their number, begin, in twentieths of a point.
 */
export function besideWithheld(style: ParagraphStyle, left: number): { left: IBorderOptions } {
  const own = looks[style].paragraph?.border?.left;
  if (own) return { left: { ...rule(1.5, WITHHELD_RULE, own.space ?? 0), style: BorderStyle.DOUBLE } };
  return { left: rule(1.5, WITHHELD_RULE, Math.min(FARTHEST, 8 + Math.round(left / 20))) };
}
/** The same beside a table. */
export const tableWithheld = { style: BorderStyle.SINGLE, size: 12, color: WITHHELD_RULE };

/** Where the text of a question starts, by its level among the points. */
export const questionIndent = (level: number): number => HANG * (level + 1);
/** A field that follows running text keeps its distance. */
export const setOff = { spacing: { before: pt(26), after: pt(6) } };
/** What is said about a block stands close to it, and the next block does not. */
export const closeTo = { spacing: { after: pt(3) } };
export const lastOf = { spacing: { after: pt(12) } };
/** What follows a table does, too, because a table cannot keep its own. */
export const afterTable = { spacing: { before: pt(14), after: pt(8) } };
