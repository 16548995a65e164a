/** Number and name trees (ISO 32000-1, 7.9.6 and 7.9.7), as deep as their entries need. */
import { array, byteString, dictionary, ref } from '../objects/syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

const LEAF = 64;
const KIDS = 64;

interface Node {
  readonly text: (limits: boolean) => string;
  readonly low: string;
  readonly high: string;
}

/** @param entries by ascending key; keys and values in the syntax of PDF. */
function writeTree(
  writer: PdfWriter,
  leaf: 'Nums' | 'Names',
  entries: readonly (readonly [key: string, value: string])[],
): number {
  let nodes: Node[] = [];
  for (let at = 0; at < entries.length || at === 0; at += LEAF) {
    const slice = entries.slice(at, at + LEAF);
    const low = slice[0]?.[0] ?? '';
    const high = slice.at(-1)?.[0] ?? '';
    const inside = array(slice.map(([key, value]) => `${key} ${value}`));
    nodes.push({
      low,
      high,
      text: (limits) =>
        dictionary({ Limits: limits && slice.length > 0 ? array([low, high]) : null, [leaf]: inside }),
    });
  }
  while (nodes.length > 1) {
    const above: Node[] = [];
    for (let at = 0; at < nodes.length; at += KIDS) {
      const slice = nodes.slice(at, at + KIDS);
      const low = slice[0]?.low ?? '';
      const high = slice.at(-1)?.high ?? '';
      const kids = array(slice.map(({ text }) => ref(writer.add(text(true)))));
      above.push({
        low,
        high,
        text: (limits) => dictionary({ Limits: limits ? array([low, high]) : null, Kids: kids }),
      });
    }
    nodes = above;
  }
  return writer.add(nodes[0]?.text(false) ?? `<</${leaf}[]>>`);
}

export function writeNumberTree(
  writer: PdfWriter,
  entries: Iterable<readonly [key: number, value: string]>,
): number {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  return writeTree(
    writer,
    'Nums',
    sorted.map(([key, value]) => [String(key), value]),
  );
}

/** @param entries keys as bytes. */
export function writeNameTree(
  writer: PdfWriter,
  entries: Iterable<readonly [key: Uint8Array, value: string]>,
): number {
  const sorted = [...entries].sort(([a], [b]) => Buffer.compare(a, b));
  return writeTree(
    writer,
    'Names',
    sorted.map(([key, value]) => [byteString(key), value]),
  );
}
