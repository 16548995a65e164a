/** A new document from a template. */
import { type Mint, withDetails } from '../document/build.ts';
import { DOCUMENT_FORMAT } from '../document/format.ts';
import type { Block, DespatchDocument, Inline, KnownBlock, Section } from '../document/schema.ts';
import { defaultSettings } from '../document/settings.ts';
import { blockRules } from '../document/structure.ts';
import type { Template, TemplateBlock, TemplateSection } from './schema.ts';

export interface InstantiateOptions {
  /** Without it the headings and empty blocks alone are laid out, for who knows the form. */
  readonly guidance: boolean;
}

/**
 * Mints new ids, keeps locks, and adds the empty cells that stand under an attendee, an implication or a clearance.
 * Legal for every template that `parseTemplate` let through.
 */
export function instantiate(
  template: Template,
  mint: Mint,
  { guidance }: InstantiateOptions = { guidance: true },
): DespatchDocument {
  const ids = new Map<string, string>();
  const idOf = (local: string): string => {
    const known = ids.get(local) ?? mint();
    ids.set(local, known);
    return known;
  };
  const { kind, marking, settings, name, sections } = template;
  return {
    format: DOCUMENT_FORMAT,
    id: mint(),
    kind,
    marking,
    settings: {
      numbering: settings.numbering ?? defaultSettings.numbering,
      limits: settings.limits ?? defaultSettings.limits,
      template: name,
    },
    sections: sections.flatMap((section) => {
      const made = sectionFrom(section, { mint, idOf, guidance });
      return made.blocks.length === 0 ? [] : [made];
    }),
  };
}

interface Making extends InstantiateOptions {
  readonly mint: Mint;
  /** The new id of a template's own one. */
  idOf(local: string): string;
}

function sectionFrom({ role, blocks }: TemplateSection, making: Making): Section {
  const shown = blocks.filter(({ kind }) => making.guidance || kind !== 'guidance');
  return {
    id: making.mint(),
    role,
    blocks: shown.flatMap((written, at): Block[] => {
      const block = blockFrom(written, making);
      return shown[at + 1]?.kind === 'detail' ? [block] : withDetails(making.mint, block);
    }),
  };
}

function blockFrom(written: TemplateBlock, { mint, idOf }: Making): KnownBlock {
  const base = {
    id: written.id === undefined ? mint() : idOf(written.id),
    level: written.level ?? blockRules[written.kind].minLevel,
    content: contentFrom(written.content, idOf),
    citations: [],
  };
  if (written.kind === 'field' || written.kind === 'question') {
    return { ...written, ...base, label: written.label ?? null };
  }
  if (written.kind !== 'table') return { ...written, ...base };
  const rows = written.rows.map((row) => row.map((cell) => ({ content: contentFrom(cell.content, idOf) })));
  return { ...written, ...base, rows };
}

function contentFrom(content: TemplateBlock['content'], idOf: Making['idOf']): Inline[] {
  if (content === undefined || content === '') return [];
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return content.map((inline) =>
    inline.type === 'reference' ? { ...inline, target: idOf(inline.target) } : inline,
  );
}
