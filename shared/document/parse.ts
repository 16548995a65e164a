/**
 * The one gate through which stored or received JSON becomes a document ("parse at the edge, trust inside").
 * Nothing is dropped here: what this version cannot read is kept whole as an unknown block and makes the
 * document read-only.
 */
import { DespatchError } from '../contract/errors.ts';
import {
  type AnySection,
  type Block,
  type DespatchDocument,
  DOCUMENT_FORMAT,
  documentShell,
  knownBlockSchema,
  markingSchema,
  type SectionRole,
  sectionRoles,
} from './schema.ts';
import { defaultSettings } from './settings.ts';
import { documentSettingsSchema } from './settings-schema.ts';
import { upgradedBlock } from './upgrade.ts';
import { wordedBlock } from './worded-block.ts';

export interface ParsedDocument {
  readonly document: DespatchDocument;
  /** Names of the parts this version does not know; not empty means: show it, never save or export it. */
  readonly unknownParts: readonly string[];
}

function asRecord(raw: unknown): Record<string, unknown> {
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
}

/** @param position distinguishes blocks without a usable id, which must still be addressable. */
function parseBlock(raw: unknown, position: string): Block {
  const worded = wordedBlock(raw);
  if (worded) return worded;
  const known = knownBlockSchema.safeParse(upgradedBlock(raw));
  if (known.success) return known.data;
  const record = asRecord(raw);
  const id = record['id'];
  const kind = record['kind'];
  return {
    kind: 'unknown',
    id: typeof id === 'string' && id !== '' ? id : `unknown-${position}`,
    originalKind: typeof kind === 'string' ? kind : 'nameless',
    raw,
  };
}

function isSectionRole(role: string): role is SectionRole {
  return (sectionRoles as readonly string[]).includes(role);
}

/** Parses one stored section; never throws, because a section must not be lost for one block. */
export function parseSection(raw: unknown, position: number): AnySection {
  const record = asRecord(raw);
  const id = typeof record['id'] === 'string' && record['id'] !== '' ? record['id'] : `unknown-${position}`;
  const { role, blocks } = record;
  const knownKeys = Object.keys(record).every((key) => ['id', 'role', 'blocks'].includes(key));
  if (knownKeys && typeof role === 'string' && isSectionRole(role) && Array.isArray(blocks)) {
    return { id, role, blocks: blocks.map((block, at) => parseBlock(block, `${position}-${at}`)) };
  }
  const originalKind = `section ${typeof role === 'string' ? role : 'without a role'}`;
  return { id, role: 'unknown', raw, blocks: [{ kind: 'unknown', id: `unknown-${id}`, originalKind, raw }] };
}

/** The JSON to store for a section: exactly what was read where this version could not understand it. */
export function serialiseSection(section: AnySection): unknown {
  if (section.role === 'unknown') return section.raw;
  return {
    id: section.id,
    role: section.role,
    blocks: section.blocks.map((block) => (block.kind === 'unknown' ? block.raw : block)),
  };
}

/**
 * A document as it came from the library, in JSON. Its sections travel as the text that they are stored as: a long
 * document is so read once, by whoever wants it, and neither taken apart nor cloned on its way.
 * @throws DespatchError `library.damaged` when the text cannot be read.
 */
export function withSections(raw: unknown): unknown {
  const record = asRecord(raw);
  const { sections } = record;
  if (typeof sections !== 'string') return raw;
  try {
    return { ...record, sections: JSON.parse(sections) };
  } catch {
    // The parser's own words quote the text.
    throw new DespatchError('library.damaged', { reason: 'a stored text is not JSON' });
  }
}

/**
 * Parses a whole document.
 * @throws DespatchError `library.damaged` when its sections are a text that cannot be read, `document.invalid` when it is
 *   not a Despatch document at all, `document.newer` when it is one whose very frame is newer than this version.
 */
export function parseDocument(given: unknown): ParsedDocument {
  const raw = withSections(given);
  const shell = documentShell.safeParse(raw);
  if (!shell.success) {
    const format = asRecord(raw)['format'];
    if (typeof format === 'number' && format > DOCUMENT_FORMAT) {
      throw new DespatchError('document.newer', { reason: `document format ${format}` });
    }
    throw new DespatchError('document.invalid', { reason: shell.error.issues[0]?.message ?? 'unknown' });
  }
  const { format, id, kind, sections } = shell.data;
  const marking = markingSchema.nullable().safeParse(shell.data.marking);
  // Format 1 had no settings; everything else it could say, format 2 says the same way. Format 3: `upgrade.ts`.
  const settings = documentSettingsSchema.safeParse(shell.data.settings ?? defaultSettings);
  const document: DespatchDocument = {
    format: Math.max(format, DOCUMENT_FORMAT),
    id,
    kind,
    marking: marking.success ? marking.data : null,
    settings: settings.success ? settings.data : defaultSettings,
    sections: sections.map(parseSection),
  };
  const unknownParts = new Set<string>();
  if (!marking.success) unknownParts.add('marking');
  if (!settings.success) unknownParts.add('settings');
  if (format > DOCUMENT_FORMAT) unknownParts.add(`document format ${format}`);
  for (const section of document.sections) {
    for (const block of section.blocks) if (block.kind === 'unknown') unknownParts.add(block.originalKind);
  }
  return { document, unknownParts: [...unknownParts] };
}

/** The JSON to write for a whole document. */
export function serialiseDocument(document: DespatchDocument): unknown {
  return { ...document, sections: document.sections.map(serialiseSection) };
}
