/** Workbooks as evidence: each sheet a page under its name, every row a line, numbers as the workbook shows them. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { ExtractedPage, Extraction } from '../../../shared/evidence/extraction.ts';
import type { WordPackage } from '../docx/package.ts';
import { readRelationships } from '../docx/parts.ts';
import { limits } from '../limits.ts';
import { aboutOf } from './about.ts';
import { Measure, oneLine, PageLines } from './lines.ts';
import { builtInFormat, shownNumber } from './number-format.ts';
import { officeClaims } from './office.ts';
import { listed } from './words.ts';
import { walkXml } from './xml.ts';

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}
interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
}

/** Some programs give every element of a workbook a prefix. */
const local = (name: string) => name.slice(name.indexOf(':') + 1);

async function readWorkbook(pack: WordPackage): Promise<Workbook> {
  const part = 'xl/workbook.xml';
  const text = await pack.read(part);
  if (text === null) throw new Error('its list of sheets is missing');
  const relationships = await readRelationships(pack, part);
  const sheets: Sheet[] = [];
  let from1904 = false;
  walkXml(text, {
    open(name, attributes) {
      if (local(name) === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (local(name) !== 'sheet' || sheets.length >= limits.sheets) return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const relationship = relationships.get(id);
      if (relationship?.type !== 'worksheet' || relationship.external) return;
      const hidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden';
      sheets.push({ name: oneLine(attributes['name'] ?? ''), part: relationship.target, hidden });
    },
  });
  return { sheets, from1904 };
}

/** Phonetic readings (`rPh`) are no part of the string. */
async function readStrings(pack: WordPackage): Promise<string[]> {
  const text = await pack.read('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (text === null) return strings;
  let words: string | null = null;
  let inText = false;
  let phonetic = 0;
  walkXml(text, {
    open(name) {
      const kind = local(name);
      if (kind === 'si') words = '';
      else if (kind === 'rPh') phonetic += 1;
      else if (kind === 't') inText = phonetic === 0;
    },
    text(more) {
      if (inText && words !== null) words += more;
    },
    close(name) {
      const kind = local(name);
      if (kind === 'si') strings.push(words ?? '');
      else if (kind === 'rPh') phonetic -= 1;
      else if (kind === 't') inText = false;
    },
  });
  return strings;
}

/** The number format of each cell style, by its place in the list that cells refer to. */
async function readFormats(pack: WordPackage): Promise<string[]> {
  const text = await pack.read('xl/styles.xml');
  const own = new Map<number, string>();
  const formats: string[] = [];
  if (text === null) return formats;
  let inCells = false;
  walkXml(text, {
    open(name, attributes) {
      const kind = local(name);
      if (kind === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
      else if (kind === 'cellXfs') inCells = true;
      else if (kind === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(own.get(id) ?? builtInFormat(id));
      }
    },
    close(name) {
      if (local(name) === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** "BC12" is column 54, counted from 0; -1 where it names none. */
function columnOf(reference: string | undefined): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return -1;
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return column - 1;
}
const MOST_COLUMNS = 16_384;
/** Empty cells in a row that keep their place; a cell at the end of each of a million rows would make a file swell. */
const LARGEST_GAP = 200;

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly column: number;
  value: string;
  formula: boolean;
}

class SheetReader {
  /** Cells with a formula whose result the program that saved it did not work out. */
  unknown = 0;
  readonly #strings: readonly string[];
  readonly #formats: readonly string[];
  readonly #from1904: boolean;
  readonly #lines: PageLines;
  readonly #count: () => void;
  #row: string[] = [];
  #cell: Cell | null = null;
  #inValue = false;

  constructor(
    book: { strings: readonly string[]; formats: readonly string[]; from1904: boolean },
    lines: PageLines,
    count: () => void,
  ) {
    this.#strings = book.strings;
    this.#formats = book.formats;
    this.#from1904 = book.from1904;
    this.#lines = lines;
    this.#count = count;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const kind = local(name);
    if (kind === 'row') this.#row = [];
    else if (kind === 'c') {
      const column = columnOf(attributes['r']);
      this.#cell = {
        type: attributes['t'] ?? 'n',
        style: Number(attributes['s'] ?? 0),
        column: column >= 0 && column < MOST_COLUMNS ? column : this.#row.length,
        value: '',
        formula: false,
      };
    } else if (kind === 'f' && this.#cell) this.#cell.formula = true;
    else if (kind === 'v' || kind === 't') this.#inValue = true;
    else if (kind === 'rPh') this.#inValue = false;
  }

  text(words: string): void {
    if (this.#inValue && this.#cell) this.#cell.value += words;
  }

  close(name: string): void {
    const kind = local(name);
    if (kind === 'v' || kind === 't') this.#inValue = false;
    else if (kind === 'c') this.#endCell();
    else if (kind === 'row') this.#lines.addRow(this.#row);
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    if (cell.formula && cell.value === '') this.unknown += 1;
    const shown = this.#shown(cell);
    if (shown === '') return;
    this.#count();
    const at = Math.min(cell.column, this.#row.length + LARGEST_GAP);
    while (this.#row.length < at) this.#row.push('');
    this.#row[at] = shown;
  }

  #shown({ type, style, value }: Cell): string {
    if (value === '') return '';
    if (type === 's') return this.#strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n') return value;
    const number = Number(value);
    return Number.isNaN(number)
      ? value
      : shownNumber(number, this.#formats[style] ?? 'General', this.#from1904);
  }
}

interface Read {
  readonly pages: ExtractedPage[];
  readonly hidden: string[];
  readonly unknown: number;
}

async function readSheets(pack: WordPackage, file: string): Promise<Read> {
  const workbook = await readWorkbook(pack);
  const book = {
    strings: await readStrings(pack),
    formats: await readFormats(pack),
    from1904: workbook.from1904,
  };
  const measure = new Measure(file);
  let cells = 0;
  const count = () => {
    cells += 1;
    if (cells <= limits.cells) return;
    const reason = `it has more than ${limits.cells / 1_000_000} million cells with something in them`;
    throw new DespatchError('input.tooComplex', { file, reason, limit: limits.cells });
  };
  const pages: ExtractedPage[] = [];
  let unknown = 0;
  for (const { name, part } of workbook.sheets) {
    const text = await pack.read(part);
    const lines = new PageLines(measure);
    const sheet = new SheetReader(book, lines, count);
    if (text !== null) walkXml(text, sheet);
    unknown += sheet.unknown;
    pages.push(lines.page(name === '' ? null : name));
  }
  return {
    pages,
    unknown,
    hidden: workbook.sheets.flatMap(({ name, hidden }) => (hidden ? [`“${name}”`] : [])),
  };
}

function noticesOf({ hidden, unknown }: Read): string[] {
  const found: string[] = [];
  if (hidden.length > 0) {
    const [sheets, are] = hidden.length === 1 ? ['Sheet', 'is'] : ['Sheets', 'are'];
    found.push(`${sheets} ${listed(hidden)} ${are} hidden in the workbook, and read all the same.`);
  }
  if (unknown > 0)
    found.push(
      'The results of formulas are missing from it: open it in Excel and save it to have them read.',
    );
  return found;
}

/** @throws DespatchError `input.damaged`, `input.tooComplex`, `input.zipBomb`. */
export async function readXlsx(pack: WordPackage, file: string): Promise<Extraction> {
  let read: Read;
  try {
    read = await readSheets(pack, file);
  } catch (fault) {
    if (fault instanceof DespatchError) throw fault;
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new DespatchError('input.damaged', { file, reason }, { cause: fault });
  }
  if (read.pages.length === 0)
    throw new DespatchError('input.damaged', { file, reason: 'it has no sheets with cells' });
  return {
    kind: 'spreadsheet',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    textState: read.pages.some(({ text }) => text !== '') ? 'text' : 'none',
    paged: false,
    pages: read.pages,
    outline: read.pages.flatMap(({ label }, at) =>
      label === null ? [] : [{ title: label, page: at + 1, level: 0 }],
    ),
    about: aboutOf(await officeClaims(pack, 'dataset'), read.pages),
    notices: noticesOf(read),
  };
}
