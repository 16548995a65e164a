/** Acronyms nobody explains, and variants of one that somebody does. GOV.UK style: explain at first use. */
import type { BlockKind } from '../document/schema.ts';
import { acronymsIn, explainedIn, isShouted, type Use } from './acronym-words.ts';
import { type CheckContext, perBlock, type Rule } from './rule.ts';
import { withoutAddresses } from './words.ts';

/** Words of other people, which the author may not change. */
const foreign: ReadonlySet<BlockKind> = new Set(['quotation', 'appendix', 'backgroundDocument']);
const shoutable: ReadonlySet<BlockKind> = new Set(['title', 'heading', 'label']);
/** A name and its post-nominals, an address: nothing to explain. */
const notProse: ReadonlySet<string> = new Set(['email', 'telephone', 'contactName']);

interface FirstUse extends Use {
  readonly blockId: string;
}

/** Acronyms the author uses in a block; those in other people's words are not his to explain. */
export const usesIn = perBlock(({ block, text }): readonly Use[] => {
  if (foreign.has(block.kind) || (block.kind === 'field' && notProse.has(block.field))) return [];
  if (shoutable.has(block.kind) && isShouted(text)) return [];
  return acronymsIn(withoutAddresses(text));
});

function firstUses({ blocks }: CheckContext): Map<string, FirstUse> {
  const uses = new Map<string, FirstUse>();
  for (const checked of blocks) {
    for (const use of usesIn(checked)) {
      if (!uses.has(use.acronym)) uses.set(use.acronym, { ...use, blockId: checked.block.id });
    }
  }
  return uses;
}

const explanationsIn = perBlock(({ text }) => explainedIn(text));

/** Long words in capitals that the document also has in small letters (`MEMBERS`) are words, not acronyms. */
export function ordinaryWords({ blocks }: CheckContext, uses: Iterable<string>): Set<string> {
  const candidates = new Set([...uses].filter((word) => word.length > 4));
  const found = new Set<string>();
  if (candidates.size === 0) return found;
  for (const { text } of blocks) {
    for (const [word] of text.matchAll(/(?<!\p{L})\p{L}?\p{Ll}{4,}(?!\p{L})/gu)) {
      const capitals = word.toUpperCase();
      if (candidates.has(capitals)) found.add(capitals);
    }
  }
  return found;
}

const names =
  /\p{Lu}\p{Ll}+(?:[’']s?)?(?:[ -](?:(?:of|for|and|the|in) )?\p{Lu}\p{Ll}+(?:[’']s?(?=[ -]\p{Lu}))?){1,5}/gu;

/** The initials of runs of capitalised words, with and without the small ones: `HO` → `Home Office`. */
const initialsIn = perBlock(({ text, block }) => {
  const found = new Map<string, string>();
  if (shoutable.has(block.kind) && isShouted(text)) return found;
  for (const [name] of text.matchAll(names)) {
    const words = name.split(/[ -]/u);
    for (let from = 0; from < words.length; from += 1) {
      for (let to = from + 2; to <= words.length; to += 1) {
        const part = words.slice(from, to);
        if (!/^\p{Lu}/u.test(part[0] ?? '') || !/^\p{Lu}/u.test(part.at(-1) ?? '')) continue;
        const all = part.map((word) => word.slice(0, 1)).join('');
        for (const initials of [all, all.replace(/\p{Ll}/gu, '')]) {
          if (!found.has(initials)) found.set(initials, part.join(' '));
        }
      }
    }
  }
  return found;
});

/** What the unexplained acronyms may stand for, in words of the document itself. */
export function spelledOut({ blocks }: CheckContext, wanted: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  if (wanted.length === 0) return found;
  for (const checked of blocks) {
    for (const [initials, words] of initialsIn(checked)) if (!found.has(initials)) found.set(initials, words);
  }
  return found;
}

/** The explained acronym that this one is a misspelt form of: `SINS` of `SIN`, `DFE` of `DfE`. */
function variantOf(acronym: string, explained: ReadonlySet<string>, byCase: ReadonlyMap<string, string>) {
  const sameLetters = byCase.get(acronym.toUpperCase());
  if (sameLetters !== undefined) return sameLetters;
  const singular = /S$/u.test(acronym) ? acronym.slice(0, -1) : undefined;
  return singular !== undefined && explained.has(singular) ? singular : undefined;
}

export const acronym: Rule = {
  name: 'acronym',
  *check(context) {
    const explained = new Set<string>();
    for (const checked of context.blocks) {
      for (const short of explanationsIn(checked)) explained.add(short);
    }
    const byCase = new Map([...explained].map((short) => [short.toUpperCase(), short]));
    const uses = firstUses(context);
    const ordinary = ordinaryWords(context, uses.keys());
    const open = [...uses.values()].filter(
      (use) => !explained.has(use.acronym) && !ordinary.has(use.acronym),
    );
    const candidates = spelledOut(
      context,
      open.map((use) => use.acronym),
    );
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
