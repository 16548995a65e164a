/** What each style looks like on paper, the same as in `resources/templates`. */
import { AlignmentType, BorderStyle, type IParagraphStyleOptions, LineRuleType } from 'docx';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { styleId, type WordStyle } from '../../../../shared/print/word-styles.ts';
import { listReference, listsOf, type WordList } from './lists.ts';
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
type Looks = Partial<Record<WordStyle, Look>>;

const rule = (points: number, color: string, space: number) => ({
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

const everywhere: Looks = {
  title: {
    next: styleId('text'),
    run: { bold: true, size: size(20) },
    paragraph: { keepNext: true, keepLines: true, spacing: { after: pt(16) } },
  },
  heading1: heading(1, 15, 26, 10),
  heading2: heading(2, 13, 18, 8),
  heading3: heading(3, 12, 18, 8),
  text: { basedOn: 'Normal' },
  field: { paragraph: { spacing: { after: pt(6) }, indent: hanging(LABEL_COLUMN) } },
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
  point: {},
  quotation: {
    next: styleId('text'),
    paragraph: {
      indent: { left: HANG + QUOTATION_INSET, right: HANG },
      border: { left: hairline(QUOTATION_INSET / 20) },
    },
  },
  detail: { paragraph: { indent: { left: HANG }, spacing: { after: pt(3) } } },
  caption: { paragraph: { spacing: { before: pt(12), after: pt(6) } } },
  figure: { paragraph: { keepNext: true, spacing: { before: pt(12), after: pt(6) } } },
  cell: {
    paragraph: { spacing: { before: pt(3), after: pt(3), line: pt(15), lineRule: LineRuleType.AT_LEAST } },
  },
  headerCell: { basedOn: styleId('cell'), run: { bold: true } },
  clearer: { basedOn: styleId('cell'), run: { bold: true } },
  tableGap: {
    run: { size: size(4) },
    paragraph: { spacing: { after: 0, line: pt(14), lineRule: LineRuleType.EXACT } },
  },
  marking: { run: { bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } } },
  pageNumber: { paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } } },
};

const annexes: Looks = {
  annex: heading(1, 15, 0, 12),
  lineToTake: {},
};

const questionLook: Look = {
  next: styleId('point'),
  paragraph: {
    keepLines: true,
    spacing: { before: pt(10), after: pt(10) },
    indent: { left: HANG },
    border: besideQuestion,
  },
};
const ofBrief: Looks = {
  ...annexes,
  agendaItem: { next: styleId('detail'), run: { bold: true } },
  aim: {},
  question: questionLook,
  questionDetail: {
    basedOn: styleId('question'),
    paragraph: { keepLines: true, spacing: { before: 0, after: pt(3) } },
  },
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
  attendee: { basedOn: styleId('cell'), run: { bold: true } },
};

const ofDecisions: Looks = {
  recommendation: {},
  paragraph: {},
  option: { run: { bold: true } },
  implication: { basedOn: styleId('cell'), run: { bold: true } },
  backgroundDocument: {},
  appendix: { paragraph: { indent: hanging(APPENDIX_COLUMN) } },
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
};

const ofReport: Looks = {
  ...ofDecisions,
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
};
const ofSubmission: Looks = {
  ...ofDecisions,
  ...annexes,
  address: { paragraph: { spacing: { after: pt(2) }, indent: hanging(ADDRESS_COLUMN) } },
};
const ofKind: Readonly<Record<PrintDocument['kind'], Looks>> = {
  briefing: ofBrief,
  report: ofReport,
  submission: ofSubmission,
};

/** The list and the level of it that a style brings with it, so that a paragraph given the style in Word counts. */
function listOf(style: WordStyle, print: PrintDocument): { list: WordList; level: number } | null {
  if (style === 'heading1') {
    if (print.kind === 'briefing') return { list: 'topic', level: 0 };
    return print.sectional ? { list: 'sectional', level: 0 } : null;
  }
  if (style === 'paragraph' && print.sectional) return { list: 'sectional', level: 1 };
  const { numbered, bulleted } = listsOf(print);
  const list = [...numbered, ...bulleted].find((name) => name === style);
  return list === undefined ? null : { list, level: 0 };
}

/** The looks of every style that a document like this can use. */
export function looksOf(print: PrintDocument): [WordStyle, Look][] {
  const looks = Object.entries({ ...everywhere, ...ofKind[print.kind] }) as [WordStyle, Look][];
  return looks.map(([style, look]) => {
    const place = listOf(style, print);
    if (!place) return [style, look];
    const numbering = { reference: listReference(place.list), level: place.level };
    return [style, { ...look, paragraph: { ...look.paragraph, numbering } }];
  });
}

/** Where the text of a question starts, by its level among the points. */
export const questionIndent = (level: number): number => HANG * (level + 1);
/** A field that follows running text keeps its distance. */
export const setOff = { spacing: { before: pt(26), after: pt(6) } };
/** What is said about a block stands close to it, and the next block does not. */
export const closeTo = { spacing: { after: pt(3) } };
export const lastOf = { spacing: { after: pt(12) } };
/** What follows a table does, too, because a table cannot keep its own. */
export const afterTable = { spacing: { before: pt(14), after: pt(8) } };
