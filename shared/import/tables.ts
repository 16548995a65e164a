/**
 * Tables of the source: rows of a known label and its value become fields, all others one line that holds the table,
 * and its words cell below cell for where no table may stand.
 */
import type { Inline } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { joinRuns, mergeRuns, textRun, trimRuns } from './runs.ts';
import type { OriginalLine, SourceLine, SourceText } from './source.ts';
import { isKnownLine, labelKey } from './vocabulary.ts';

function contentOf(lines: readonly SourceLine[]): Inline[] {
  let content: Inline[] = [];
  for (const { content: words, marker } of lines) {
    const shown =
      marker && marker.style !== 'bullet' ? joinRuns([textRun(marker.text, false, false)], words) : words;
    content = joinRuns(content, shown, 'break');
  }
  return content;
}

/** Cells of a Markdown row share their line of the file. */
function distinct(lines: readonly OriginalLine[]): OriginalLine[] {
  return lines.filter(({ line, text }, at) => lines[at - 1]?.line !== line || lines[at - 1]?.text !== text);
}

const columnTitle =
  /^(?:organisation|role|answer|response|name|title|job title|position|event|item|activity|speaker|lead|department|team|company|number|details|notes|comments?|our (?:line|response)|line to take|place|time|date|purpose|telephone|e-?mail)s?$/i;

/** "Who" over names and "Organisation" beside it name the columns; neither is the value of the other. */
function isHeaderRow(row: readonly SourceLine[]): boolean {
  const [, second, ...more] = row;
  return more.length === 0 && second !== undefined && columnTitle.test(plainText(second.content).trim());
}

/** "Label: value" where the first of two cells is a known label and no column title; null for any other row. */
function labelledRow(row: readonly SourceLine[], top: boolean): SourceLine | null {
  const [first] = row;
  if (!first?.cell) return null;
  const columns = new Set(row.map(({ cell }) => cell?.column));
  const labelCells = row.filter(({ cell }) => cell?.column === first.cell?.column);
  const label = plainText(contentOf(labelCells)).trim();
  if (columns.size !== 2 || (top && isHeaderRow(row)) || labelKey(label) === '' || !isKnownLine(label)) {
    return null;
  }
  const colon = label.endsWith(':') ? ' ' : ': ';
  const values = trimRuns(contentOf(row.slice(labelCells.length)));
  return {
    ...first,
    original: distinct(row.flatMap((line) => line.original)),
    content: mergeRuns([textRun(label + colon, false, false), ...values]),
    marker: null,
    gapBefore: true,
    cell: null,
  };
}

/** Every cell of the rows, empty ones where the source has none. */
function cellsOf(rows: readonly (readonly SourceLine[])[]): Inline[][][] {
  const width = Math.max(...rows.flat().map(({ cell }) => (cell?.column ?? 0) + 1));
  return rows.map((row) =>
    Array.from({ length: width }, (_, column) =>
      contentOf(row.filter(({ cell }) => (cell?.column ?? 0) === column)),
    ),
  );
}

function tableLine(rows: readonly (readonly SourceLine[])[]): SourceLine | null {
  const lines = rows.flat();
  const [first] = lines;
  if (!first) return null;
  return {
    ...first,
    original: distinct(lines.flatMap((line) => line.original)),
    content: contentOf(lines),
    marker: null,
    gapBefore: true,
    aside: true,
    rows: cellsOf(rows),
  };
}

/** Labelled rows each for itself, the rows between them together. */
function foldRows(rows: readonly (readonly SourceLine[])[]): SourceLine[] {
  const folded: SourceLine[] = [];
  let open: (readonly SourceLine[])[] = [];
  const close = () => {
    const table = open.length > 0 ? tableLine(open) : null;
    if (table) folded.push(table);
    open = [];
  };
  for (const [place, row] of rows.entries()) {
    const labelled = labelledRow(row, place === 0);
    if (labelled) {
      close();
      folded.push(labelled);
    } else open.push(row);
  }
  close();
  return folded;
}

/** Folds every table; boxes of a single column are no tables and stay lines. */
export function foldTables(source: SourceText): SourceText {
  const lines: SourceLine[] = [];
  const position: number[] = [];
  let at = 0;
  while (at < source.lines.length) {
    const table = source.lines[at]?.cell?.table;
    const from = at;
    const rows = new Map<number, SourceLine[]>();
    while (table !== undefined && source.lines[at]?.cell?.table === table) {
      const line = source.lines[at] as SourceLine;
      const row = line.cell?.row ?? 0;
      rows.set(row, [...(rows.get(row) ?? []), line]);
      at += 1;
    }
    if (table === undefined || source.lines[from]?.cell?.columns === 1) {
      if (table === undefined) at += 1;
      for (let next = from; next < at; next += 1) {
        position[next] = lines.length;
        lines.push({ ...(source.lines[next] as SourceLine), cell: null });
      }
      continue;
    }
    for (let next = from; next < at; next += 1) position[next] = lines.length;
    lines.push(...foldRows([...rows.values()]));
  }
  const notices = source.notices.map((notice) => ({
    ...notice,
    at: notice.at === null ? null : (position[notice.at] ?? null),
  }));
  return { ...source, lines, notices };
}
