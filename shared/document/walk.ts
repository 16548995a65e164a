/** Reading a document without caring how it is stored. */

import type {
  AnySection,
  Block,
  DespatchDocument,
  FieldBlock,
  FieldName,
  Inline,
  KnownBlock,
} from './schema.ts';
import { fieldRules } from './structure.ts';

export interface Located {
  readonly section: AnySection;
  readonly block: Block;
  /** Position of the block in its section. */
  readonly at: number;
}

/** Every block in reading order, unknown ones included. */
export function* walk(document: DespatchDocument): Generator<Located> {
  for (const section of document.sections) {
    for (const [at, block] of section.blocks.entries()) yield { section, block, at };
  }
}

/** Every block this version understands, in reading order. */
export function* knownBlocks(document: DespatchDocument): Generator<KnownBlock> {
  for (const { block } of walk(document)) if (block.kind !== 'unknown') yield block;
}

/**
 * The characters of a run of inlines; a line break is one newline. A reference has no words of its own: whoever shows
 * or prints it makes them from its target.
 */
export function plainText(content: readonly Inline[]): string {
  return content
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : ''))
    .join('');
}

/** The words of a block, those of a table's cells after its caption; its parts are lines. */
export function blockText(block: KnownBlock): string {
  const own = plainText(block.content);
  if (block.kind !== 'table') return own;
  return [own, ...block.rows.flat().map((cell) => plainText(cell.content))].join('\n');
}

export function isEmpty(block: KnownBlock): boolean {
  if (block.kind === 'table' || block.kind === 'image') return false;
  return plainText(block.content).trim() === '' && !block.content.some(({ type }) => type === 'reference');
}

/** The first field of this name, empty or not. */
export function findField(document: DespatchDocument, name: FieldName): FieldBlock | undefined {
  for (const block of knownBlocks(document)) if (block.kind === 'field' && block.field === name) return block;
  return undefined;
}

/** The label to show before a field: the author's own, or the usual one. */
export function fieldLabel(block: FieldBlock): string {
  return block.label ?? fieldRules[block.field].label;
}

/** The document's title as plain text; empty where there is none yet. */
export function titleOf(document: DespatchDocument): string {
  for (const block of knownBlocks(document)) {
    if (block.kind === 'title') return plainText(block.content).trim();
  }
  return '';
}
