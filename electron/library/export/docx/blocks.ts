/** The body of the file, block by block. */
import type { Paragraph, Table } from 'docx';
import type { WordContext } from './context.ts';
import { paragraph, wordParagraphs } from './paragraphs.ts';
import { wordPicture } from './pictures.ts';
import { wordTable } from './tables.ts';

export function wordBlocks(context: WordContext): (Paragraph | Table)[] {
  const body: (Paragraph | Table)[] = [];
  let pictures = 0;
  let afterTable = false;
  for (const block of context.print.blocks) {
    if (block.type === 'table') {
      // Two tables that touch become one.
      if (afterTable && block.marker === null) body.push(paragraph('tableGap', []));
      body.push(...wordTable(block, context));
      afterTable = true;
      continue;
    }
    if (block.type === 'image') body.push(...wordPicture(block, ++pictures, context));
    else body.push(...wordParagraphs(block, context, afterTable));
    afterTable = false;
  }
  // A table may not be the last of a file.
  if (afterTable) body.push(paragraph('tableGap', []));
  return body;
}
