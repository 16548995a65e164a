/** Plain text for mail and notes: numbers and labels as printed, lists indented, cells apart by tabs. */
import type { PrintBlock, PrintInline } from '../../../shared/print/blocks.ts';
import { printedText } from '../../../shared/print/words.ts';

/** "Option 12" need not push what is said of it across the page. */
const DEEPEST = 4;

/** Further lines of an item stand under its words. */
function hanging(prefix: string, text: string): string {
  return prefix + text.replaceAll('\n', `\n${' '.repeat(prefix.length)}`);
}

function labelled(label: string, content: readonly PrintInline[]): string {
  return label === '' ? printedText(content) : `${label}: ${printedText(content)}`;
}

/** A cell stands in one line. */
function cell(content: readonly PrintInline[]): string {
  return printedText(content).replace(/[\t\n]+/g, ' ');
}

function details(
  block: Extract<PrintBlock, { type: 'numbered' | 'bulleted' | 'question' }>,
  width: number,
): string[] {
  return block.details.map(({ label, content }) => hanging(' '.repeat(width), labelled(label, content)));
}

function linesOf(block: PrintBlock): string[] {
  const text = printedText(block.content);
  switch (block.type) {
    case 'heading':
      return ['', block.marker === null ? text : `${block.marker} ${text}`, ''];
    case 'title':
    case 'label':
      return ['', text, ''];
    case 'field':
    case 'loose':
      return [labelled(block.label, block.content)];
    case 'bulleted':
    case 'question': {
      const bullet = `${'  '.repeat(block.level)}- `;
      const shown = block.type === 'question' ? labelled(block.label, block.content) : text;
      return [hanging(bullet, shown), ...details(block, bullet.length)];
    }
    case 'numbered': {
      const marker = `${'  '.repeat(block.level)}${block.marker} `;
      return [hanging(marker, text), ...details(block, Math.min(marker.length, DEEPEST))];
    }
    case 'quotation':
      return ['', hanging('    ', text), ''];
    case 'appendix':
      return [`${block.marker}: ${text}`];
    case 'person':
      return [[text, ...block.details.map(({ content }) => printedText(content))].join(', ')];
    case 'decision':
      return [text, block.choices.map((choice) => `[ ] ${choice}`).join('   ')];
    case 'table': {
      const rows = [...(block.header ? [block.header] : []), ...block.rows];
      const caption = block.marker === null ? [] : [`${block.marker} ${text}`];
      return ['', ...caption, ...rows.map((row) => row.map(({ content }) => cell(content)).join('\t')), ''];
    }
    case 'image':
      return [
        ...(block.alternativeText ? [`[Picture: ${block.alternativeText}]`] : []),
        ...(block.marker === null ? [] : [`${block.marker} ${text}`]),
      ];
    default:
      return ['', text, ''];
  }
}

/** One blank line between what stands apart, none at the ends. */
export function textOf(blocks: readonly PrintBlock[]): string {
  const lines: string[] = [];
  for (const line of blocks.flatMap(linesOf)) {
    if (line !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(line);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
