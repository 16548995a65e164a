/** Reading references to appendices out of prose: `Appendix 1`, `Appendices 1 and 2`, `Annexes A to C`. */
import type { CheckedBlock } from './rule.ts';

/** `1`, `2b`, `A`, `A1`, `IV`; compared in upper case, so that `2B` and `2b` agree. */
const designation = String.raw`(?:\d{1,3}[A-Za-z]?|[A-Z]\d{0,2}|[IVX]{2,5})(?![\p{L}\p{N}])`;
const several = String.raw`(?:\s*(?:,\s*and|,|and|or|&|to|-|–)\s*(?!I\s\p{Ll})${designation})*`;
// After the singular only what cannot begin something else: `Appendix 1 and 2.`, but not `Appendix 1 and 15 schools`.
const another = String.raw`(?:\s*(?:and|&|-|–)\s*${designation}(?=\s*(?:[.,;:)]|$)|\s+(?:are|contain|describe|give|list|of|set|show|to)\b))?`;
const reference = new RegExp(
  String.raw`\b(?:([Aa]ppendices|[Aa]nnexes|APPENDICES|ANNEXES)\s+(${designation}${several})|([Aa]ppendix|[Aa]nnex|APPENDIX|ANNEX)\s+(${designation}${another}))`,
  'gu',
);
const oneDesignation = new RegExp(`(${designation})`, 'u');
/** `Appendix 2 to the Framework` belongs to another document; `Appendix 2 to this report` is ours. */
const elsewhere =
  /^\s+(?:of|to)\s+(?!(?:this|the)\s+(?:report|paper|brief|briefing|pack)\b)(?:the|that|their|its|his|her|\p{Lu})/u;
const widest = 30;

/** `A`…`C` or `1`…`3`, both ends included; only the ends where they do not count up in one alphabet. */
function range(from: string, to: string): string[] {
  const numbers = /^\d+$/u.test(from) && /^\d+$/u.test(to);
  const letters = /^[A-Z]$/u.test(from) && /^[A-Z]$/u.test(to);
  if (!numbers && !letters) return [from, to];
  const value = (end: string) => (numbers ? Number(end) : end.charCodeAt(0));
  const length = value(to) - value(from) + 1;
  if (length < 1 || length > widest) return [from, to];
  return Array.from({ length }, (_, at) =>
    numbers ? String(value(from) + at) : String.fromCharCode(value(from) + at),
  );
}

function designations(words: string): string[] {
  const parts = words.split(oneDesignation).map((part) => part.trim());
  const found: string[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const name = (parts[at] ?? '').toUpperCase();
    const before = found.at(-1);
    if (before !== undefined && /^(?:to|-|–)$/u.test(parts[at - 1] ?? '')) {
      found.push(...range(before, name).slice(1));
    } else {
      found.push(name);
    }
  }
  return found;
}

/** The appendices a text refers to, in its order; those of other documents left out. */
export function appendixReferences(text: string): { word: string; designation: string }[] {
  const found: { word: string; designation: string }[] = [];
  if (!/append|annex/iu.test(text)) return found;
  for (const match of text.matchAll(reference)) {
    const [all, plural, names, singular, name] = match;
    if (elsewhere.test(text.slice(match.index + all.length, match.index + all.length + 60))) continue;
    const word = /^annex/iu.test(plural ?? singular ?? '') ? 'Annex' : 'Appendix';
    for (const one of designations(names ?? name ?? '')) found.push({ word, designation: one });
  }
  return found;
}

/** A block that is the appendix, or its place in the list, rather than a mention of it; upper case. */
export function listedDesignation({ block, text, section }: CheckedBlock): string | undefined {
  if (block.kind === 'appendix') return block.designation.trim().toUpperCase();
  const lists = block.kind === 'heading' || section.role === 'documents';
  if (!lists || !/^\s*(?:Appendix|Annex)\b/iu.test(text)) return undefined;
  return appendixReferences(text)[0]?.designation;
}

/** Whether what a block says counts as citing: lists do not cite themselves, and a quotation cites its own annexes. */
export function mayCite(checked: CheckedBlock): boolean {
  return checked.block.kind !== 'quotation' && listedDesignation(checked) === undefined;
}
