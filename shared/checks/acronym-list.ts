/** The acronyms of a document with what they stand for: what a reader's glossary would say. */
import type { DespatchDocument } from '../document/schema.ts';
import { ordinaryWords, spelledOut, usesIn } from './acronym.ts';
import { spells } from './acronym-words.ts';
import { checkContext, perBlock } from './rule.ts';

export interface AcronymEntry {
  /** Without the s of a plural. */
  readonly acronym: string;
  /** As it stands at its first use. */
  readonly written: string;
  readonly uses: number;
  /** Where it is first used, and from which character of that block to which. */
  readonly first: { readonly blockId: string; readonly start: number; readonly end: number };
  /** What the document says it stands for; null where it is never explained. */
  readonly expansion: string | null;
  /** Words of the document it may stand for, where it is never explained. */
  readonly proposal: string | null;
}

/** The shortest run of words at the end of `before` that the acronym abbreviates. */
function expansionBefore(before: string, acronym: string): string | null {
  const words = before.trim().split(/\s+/u);
  const most = Math.min(words.length, acronym.length * 2, acronym.length + 5);
  for (let count = 1; count <= most; count += 1) {
    const tail = words.slice(-count).join(' ');
    const startsSo = tail.charAt(0).toUpperCase() === acronym.charAt(0).toUpperCase();
    if (startsSo && spells(tail, acronym)) return tail.replace(/^[("“‘]+/u, '');
  }
  return null;
}

/** Acronym → expansion, as this block explains them: `Serious Incident Notification (SIN)` or the other way round. */
const expansionsIn = perBlock(({ text }) => {
  const found = new Map<string, string>();
  for (const match of text.matchAll(/\(["“‘']?([^()\n]{2,200}?)["”’']?\)/gu)) {
    const [, inside = ''] = match;
    const before = text.slice(Math.max(0, match.index - 240), match.index).trim();
    const short = /^([A-Z][A-Za-z]{0,6}[A-Z]|[A-Z]{2,10})s?$/u.exec(inside.trim())?.[1];
    const used = /(?<![\p{L}\p{N}])([A-Z][A-Za-z]{0,6}[A-Z]|[A-Z]{2,10})s?$/u.exec(before)?.[1];
    const long = short ? expansionBefore(before, short) : null;
    if (short && long !== null) found.set(short, long);
    else if (used && inside.includes(' ') && spells(inside, used)) found.set(used, inside.trim());
  }
  return found;
});

/** Alphabetical. Time is linear in the document; what was read of a block is remembered while it lives. */
export function acronymList(document: DespatchDocument): AcronymEntry[] {
  const context = checkContext(document, []);
  const expansions = new Map<string, string>();
  const entries = new Map<string, Omit<AcronymEntry, 'expansion' | 'proposal'>>();
  for (const checked of context.blocks) {
    for (const [acronym, long] of expansionsIn(checked)) {
      if (!expansions.has(acronym)) expansions.set(acronym, long);
    }
    for (const { acronym, written, at } of usesIn(checked)) {
      const known = entries.get(acronym);
      const first = { blockId: checked.block.id, start: at, end: at + written.length };
      entries.set(acronym, known ? { ...known, uses: known.uses + 1 } : { acronym, written, uses: 1, first });
    }
  }
  const ordinary = ordinaryWords(context, entries.keys());
  const open = [...entries.keys()].filter((acronym) => !expansions.has(acronym));
  const proposals = spelledOut(context, open);
  return [...entries.values()]
    .filter(({ acronym }) => !ordinary.has(acronym))
    .map((entry) => ({
      ...entry,
      expansion: expansions.get(entry.acronym) ?? null,
      proposal: expansions.has(entry.acronym) ? null : (proposals.get(entry.acronym) ?? null),
    }))
    .sort((a, b) => a.acronym.localeCompare(b.acronym, 'en-GB'));
}
