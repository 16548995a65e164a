/** Tables as text (RFC 4180 and what spreadsheets make of it): every row a line, its cells parted by tabs. */
import { parse } from 'csv-parse/sync';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { decodeText } from '../decode.ts';
import { limits } from '../limits.ts';
import { aboutOf } from './about.ts';
import { clean, Measure, PageLines } from './lines.ts';
import { guessedEncoding } from './plain.ts';

const delimiters = [',', ';', '\t', '|'];
const LOOKED_AT = 100;

/** Counts of the delimiter on each of the first lines, outside of quotation marks. */
function counts(lines: readonly string[], delimiter: string): number[] {
  return lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
}

/** The one that parts most lines into the same number of cells; a comma where none does. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 256 * 1024)
    .split('\n', LOOKED_AT)
    .filter((line) => line.trim() !== '');
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const found = counts(lines, delimiter);
    const usual = mode(found.filter((count) => count > 0));
    const score = found.filter((count) => count === usual).length * (1 + Math.log2(1 + usual));
    if (usual > 0 && score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function mode(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  let best = 0;
  for (const number of numbers) {
    const count = (times.get(number) ?? 0) + 1;
    times.set(number, count);
    if (count > (times.get(best) ?? 0)) best = number;
  }
  return best;
}

/** Excel's own first line, "sep=;", says what parts the cells and is no row. */
const separatorLine = /^sep=(.)\n/;

function rowsOf(text: string, delimiter: string, file: string): string[][] {
  let cells = 0;
  const options = {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record(record: string[]) {
      cells += record.length;
      if (cells <= limits.cells) return record;
      const reason = `it has more than ${limits.cells / 1_000_000} million cells`;
      throw new DespatchError('input.tooComplex', { file, reason, limit: limits.cells });
    },
  };
  try {
    return parse(text, options);
  } catch (fault) {
    if (fault instanceof DespatchError) throw fault;
    // A quotation mark that is never closed is then one of the words.
    cells = 0;
    return parse(text, { ...options, quote: false });
  }
}

/** @throws DespatchError `input.binary`, `input.encoding`, `input.tooComplex`, `input.damaged`. */
export function readCsv(bytes: Buffer, file: string): Extraction {
  const decoded = decodeText(bytes, file);
  const whole = clean(decoded.text);
  const separator = separatorLine.exec(whole);
  const text = separator ? whole.slice(separator[0].length) : whole;
  const lines = new PageLines(new Measure(file));
  for (const row of rowsOf(text, separator?.[1] ?? delimiterOf(text), file)) lines.addRow(row);
  const pages = [lines.page()];
  return {
    kind: 'csv',
    mediaType: 'text/csv',
    textState: lines.isEmpty ? 'none' : 'text',
    paged: false,
    pages,
    outline: [],
    about: aboutOf({ type: 'dataset' }, pages),
    notices: decoded.encoding === 'windows-1252' ? [guessedEncoding] : [],
  };
}
