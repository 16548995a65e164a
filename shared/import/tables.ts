/**
 * Tables of the source. Despatch has no tables yet: rows of a known label and its value become fields, all others
 * keep their words as text, cell below cell, and the report says so.
 */
import type { Inline } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { joinRuns, mergeRuns, textRun, trimRuns } from './runs.ts';
import type { OriginalLine, SourceLine, SourceNotice, SourceText } from './source.ts';
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

/** One line of the row: "Label: value" where the first of two cells is a known label, else cell below cell. */
function foldRow(row: readonly SourceLine[], top: boolean): { line: SourceLine; labelled: boolean } | null {
  const [first] = row;
  if (!first?.cell) return null;
  const columns = new Set(row.map(({ cell }) => cell?.column));
  const labelCells = row.filter(({ cell }) => cell?.column === first.cell?.column);
  const values = row.slice(labelCells.length);
  const label = plainText(contentOf(labelCells)).trim();
  const original = distinct(row.flatMap((line) => line.original));
  if (columns.size === 2 && !(top && isHeaderRow(row)) && labelKey(label) !== '' && isKnownLine(label)) {
    const colon = label.endsWith(':') ? ' ' : ': ';
    const content = mergeRuns([textRun(label + colon, false, false), ...trimRuns(contentOf(values))]);
    return {
      line: { ...first, original, content, marker: null, gapBefore: true, cell: null },
      labelled: true,
    };
  }
  return {
    line: { ...first, original, content: contentOf(row), marker: null, gapBefore: true, aside: true },
    labelled: false,
  };
}

/** Folds every table into one line a row; boxes of a single column are no tables and stay lines. */
export function foldTables(source: SourceText): SourceText {
  const lines: SourceLine[] = [];
  const position: number[] = [];
  const notices: SourceNotice[] = [];
  let at = 0;
  while (at < source.lines.length) {
    const table = source.lines[at]?.cell?.table;
    const from = at;
    const rows = new Map<number, SourceLine[]>();
    while (table !== undefined && source.lines[at]?.cell?.table === table) {
      const line = source.lines[at] as SourceLine;
      const row = line.cell?.row ?? 0;
      rows.set(row, [...(rows.get(row) ?? []), line]);
      position[at] = lines.length + rows.size - 1;
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
    const folded = [...rows.values()]
      .map((row, place) => foldRow(row, place === 0))
      .filter((row) => row !== null);
    const firstText = folded.findIndex(({ labelled }) => !labelled);
    if (firstText >= 0) {
      notices.push({
        code: 'tableAsText',
        message: 'A table became lines of text, cell below cell: Despatch cannot hold tables yet.',
        original: folded.flatMap(({ line, labelled }) => (labelled ? [] : line.original)),
        at: lines.length + firstText,
      });
    }
    lines.push(...folded.map(({ line }) => line));
  }
  const carried = source.notices.map((notice) => ({
    ...notice,
    at: notice.at === null ? null : (position[notice.at] ?? null),
  }));
  return { ...source, lines, notices: [...carried, ...notices] };
}
