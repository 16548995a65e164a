/** Everything the page looks like in Word, as named styles, so that it can be changed there in one place. */
import {
  AlignmentType,
  BorderStyle,
  BuilderElement,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  ParagraphPropertiesDefaults,
  RunPropertiesDefaults,
  StyleForCharacter,
  StyleForParagraph,
} from 'docx';
import type { DocumentKind } from '../../../../shared/document/schema.ts';
import { styleId, type WordStyle, wordStyles } from '../../../../shared/print/word-styles.ts';
import { listReference, type WordList } from './lists.ts';
import { APPENDIX_COLUMN, BULLET, HANG, LABEL_COLUMN, pt, QUOTATION_INSET, size } from './measures.ts';

/** Word, like a browser, keeps only the larger of the space after a paragraph and the space before the next. */
type Look = Omit<IParagraphStyleOptions, 'id' | 'name'>;

const rule = (points: number, color: string, space: number) => ({
  style: BorderStyle.SINGLE,
  size: points * 8,
  color,
  space,
});
const hairline = (space: number) => rule(0.5, '737373', space);
const numberedBy = (list: WordList) => ({ reference: listReference(list), level: 0 });
const hanging = (column: number) => ({ left: column, hanging: column });

function heading(level: number, points: number, before: number, after: number, numbered: boolean): Look {
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
      ...(numbered ? { numbering: numberedBy('topic') } : {}),
    },
  };
}

function looks(kind: DocumentKind): Partial<Record<WordStyle, Look>> {
  const brief = kind === 'briefing';
  const common: Partial<Record<WordStyle, Look>> = {
    title: {
      next: styleId('text'),
      run: { bold: true, size: size(20) },
      paragraph: { keepNext: true, keepLines: true, spacing: { after: pt(16) } },
    },
    heading1: heading(1, 15, 26, 10, brief),
    heading2: heading(2, 13, 18, 8, false),
    heading3: heading(3, 12, 18, 8, false),
    text: { basedOn: 'Normal' },
    field: { paragraph: { spacing: { after: pt(6) }, indent: hanging(LABEL_COLUMN) } },
    quotation: {
      next: styleId('text'),
      paragraph: {
        indent: { left: HANG + QUOTATION_INSET, right: HANG },
        border: { left: hairline(QUOTATION_INSET / 20) },
      },
    },
    marking: { run: { bold: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } } },
    pageNumber: { paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 0 } } },
  };
  const own: Partial<Record<WordStyle, Look>> = brief
    ? {
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
        aim: { paragraph: { numbering: numberedBy('aim') } },
        point: { paragraph: { numbering: numberedBy('point') } },
        question: {
          next: styleId('point'),
          paragraph: {
            keepLines: true,
            spacing: { before: pt(10), after: pt(10) },
            indent: { left: HANG },
            border: { left: rule(2, '4D4D4D', Math.round((HANG - BULLET) / 20)) },
          },
        },
      }
    : {
        committee: {
          next: styleId('date'),
          run: { bold: true },
          paragraph: { spacing: { before: pt(14), after: pt(2) } },
        },
        date: { paragraph: { spacing: { after: pt(14) } } },
        recommendation: { paragraph: { numbering: numberedBy('recommendation') } },
        reportOf: {
          next: styleId('text'),
          run: { bold: true },
          paragraph: {
            keepLines: true,
            spacing: { before: pt(18), after: pt(18) },
            border: { top: hairline(8), bottom: hairline(8) },
          },
        },
        paragraph: { paragraph: { numbering: numberedBy('paragraph') } },
        backgroundDocument: { paragraph: { numbering: numberedBy('backgroundDocument') } },
        appendix: { paragraph: { indent: hanging(APPENDIX_COLUMN) } },
      };
  return { ...common, ...own };
}

/** The face, size and line that every style starts from. */
function documentDefaults(): BuilderElement {
  return new BuilderElement({
    name: 'w:docDefaults',
    children: [
      new RunPropertiesDefaults({
        font: 'Arial',
        size: size(12),
        color: '000000',
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      }),
      new ParagraphPropertiesDefaults({
        spacing: { line: pt(16), lineRule: LineRuleType.AT_LEAST, after: pt(8) },
      }),
    ],
  });
}

/**
 * The styles a document of this kind can use, under the names of `word-styles.ts`, in place of the thirty of docx's
 * own that nobody would use.
 */
export function wordPageStyles(kind: DocumentKind): IStylesOptions {
  return {
    importedStyles: [
      documentDefaults(),
      new StyleForParagraph({ id: 'Normal', name: 'Normal', quickFormat: true }),
      new StyleForCharacter({
        id: 'DefaultParagraphFont',
        name: 'Default Paragraph Font',
        uiPriority: 1,
        semiHidden: true,
        unhideWhenUsed: true,
      }),
    ],
    paragraphStyles: Object.entries(looks(kind)).map(([style, look]) => ({
      basedOn: 'Normal',
      quickFormat: true,
      ...look,
      id: styleId(style as WordStyle),
      name: wordStyles[style as WordStyle],
    })),
    characterStyles: [
      { id: styleId('runIn'), name: wordStyles.runIn, quickFormat: true, run: { bold: true } },
      // The separator notes that every Word file carries refer to these two.
      { id: 'FootnoteReference', name: 'footnote reference', run: { superScript: true } },
      { id: 'EndnoteReference', name: 'endnote reference', run: { superScript: true } },
    ],
  };
}

/** Where the text of a question starts, by its level among the points. */
export const questionIndent = (level: number): number => HANG * (level + 1);
/** The rule that opens the recommendations, because they are what the committee decides. */
export const decisionRule = { top: rule(2, '000000', 8) };
/** A field that follows running text keeps its distance. */
export const setOff = { spacing: { before: pt(26), after: pt(6) } };
