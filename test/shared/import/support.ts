/** What the importer's tests share: reading text, naming blocks, counting words. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DespatchDocument, DocumentKind, Inline, KnownBlock } from '../../../shared/document/schema.ts';
import { detailRules } from '../../../shared/document/structure.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { sourceFromText } from '../../../shared/import/plain-text.ts';
import { type Recognised, recognise } from '../../../shared/import/recognise.ts';
import type { SourceText } from '../../../shared/import/source.ts';

export function counter(prefix = 'id'): () => string {
  let next = 0;
  return () => `${prefix}-${++next}`;
}

export function importText(text: string, as?: DocumentKind): Recognised {
  return importSource(sourceFromText(text, 'pasted text'), as);
}

export function importSource(source: SourceText, as?: DocumentKind): Recognised {
  return recognise(source, { as, mint: counter() });
}

const seeds = path.resolve(import.meta.dirname, '../../../../shared/seeds');

/** A source document of the customer's; null on machines that have none, because it is never copied. */
export function seedText(name: string): string | null {
  const file = path.join(seeds, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Every block that says something, as "kind level: words", without the fields that wait to be filled. */
export function outline(document: DespatchDocument): string[] {
  return [...knownBlocks(document)]
    .filter((block) => block.content.length > 0 || block.kind === 'appendix' || block.kind === 'table')
    .map((block) => `${describe(block)}: ${textOf(block)}`);
}

/** The words of a block; of a table, row by row. */
function textOf(block: KnownBlock): string {
  const own = plainText(block.content);
  if (block.kind !== 'table') return own;
  const rows = block.rows.map((row) => row.map((cell) => plainText(cell.content)).join(' | '));
  return [...(own === '' ? [] : [own]), ...rows].join(' / ');
}

function describe(block: KnownBlock): string {
  if (block.kind === 'field') return `field ${block.field}${block.label === null ? '' : ` (${block.label})`}`;
  if (block.kind === 'question') return `question ${block.label ?? '–'}`;
  if (block.kind === 'appendix') return `appendix ${block.designation}`;
  if (block.kind === 'detail') return `detail ${block.detail}`;
  return block.level > 0 ? `${block.kind} ${block.level}` : block.kind;
}

export function ofKind(document: DespatchDocument, kind: KnownBlock['kind']): KnownBlock[] {
  return [...knownBlocks(document)].filter((block) => block.kind === kind);
}

/** Words as letters and digits: whatever punctuation or markup stands around them. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words a reader of the document meets as content, in order. */
export function contentWords(document: DespatchDocument): string[] {
  return [...knownBlocks(document)].flatMap((block) => wordsOf(textOf(block)));
}

/** The words that stand in the structure instead: labels, designations and the marking. */
export function structureWords(document: DespatchDocument): string[] {
  const { marking } = document;
  const marked = marking ? `${marking.classification} ${marking.descriptor} ${marking.handling}` : '';
  const labels = [...knownBlocks(document)].map((block) => {
    if (block.kind === 'field' || block.kind === 'question') return block.label ?? '';
    if (block.kind === 'detail') return detailRules[block.detail].label;
    return block.kind === 'appendix' ? `Appendix ${block.designation}` : '';
  });
  return wordsOf([marked, ...labels].join(' '));
}

export function sorted(words: readonly string[]): string[] {
  return [...words].sort();
}

/** What is left of `all` when each of `taken` is taken away once; null when one of them is not in it. */
export function less(all: readonly string[], taken: readonly string[]): string[] | null {
  const left = new Map<string, number>();
  for (const word of all) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of taken) {
    const count = left.get(word) ?? 0;
    if (count === 0) return null;
    left.set(word, count - 1);
  }
  return [...left].flatMap(([word, count]) => Array<string>(count).fill(word));
}

/** Whether the words stand in `all` in this order, with others between them. */
export function inOrder(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === words[at]) at += 1;
  return at === words.length;
}

export function formatted(document: DespatchDocument, format: 'bold' | 'italic'): string[] {
  const isSo = (inline: Inline) => inline.type === 'text' && inline[format] === true;
  return [...knownBlocks(document)].flatMap((block) =>
    block.content.filter(isSo).map((inline) => (inline.type === 'text' ? inline.text : '')),
  );
}
