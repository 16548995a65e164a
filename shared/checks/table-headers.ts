/** Tables that a reader who hears them cannot follow. */
import type { TableBlock } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import type { Rule } from './rule.ts';
import { list } from './words.ts';

/** WCAG 2.2, 1.3.1: the headers of a table are marked as such, so that they can be read out with each cell. */
export const tableWithoutHeader: Rule = {
  name: 'table-without-header',
  *check({ blocks }) {
    for (const { block } of blocks) {
      if (block.kind !== 'table' || block.headerRow || block.headerColumn) continue;
      yield {
        severity: 'error',
        blockId: block.id,
        message: 'The table has no header row or column. Put the caret into it and switch one on.',
      };
    }
  },
};

/** The columns, from 1, in which something stands under an empty header. The corner of two headers may be empty. */
function nameless({ rows, headerRow, headerColumn }: TableBlock): string[] {
  const [head, ...body] = rows;
  if (!headerRow || !head) return [];
  const isBlank = (content: TableBlock['rows'][number][number]['content'] | undefined) =>
    !content || (plainText(content).trim() === '' && content.every(({ type }) => type !== 'reference'));
  return head.flatMap(({ content }, column) => {
    const needed = isBlank(content) && !(headerColumn && column === 0);
    return needed && body.some((row) => !isBlank(row[column]?.content)) ? [String(column + 1)] : [];
  });
}

export const emptyColumnHeader: Rule = {
  name: 'empty-column-header',
  *check({ blocks }) {
    for (const { block } of blocks) {
      if (block.kind !== 'table') continue;
      const columns = nameless(block);
      if (columns.length === 0) continue;
      const which = columns.length === 1 ? `Column ${columns[0]} has` : `Columns ${list(columns)} have`;
      yield {
        severity: 'warning',
        blockId: block.id,
        message: `${which} no header. Write one, so that the figures under it can be read out with their name.`,
      };
    }
  },
};
