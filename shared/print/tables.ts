/** Tables of the author's own, and those that blocks of one kind make together: attendees, implications, clearance. */
import { type Cell, passagesOf } from '../document/places.ts';
import type { Citation, DetailName, TableBlock } from '../document/schema.ts';
import { detailRules } from '../document/structure.ts';
import type { PrintCell, PrintTable, TableKind } from './blocks.ts';
import type { Group } from './groups.ts';
import { citedIn } from './marks.ts';
import { isShortTable } from './row-length.ts';
import { columnShares, numericColumns } from './table-columns.ts';
import { hasWords, printableRuns, printableText, type Wording } from './words.ts';

interface RowTable {
  readonly kind: Exclude<TableKind, 'table'>;
  /** Over the first column, which names the row. */
  readonly heading: string;
  readonly details: readonly DetailName[];
  readonly shares: readonly number[];
  /** Columns nobody filled in are left out, because in an attendance list an absence says nothing. */
  readonly dropsEmpty: boolean;
}

const heading = {
  theirs: 'For them',
  ours: 'For us',
} as const;
const rowTables = {
  implication: {
    kind: 'implications',
    heading: 'Area',
    details: ['effect', 'signedOffBy'],
    shares: [0.25, 0.49, 0.26],
    dropsEmpty: false,
  },
  clearer: {
    kind: 'clearance',
    heading: 'Cleared by',
    details: ['clearedPart', 'clearedOn'],
    shares: [0.34, 0.44, 0.22],
    dropsEmpty: false,
  },
  attendee: {
    kind: 'attendees',
    heading: '',
    details: ['role', 'organisation'],
    shares: [],
    dropsEmpty: true,
  },
} as const satisfies Record<string, RowTable>;

/** Whether blocks of this kind are rows that make a table together. */
export function isRow({ block }: Group): boolean {
  return block.kind in rowTables;
}

function rowTable(groups: readonly Group[], rule: RowTable, wording: Wording): PrintTable {
  const rows = groups.map(({ block, details }): PrintCell[] => [
    { id: block.id, content: printableRuns(block, wording) },
    ...rule.details.map((name) => {
      const cell = details.find(({ detail }) => detail === name);
      return { id: cell?.id ?? null, content: cell ? printableRuns(cell, wording) : [] };
    }),
  ]);
  const header = [rule.heading, ...rule.details.map((name) => detailRules[name].label)];
  const kept = header.flatMap((_, column) =>
    column === 0 || !rule.dropsEmpty || rows.some((row) => row[column]?.content.length) ? [column] : [],
  );
  const total = kept.reduce((sum, column) => sum + (rule.shares[column] ?? 0), 0);
  const choose = <Cell>(row: readonly Cell[]): Cell[] =>
    kept.flatMap((column) => row.slice(column, column + 1));
  const columns = choose(rule.shares).map((share) => ({ share: share / total, numeric: false }));
  const chosen = rows.map(choose);
  return {
    type: 'table',
    kind: rule.kind,
    id: groups[0]?.block.id ?? '',
    content: [],
    marker: null,
    header: choose(header).map((text) => ({ id: null, content: [{ type: 'text', text }] })),
    rows: chosen,
    headerColumn: true,
    columns,
    together: isShortTable(chosen, columns),
  };
}

/**
 * The tables that neighbouring rows make, each of those given being printed: one, or for attendees one for each side,
 * theirs first, whatever the order they were written in.
 */
export function rowTablesOf(groups: readonly Group[], wording: Wording): PrintTable[] {
  const kind = groups[0]?.block.kind;
  if (kind === 'implication' || kind === 'clearer') return [rowTable(groups, rowTables[kind], wording)];
  const shares = attendeeShares(groups);
  return (['theirs', 'ours'] as const).flatMap((side) => {
    const own = groups.filter(({ block }) => block.kind === 'attendee' && block.side === side);
    const rule = { ...rowTables.attendee, heading: heading[side], shares };
    return own.length === 0 ? [] : [rowTable(own, rule, wording)];
  });
}

/** What each of the columns keeps at least, however long the words beside it are. */
const LEAST_SHARE = 0.2;

/** By what stands in them on both sides, so that the columns of the two tables stand under each other. */
function attendeeShares(groups: readonly Group[]): number[] {
  const names = rowTables.attendee.details;
  const wishes = columnShares(
    groups.map(({ block, details }) =>
      [block, ...names.map((name) => details.find(({ detail }) => detail === name))].map((cell) => ({
        content: cell?.content ?? [],
      })),
    ),
  );
  const spare = 1 - LEAST_SHARE * wishes.length;
  return wishes.map((wish) => LEAST_SHARE + wish * spare);
}

/** Which citations of a table are marked in which of its passages: each once, after the last of its words. */
function citationsIn(block: TableBlock): (cell: Cell | null) => Citation[] {
  const passages = [...passagesOf(block)];
  // A table without a caption is cited as a whole at its end.
  const end = hasWords(block) ? passages[0] : passages.at(-1);
  const placed = block.citations.map((citation) => ({
    citation,
    passage: passages.findLast(({ content }) => citedIn(content).has(citation.id)) ?? end,
  }));
  return (cell) =>
    placed.flatMap(({ citation, passage }) =>
      passage?.cell?.row === cell?.row && passage?.cell?.column === cell?.column ? [citation] : [],
    );
}

/** A table as its author laid it out. */
export function ownTable(block: TableBlock, marker: string | null, wording: Wording): PrintTable {
  const { id } = block;
  const citations = block.citations.length > 0 ? citationsIn(block) : () => [];
  const rows = block.rows.map((cells, row) =>
    cells.map(
      ({ content }, column): PrintCell => ({
        id: null,
        content: printableRuns({ id, content, citations: citations({ row, column }) }, wording),
      }),
    ),
  );
  const numeric = numericColumns(block.rows, block.headerRow);
  const columns = columnShares(block.rows).map((share, column) => ({
    share,
    numeric: numeric[column] === true,
  }));
  return {
    type: 'table',
    kind: 'table',
    id: block.id,
    content: printableRuns({ id, content: block.content, citations: citations(null) }, wording),
    marker: marker === null ? null : printableText(marker),
    header: block.headerRow ? (rows[0] ?? null) : null,
    rows: block.headerRow ? rows.slice(1) : rows,
    headerColumn: block.headerColumn,
    columns,
    together: isShortTable(rows, columns),
  };
}
