/** Acronyms nobody explains, and variants of one that somebody does. GOV.UK style: explain at first use. */
import type { BlockKind } from '../document/schema.ts';
import { acronymsIn, explainedIn, isShouted, type Use } from './acronym-words.ts';
import type { CheckContext, Rule } from './rule.ts';
import { withoutAddresses } from './words.ts';

/** Words of other people, which the author may not change. */
const foreign: ReadonlySet<BlockKind> = new Set(['quotation', 'appendix', 'backgroundDocument']);
const shoutable: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'label']);
/** A name and its post-nominals, an address: nothing to explain. */
const notProse: ReadonlySet<string> = new Set(['email', 'telephone', 'contactName']);

interface FirstUse extends Use {
  readonly blockId: string;
}

function firstUses({ blocks }: CheckContext): Map<string, FirstUse> {
  const uses = new Map<string, FirstUse>();
  for (const { block, text } of blocks) {
    if (foreign.has(block.kind) || (block.kind === 'field' && notProse.has(block.field))) continue;
    if (shoutable.has(block.kind) && isShouted(text)) continue;
    for (const use of acronymsIn(withoutAddresses(text))) {
      if (!uses.has(use.acronym)) uses.set(use.acronym, { ...use, blockId: block.id });
    }
  }
  return uses;
}

/** Long words in capitals that the document also has in small letters (`MEMBERS`) are words, not acronyms. */
function ordinaryWords({ blocks }: CheckContext, candidates: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { text } of blocks) {
    for (const [word] of text.matchAll(/(?<!\p{L})\p{L}?\p{Ll}{4,}(?!\p{L})/gu)) {
      const capitals = word.toUpperCase();
      if (candidates.has(capitals)) found.add(capitals);
    }
  }
  return found;
}

/** Runs of capitalised words whose initials spell one of the wanted acronyms: `Home Office` for `HO`. */
function spelledOut({ blocks }: CheckContext, wanted: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { text, block } of blocks) {
    if (shoutable.has(block.kind) && isShouted(text)) continue;
    for (const [run] of text.matchAll(
      /\p{Lu}\p{Ll}+(?:[ -](?:(?:of|for|and|the|in) )?\p{Lu}\p{Ll}+){1,5}/gu,
    )) {
      const words = run.split(/[ -]/u);
      for (let from = 0; from < words.length; from += 1) {
        for (let to = from + 2; to <= words.length; to += 1) {
          const part = words.slice(from, to);
          const capitals = part.map((word) => word.replace(/^\p{Ll}.*/u, '').slice(0, 1)).join('');
          const all = part.map((word) => word.slice(0, 1)).join('');
          const ends = /^\p{Lu}/u.test(part[0] ?? '') && /^\p{Lu}/u.test(part.at(-1) ?? '');
          for (const initials of ends ? [capitals, all] : []) {
            if (wanted.has(initials) && !found.has(initials)) found.set(initials, part.join(' '));
          }
        }
      }
    }
  }
  return found;
}

/** The explained acronym that this one is a misspelt form of: `SINS` of `SIN`, `DFE` of `DfE`. */
function variantOf(
  acronym: string,
  explained: ReadonlyMap<string, string>,
  byCase: ReadonlyMap<string, string>,
) {
  const sameLetters = byCase.get(acronym.toUpperCase());
  if (sameLetters !== undefined) return sameLetters;
  const singular = /S$/u.test(acronym) ? acronym.slice(0, -1) : undefined;
  return singular !== undefined && explained.has(singular) ? singular : undefined;
}

export const acronym: Rule = {
  name: 'acronym',
  *check(context) {
    const explained = new Map<string, string>();
    for (const { text } of context.blocks)
      for (const [short, long] of explainedIn(text)) explained.set(short, long);
    const byCase = new Map([...explained.keys()].map((short) => [short.toUpperCase(), short]));
    const uses = firstUses(context);
    const ordinary = ordinaryWords(context, new Set(uses.keys()));
    const open = [...uses.values()].filter(
      (use) => !explained.has(use.acronym) && !ordinary.has(use.acronym),
    );
    const candidates = spelledOut(context, new Set(open.map((use) => use.acronym)));
    for (const { acronym: short, written, blockId } of open) {
      const variant = variantOf(short, explained, byCase);
      const long = candidates.get(short);
      const message =
        variant !== undefined
          ? `“${written}” is used here, but only “${variant}” is explained. Write “${variant}”${written.length > variant.length ? ` or “${variant}s”` : ''}, the same everywhere.`
          : long !== undefined
            ? `“${written}” is never explained. At its first use write “${long} (${short})”, if that is what it stands for.`
            : `“${written}” is never explained. Write it out in full at its first use, with “(${short})” after it.`;
      yield { severity: 'warning', blockId, message };
    }
  },
};
