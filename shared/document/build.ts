/** Making new blocks and documents. Ids come from the caller, because `shared/` has no source of randomness. */
import type {
  AnySection,
  AppendixBlock,
  Block,
  DespatchDocument,
  DetailBlock,
  DetailName,
  FieldBlock,
  FieldName,
  Inline,
  KnownBlock,
  PlainBlock,
  QuestionBlock,
  Section,
  SectionRole,
  TableBlock,
} from './schema.ts';
import { blockRules, standardFields } from './structure.ts';

/** Returns a new id that no other block, section or document has. */
export type Mint = () => string;

export function plainBlock(
  mint: Mint,
  kind: PlainBlock['kind'],
  content: readonly Inline[],
  level: number = blockRules[kind].minLevel,
): PlainBlock {
  return { id: mint(), kind, level, content: [...content], citations: [] };
}

export function fieldBlock(
  mint: Mint,
  field: FieldName,
  content: readonly Inline[],
  label: string | null = null,
): FieldBlock {
  return { id: mint(), kind: 'field', level: 0, content: [...content], citations: [], field, label };
}

export function questionBlock(
  mint: Mint,
  content: readonly Inline[],
  label: string | null,
  level = 0,
): QuestionBlock {
  return { id: mint(), kind: 'question', level, content: [...content], citations: [], label };
}

export function appendixBlock(mint: Mint, content: readonly Inline[], designation: string): AppendixBlock {
  return { id: mint(), kind: 'appendix', level: 0, content: [...content], citations: [], designation };
}

/** @param rows at least one, all of one length. */
export function tableBlock(
  mint: Mint,
  rows: readonly (readonly (readonly Inline[])[])[],
  heads: Pick<TableBlock, 'headerRow' | 'headerColumn'>,
): TableBlock {
  const cells = rows.map((row) => row.map((content) => ({ content: [...content] })));
  return { id: mint(), kind: 'table', level: 0, content: [], citations: [], ...heads, rows: cells };
}

export function section(mint: Mint, role: SectionRole, blocks: readonly Block[]): Section {
  return { id: mint(), role, blocks };
}

/**
 * Adds, empty, the standard fields the document lacks: beside their fellows where a section of that role exists,
 * in a new section otherwise. Existing blocks are neither moved nor changed.
 */
export function withStandardFields(document: DespatchDocument, mint: Mint): DespatchDocument {
  const present = new Set<FieldName>();
  for (const { blocks } of document.sections) {
    for (const block of blocks) if (block.kind === 'field') present.add(block.field);
  }
  const sections: AnySection[] = [...document.sections];
  for (const plan of standardFields[document.kind]) {
    const missing = plan.fields.filter((field) => !present.has(field));
    if (missing.length === 0) continue;
    const empty = missing.map((field) => fieldBlock(mint, field, []));
    const at = sections.findLastIndex((candidate) => candidate.role === plan.role);
    const existing = sections[at];
    if (existing && existing.role !== 'unknown') {
      sections[at] = { ...existing, blocks: [...existing.blocks, ...empty] };
    } else if (plan.role === 'front') {
      sections.unshift(section(mint, plan.role, empty));
    } else {
      sections.push(section(mint, plan.role, empty));
    }
  }
  return { ...document, sections };
}

function detailBlock(mint: Mint, detail: DetailName): DetailBlock {
  return { id: mint(), kind: 'detail', level: 0, content: [], citations: [], detail };
}

/** An empty block of a kind with the details that stand under it in every case. */
export function withDetails(mint: Mint, block: KnownBlock): KnownBlock[] {
  const rule = blockRules[block.kind].details;
  return rule?.form === 'row' ? [block, ...rule.names.map((name) => detailBlock(mint, name))] : [block];
}
