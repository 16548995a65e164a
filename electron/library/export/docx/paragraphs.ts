/** One Word paragraph for each block of the print model. */
import { type IParagraphOptions, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { Inline } from '../../../../shared/document/schema.ts';
import type { PrintBlock, PrintField, PrintHeading } from '../../../../shared/print/model.ts';
import { styleId, type WordStyle } from '../../../../shared/print/word-styles.ts';
import { listReference, type WordList } from './lists.ts';
import { decisionRule, questionIndent, setOff } from './styles.ts';

function runs(content: readonly Inline[]): ParagraphChild[] {
  return content.map((inline) => {
    if (inline.type !== 'text') return new TextRun({ break: 1 });
    const { text, bold, italic } = inline;
    return new TextRun({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: italic } : {}) });
  });
}

const runIn = (...children: (string | Tab)[]): TextRun => new TextRun({ style: styleId('runIn'), children });

function paragraph(
  style: WordStyle,
  children: readonly ParagraphChild[],
  options: Partial<IParagraphOptions> = {},
): Paragraph {
  return new Paragraph({ ...options, style: styleId(style), children });
}

/** The number stands in the style too; said again here, readers that do not look into styles find it as well. */
function listed(
  list: WordList,
  style: WordStyle,
  level: number,
  content: readonly Inline[],
  options: Partial<IParagraphOptions> = {},
): Paragraph {
  return paragraph(style, runs(content), {
    ...options,
    numbering: { reference: listReference(list), level },
  });
}

/** Not said where it is false, because every style already says so. */
const keep = (leadsIn: boolean): Partial<IParagraphOptions> => (leadsIn ? { keepNext: true } : {});

const mastheads: Partial<Record<PrintField['field'], WordStyle>> = { committee: 'committee', date: 'date' };

function field({ form, field, label, content, afterText }: PrintField): Paragraph {
  switch (form) {
    case 'masthead':
      return paragraph(mastheads[field] ?? 'text', runs(content));
    case 'sentence':
      return paragraph('reportOf', [new TextRun(`${label} `), ...runs(content)]);
    case 'labelled':
      return paragraph('field', [runIn(`${label}:`, new Tab()), ...runs(content)], afterText ? setOff : {});
  }
}

function heading({ level, marker, content, section }: PrintHeading, numberedStyle: boolean): Paragraph {
  if (marker !== null) return listed('topic', 'heading1', 0, content);
  const style = level === 1 ? 'heading1' : level === 2 ? 'heading2' : 'heading3';
  return paragraph(style, runs(content), {
    ...(section === 'recommendations' && level === 1 ? { border: decisionRule } : {}),
    ...(numberedStyle && level === 1 ? { numbering: false, indent: { left: 0, hanging: 0 } } : {}),
  });
}

/** @param numberedHeadings whether the style of the first heading level brings a number, as in a brief. */
export function wordParagraph(block: PrintBlock, numberedHeadings: boolean): Paragraph {
  const { content } = block;
  switch (block.type) {
    case 'title':
    case 'label':
    case 'quotation':
      return paragraph(block.type, runs(content));
    case 'text':
      return paragraph('text', runs(content), keep(block.leadsIn));
    case 'field':
      return field(block);
    case 'heading':
      return heading(block, numberedHeadings);
    case 'backgroundDocument':
      return listed('backgroundDocument', 'backgroundDocument', 0, content);
    case 'numbered':
      return listed(block.list, block.list, block.level, content, keep(block.leadsIn));
    case 'point':
      return listed('point', 'point', block.level, content);
    case 'question': {
      const indent = block.level === 0 ? {} : { indent: { left: questionIndent(block.level) } };
      const label = block.label === '' ? [] : [runIn(`${block.label}: `)];
      return paragraph('question', [...label, ...runs(content)], indent);
    }
    case 'appendix': {
      const title = content.length === 0 ? [runIn(block.marker)] : [runIn(block.marker, new Tab())];
      return paragraph('appendix', [...title, ...runs(content)]);
    }
  }
}
