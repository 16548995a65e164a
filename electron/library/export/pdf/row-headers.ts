/**
 * Tags the cells that name their row. Typst tags the header row, but marks no cell of a column as a header without a
 * switch that its Node binding lacks. In the file it writes, the tags are plain text, and what we need to say is no
 * longer than what is said; so it is said in the same bytes, and no offset in the file moves.
 */
import type { PrintDocument } from '../../../../shared/print/blocks.ts';

/** An object of the file by its number: where it begins and ends. */
type Objects = ReadonlyMap<string, { readonly start: number; readonly text: string }>;

const element = /(\d+) 0 obj\n<<\n {2}\/Type \/StructElem\n[\s\S]*?\nendobj/gu;

function structure(file: string): Objects {
  return new Map(
    [...file.matchAll(element)].map((match) => [match[1] ?? '', { start: match.index, text: match[0] }]),
  );
}

const kindOf = (text: string): string => /\n {2}\/S \/(\w+)/u.exec(text)?.[1] ?? '';

function childrenOf(text: string): string[] {
  const kids = /\n {2}\/K (\[[^\]]*\]|\d+ 0 R)/u.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/gu)].map(([, number]) => number ?? '');
}

/** The rows of a table, whether or not they stand in its head and body. */
function rowsOf(table: string, objects: Objects): string[] {
  return childrenOf(objects.get(table)?.text ?? '').flatMap((child) => {
    const kind = kindOf(objects.get(child)?.text ?? '');
    return kind === 'TR' ? [child] : rowsOf(child, objects);
  });
}

/** Tables in reading order, which their numbers need not be in. */
function tablesUnder(number: string, objects: Objects): string[] {
  const text = objects.get(number)?.text ?? '';
  if (kindOf(text) === 'Table') return [number];
  return childrenOf(text).flatMap((child) => tablesUnder(child, objects));
}

/** Headers listed by name would hide those found by their scope; blanks are as long as what they replace. */
const withoutHeaders = (text: string): string =>
  text.replace(/\/Headers \[[^\]]*\]/gu, (entry) => ' '.repeat(entry.length));

function asRowHeader(text: string): string {
  return text
    .replace('/S /TD', '/S /TH')
    .replace(/\/Headers \[[^\]]*\]/u, (entry) => '/Scope /Row'.padEnd(entry.length));
}

/** @returns the file, in which the first cell of each row is a header wherever the print model says so. */
export function tagRowHeaders(pdf: Uint8Array, print: PrintDocument): Uint8Array {
  const tables = print.blocks.filter((block) => block.type === 'table');
  if (!tables.some(({ headerColumn }) => headerColumn)) return pdf;
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString('latin1');
  const objects = structure(file);
  const root = /\/Type \/StructTreeRoot[\s\S]*?\n {2}\/K \[?(\d+) 0 R/u.exec(file)?.[1] ?? '';
  const tagged = tablesUnder(root, objects);
  if (tagged.length !== tables.length)
    throw new Error(`${tagged.length} of ${tables.length} tables are tagged.`);
  const changed = Buffer.from(pdf);
  for (const [at, table] of tagged.entries()) {
    if (tables[at]?.headerColumn !== true) continue;
    for (const row of rowsOf(table, objects)) {
      for (const [column, cell] of childrenOf(objects.get(row)?.text ?? '').entries()) {
        const object = objects.get(cell);
        if (!object) continue;
        const names = column === 0 && kindOf(object.text) === 'TD';
        changed.write(names ? asRowHeader(object.text) : withoutHeaders(object.text), object.start, 'latin1');
      }
    }
  }
  return changed;
}
