/** Everything the page looks like in Word, as named styles, so that it can be changed there in one place. */
import {
  BuilderElement,
  type IStylesOptions,
  LineRuleType,
  ParagraphPropertiesDefaults,
  RunPropertiesDefaults,
  StyleForCharacter,
  StyleForParagraph,
} from 'docx';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { styleId, wordStyles } from '../../../../shared/print/word-styles.ts';
import { looksOf } from './looks.ts';
import { pt, size } from './measures.ts';

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
 * The styles a document like this can use, under the names of `word-styles.ts`, in place of the thirty of docx's own
 * that nobody would use.
 */
export function wordPageStyles(print: PrintDocument): IStylesOptions {
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
    paragraphStyles: looksOf(print).map(([style, look]) => ({
      basedOn: 'Normal',
      quickFormat: true,
      ...look,
      id: styleId(style),
      name: wordStyles[style],
    })),
    characterStyles: [
      { id: styleId('runIn'), name: wordStyles.runIn, quickFormat: true, run: { bold: true } },
      { id: styleId('link'), name: wordStyles.link, run: { color: '0B4F8A', underline: {} } },
      // The separator notes that every Word file carries refer to these two.
      { id: 'FootnoteReference', name: 'footnote reference', run: { superScript: true } },
      { id: 'EndnoteReference', name: 'endnote reference', run: { superScript: true } },
    ],
  };
}
