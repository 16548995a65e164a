/** Everything the page looks like in Word, as named styles, so that it can be changed there in one place. */
import {
  BuilderElement,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  ParagraphPropertiesDefaults,
  RunPropertiesDefaults,
  StyleForCharacter,
  StyleForParagraph,
} from 'docx';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { styleId, wordStyles } from '../../../../shared/print/word-styles.ts';
import { listReference, listsOf, type WordList } from './lists.ts';
import { looks, type ParagraphStyle } from './looks.ts';
import { pt, size } from './measures.ts';
import { usedStyles } from './used.ts';

/** A speaking copy is in 16 points, its headings larger in the same proportion. */
function scaled(halfPoints: number, { speaking }: PrintDocument): number {
  return speaking === true ? Math.round((halfPoints * 4) / 3) : halfPoints;
}

/** The face, size and line that every style starts from. */
function documentDefaults(print: PrintDocument): BuilderElement {
  return new BuilderElement({
    name: 'w:docDefaults',
    children: [
      new RunPropertiesDefaults({
        font: 'Arial',
        size: scaled(size(12), print),
        color: '000000',
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'ar-SA' },
      }),
      new ParagraphPropertiesDefaults({
        spacing: { line: pt(16), lineRule: LineRuleType.AT_LEAST, after: pt(8) },
      }),
    ],
  });
}

/** The list and the level of it that a style brings with it, so that a paragraph given the style in Word counts. */
function listOf(
  style: ParagraphStyle,
  print: PrintDocument,
  lists: ReadonlySet<WordList>,
): { list: WordList; level: number } | null {
  if (style === 'heading1') {
    if (print.kind === 'briefing') return { list: 'topic', level: 0 };
    return print.sectional ? { list: 'sectional', level: 0 } : null;
  }
  if (style === 'paragraph' && print.sectional) return { list: 'sectional', level: 1 };
  const list = [...lists].find((name) => name === style);
  return list === undefined ? null : { list, level: 0 };
}

/** @param ids of the styles that the file has: no other may follow. */
function paragraphStyle(
  style: ParagraphStyle,
  print: PrintDocument,
  lists: ReadonlySet<WordList>,
  ids: ReadonlySet<string>,
): IParagraphStyleOptions {
  const { next, paragraph, run, ...look } = looks[style];
  const type = typeof run?.size === 'number' ? { ...run, size: scaled(run.size, print) } : run;
  const place = listOf(style, print, lists);
  const numbering = place && { reference: listReference(place.list), level: place.level };
  return {
    basedOn: 'Normal',
    quickFormat: true,
    ...look,
    ...(next !== undefined && ids.has(next) ? { next } : {}),
    ...(type ? { run: type } : {}),
    paragraph: { ...paragraph, ...(numbering ? { numbering } : {}) },
    id: styleId(style),
    name: wordStyles[style],
  };
}

/**
 * The styles a document like this can use, under the names of `word-styles.ts`, in place of the thirty of docx's own
 * that nobody would use.
 */
export function wordPageStyles(print: PrintDocument): IStylesOptions {
  const used = usedStyles(print);
  const lists = listsOf(print);
  const ids = new Set([...used].map(styleId));
  return {
    importedStyles: [
      documentDefaults(print),
      new StyleForParagraph({ id: 'Normal', name: 'Normal', quickFormat: true }),
      new StyleForCharacter({
        id: 'DefaultParagraphFont',
        name: 'Default Paragraph Font',
        uiPriority: 1,
        semiHidden: true,
        unhideWhenUsed: true,
      }),
    ],
    paragraphStyles: [...used].map((style) => paragraphStyle(style, print, lists, ids)),
    characterStyles: [
      { id: styleId('runIn'), name: wordStyles.runIn, quickFormat: true, run: { bold: true } },
      { id: styleId('link'), name: wordStyles.link, run: { color: '0B4F8A', underline: {} } },
      // The separator notes that every Word file carries refer to these two.
      { id: 'FootnoteReference', name: 'footnote reference', run: { superScript: true } },
      { id: 'EndnoteReference', name: 'endnote reference', run: { superScript: true } },
    ],
  };
}
