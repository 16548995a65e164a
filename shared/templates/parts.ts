/** The outline of a template, small enough to choose by. */
import { blockRules, fieldRules, sectionRules } from '../document/structure.ts';
import { plainText } from '../document/walk.ts';
import type { Template, TemplateBlock } from './schema.ts';

export interface TemplatePart {
  /** The words of its heading, or what the part is called where it has none. */
  readonly title: string;
  /** What is written in it, without repeats: its fields, labels and sub-headings, and names of kinds. */
  readonly holds: readonly string[];
}

export function partsOf({ sections }: Template): TemplatePart[] {
  return sections.map(({ role, blocks }) => {
    const [first] = blocks;
    const heading = first?.kind === 'heading' ? wordsOf(first) : '';
    const holds = new Set(blocks.slice(heading === '' ? 0 : 1).map(nameOf));
    holds.delete('');
    return { title: heading === '' ? sectionRules[role].name : heading, holds: [...holds] };
  });
}

/** Too general, or too small, to tell one template from another. */
const unsaid: ReadonlySet<TemplateBlock['kind']> = new Set(['title', 'text', 'guidance', 'detail']);

function nameOf(block: TemplateBlock): string {
  if (unsaid.has(block.kind)) return '';
  if (block.kind === 'field') return block.label ?? fieldRules[block.field].label;
  if (block.kind === 'heading' || block.kind === 'label') return wordsOf(block);
  return blockRules[block.kind].name;
}

function wordsOf({ content }: TemplateBlock): string {
  if (content === undefined) return '';
  return (typeof content === 'string' ? content : plainText(content)).trim();
}
