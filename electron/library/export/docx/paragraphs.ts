/** The Word paragraphs of each block of the print model that is neither table nor picture. */
import { type IParagraphOptions, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type {
  PrintBlock,
  PrintBulleted,
  PrintDetail,
  PrintField,
  PrintHeading,
  PrintImage,
  PrintInline,
  PrintNumbered,
  PrintPerson,
  PrintQuestion,
  PrintTable,
} from '../../../../shared/print/blocks.ts';
import { styleId } from '../../../../shared/print/word-styles.ts';
import { boxStops, decisionBoxes } from './boxes.ts';
import type { WordContext } from './context.ts';
import { listReference, type NumberedList, numberPlace, type WordList } from './lists.ts';
import {
  afterTable,
  besideWithheld,
  closeTo,
  decisionRule,
  lastOf,
  looks,
  type ParagraphStyle,
  questionIndent,
  setOff,
} from './looks.ts';
import { HANG, OPTION_COLUMN, pt } from './measures.ts';
import { blockRuns, bookmarked, bookmarkedRuns, field, runIn, wordRuns } from './runs.ts';

interface Options extends Partial<IParagraphOptions> {
  /** Withheld from the public: a rule stands beside it. */
  readonly exempt?: true | undefined;
}

/** Where the words, or their number, begin: in twentieths of a point from the margin. */
function startOf(style: ParagraphStyle, { numbering, indent }: Options): number {
  const own = indent ?? looks[style].paragraph?.indent;
  if (own?.left !== undefined) return Number(own.left) - Number(own.hanging ?? 0);
  return numbering ? HANG * numbering.level : 0;
}

export function paragraph(
  style: ParagraphStyle,
  children: readonly ParagraphChild[],
  { exempt, border, ...options }: Options = {},
): Paragraph {
  const rules = { ...border, ...(exempt ? besideWithheld(style, startOf(style, options)) : {}) };
  return new Paragraph({
    ...options,
    ...(Object.keys(rules).length > 0 ? { border: rules } : {}),
    style: styleId(style),
    children,
  });
}

export const ruledIf = ({ exempt }: Pick<PrintBlock, 'exempt'>): Options => (exempt ? { exempt } : {});

/** The number stands in the style too; said again here, readers that do not look into styles find it as well. */
const listed = (list: WordList, level: number, instance = 0): Options => ({
  numbering: { reference: listReference(list), level, ...(instance > 0 ? { instance } : {}) },
});

interface Numbering {
  readonly options: Options;
  /** Before the words. */
  readonly lead: readonly ParagraphChild[];
}

/** Counted by Word, or set as it is where Word would count otherwise. */
function numberedIn(
  list: NumberedList,
  level: number,
  { marker, run = 0 }: { readonly marker: string | null; readonly run?: number },
  { print }: WordContext,
): Numbering {
  if (print.fixedNumbers !== true) return { options: listed(list, level, run), lead: [] };
  const { indent, bold } = numberPlace(list, level);
  return {
    options: { numbering: false, indent },
    lead: [new TextRun({ bold, children: [marker ?? '', new Tab()] })],
  };
}

/** Not said where it is false, because every style already says so. */
const keep = (yes: boolean): Options => (yes ? { keepNext: true } : {});
const whole = (yes: boolean): Options => (yes ? { keepLines: true } : {});

const mastheads: Partial<Record<PrintField['field'], ParagraphStyle>> = {
  committee: 'committee',
  date: 'date',
};

function fieldParagraph(block: PrintField, context: WordContext, options: Options): Paragraph {
  const words = blockRuns(block, context);
  switch (block.form) {
    case 'masthead':
      return paragraph(mastheads[block.field] ?? 'text', words, options);
    case 'sentence':
      return paragraph('reportOf', [new TextRun(`${block.label} `), ...words], options);
    case 'address':
      return paragraph('address', [runIn(`${block.label}:`, new Tab()), ...words], options);
    case 'labelled':
      return paragraph('field', [runIn(`${block.label}:`, new Tab()), ...words], {
        ...options,
        ...(block.afterText ? setOff : {}),
      });
  }
}

function headingParagraph(block: PrintHeading, context: WordContext, options: Options): Paragraph {
  const { level, list, section } = block;
  const words = blockRuns(block, context);
  if (list === 'annex') {
    const { options: place, lead } = numberedIn('annex', 0, block, context);
    return paragraph('annex', [...lead, ...words], { ...options, ...place, pageBreakBefore: true });
  }
  const style = level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'heading3';
  const { kind, sectional } = context.print;
  const numberedStyle = level === 1 && (kind === 'briefing' || sectional);
  const place = list === 'topic' || list === 'sectional' ? numberedIn(list, 0, block, context) : null;
  return paragraph(style, [...(place?.lead ?? []), ...words], {
    ...options,
    ...(section === 'recommendations' && level === 1 ? { border: decisionRule } : {}),
    ...place?.options,
    ...(list === null && numberedStyle ? { numbering: false, indent: { left: 0, hanging: 0 } } : {}),
  });
}

interface Stand extends Pick<PrintBlock, 'exempt'> {
  readonly style: ParagraphStyle;
  /** Where it starts. */
  readonly left: number;
  readonly together: boolean;
}

/** What is said about a block, under it. @param left null where the style says where they start. */
function detailParagraphs(
  details: readonly PrintDetail[],
  { style, left, together, exempt }: Stand,
  context: WordContext,
): Paragraph[] {
  return details.map((detail, at) => {
    const label = detail.label === '' ? [] : [runIn(`${detail.label}: `)];
    const own = detail.detail === 'answer' ? 'answer' : style;
    return paragraph(own, [...label, ...blockRuns(detail, context)], {
      ...ruledIf({ exempt }),
      ...keep(together && at < details.length - 1),
      ...whole(together),
      ...(left === HANG ? {} : { indent: { left } }),
      ...(at === details.length - 1 ? lastOf : {}),
    });
  });
}

function itemParagraphs(
  block: PrintNumbered | PrintBulleted,
  context: WordContext,
  options: Options,
): Paragraph[] {
  const { kind, details, together, level, exempt } = block;
  const place =
    block.type === 'numbered'
      ? numberedIn(block.list as NumberedList, block.listLevel, block, context)
      : { options: listed(block.kind, level), lead: [] };
  const leadsIn = block.type === 'numbered' && block.leadsIn;
  const left = kind === 'option' ? OPTION_COLUMN : HANG * (level + 1);
  return [
    paragraph(kind, [...place.lead, ...blockRuns(block, context)], {
      ...options,
      ...place.options,
      ...keep(leadsIn || details.length > 0),
      ...whole(together),
      ...(details.length > 0 ? closeTo : {}),
    }),
    ...detailParagraphs(details, { style: 'detail', left, together, exempt }, context),
  ];
}

function questionParagraphs(block: PrintQuestion, context: WordContext, options: Options): Paragraph[] {
  const { together, exempt } = block;
  const left = questionIndent(block.level);
  const label = block.label === '' ? [] : [runIn(`${block.label}: `)];
  return [
    paragraph('question', [...label, ...blockRuns(block, context)], {
      ...options,
      ...keep(block.details.length > 0),
      ...(block.details.length > 0 ? { spacing: { before: pt(10), after: pt(3) } } : {}),
      ...(block.level === 0 ? {} : { indent: { left } }),
    }),
    ...detailParagraphs(block.details, { style: 'questionDetail', left, together, exempt }, context),
  ];
}

function personParagraphs(block: PrintPerson, context: WordContext, options: Options): Paragraph[] {
  const standing = block.details.flatMap((detail, at): ParagraphChild[] => [
    ...(at === 0 ? [] : [new TextRun(', ')]),
    ...blockRuns(detail, context),
  ]);
  const name = paragraph('person', blockRuns(block, context), options);
  return standing.length === 0 ? [name] : [name, paragraph('personRole', standing, options)];
}

function appendixParagraph(
  block: Extract<PrintBlock, { type: 'appendix' }>,
  context: WordContext,
  options: Options,
): Paragraph {
  const [word = '', designation = ''] = block.marker.split(/ (.*)/u);
  const number = bookmarked(context.targets.bookmarksOf(block.id)?.number, [runIn(designation)]);
  const tab = block.content.length === 0 ? [] : [runIn(new Tab())];
  return paragraph('appendix', [runIn(`${word} `), ...number, ...tab, ...blockRuns(block, context)], options);
}

/** "Table 1: Costs by harbour", the number counted by Word. */
export function captionParagraph(
  { id, marker, content }: Pick<PrintTable, 'id' | 'marker'> & { content: readonly PrintInline[] },
  context: WordContext,
  options: Options,
): Paragraph[] {
  // A picture without a caption may still have a note.
  if (marker === null)
    return content.length === 0 ? [] : [paragraph('caption', wordRuns(content, context), options)];
  const [word = '', number = ''] = marker.split(' ');
  const bookmarks = context.targets.bookmarksOf(id);
  const counted = context.print.fixedNumbers
    ? runIn(number)
    : field(` SEQ ${word} \\* ARABIC `, runIn(number));
  return [
    paragraph(
      'caption',
      context.comments.onBlock(id, [
        runIn(`${word} `),
        ...bookmarked(bookmarks?.number, [counted]),
        runIn(': '),
        ...bookmarkedRuns(bookmarks?.words, content, context),
      ]),
      options,
    ),
  ];
}

/** @param follows whether a table stands before, which cannot keep its own distance. */
export function wordParagraphs(
  block: Exclude<PrintBlock, PrintTable | PrintImage>,
  context: WordContext,
  follows: boolean,
): Paragraph[] {
  const ruled = ruledIf(block);
  const apart: Options = { ...(follows ? afterTable : {}), ...ruled };
  switch (block.type) {
    case 'title':
    case 'label':
    case 'quotation':
      return [paragraph(block.type, blockRuns(block, context), block.type === 'quotation' ? apart : ruled)];
    case 'text':
      return [paragraph('text', blockRuns(block, context), { ...apart, ...keep(block.leadsIn) })];
    case 'field':
      return [fieldParagraph(block, context, apart)];
    case 'heading':
      return [headingParagraph(block, context, ruled)];
    case 'numbered':
    case 'bulleted':
      return itemParagraphs(block, context, apart);
    case 'question':
      return questionParagraphs(block, context, apart);
    case 'person':
      return personParagraphs(block, context, ruled);
    case 'decision':
      return [
        paragraph('decision', blockRuns(block, context), apart),
        paragraph('decisionBoxes', decisionBoxes(block.choices), { ...ruled, tabStops: boxStops }),
      ];
    case 'loose':
      return detailParagraphs(
        [block],
        { style: 'detail', left: HANG, together: false, exempt: block.exempt },
        context,
      );
    case 'appendix':
      return [appendixParagraph(block, context, apart)];
    case 'entry':
      return [paragraph('entry', blockRuns(block, context), apart)];
    case 'endnotes':
      // Word sets its own notes after the last paragraph.
      return [];
  }
}
