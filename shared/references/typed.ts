/** Finding references that were typed as words: "paragraph 12", "paras 3 to 5", "recommendation b". */
import { lazily } from '../lazily.ts';
import type { ReferenceTarget, ReferenceTargets, TargetKind } from './words.ts';

export interface TypedPart {
  /** Where the number stands in the text. */
  readonly start: number;
  readonly end: number;
  readonly number: string;
}

/** What a text says, before anybody asks whether it is so. */
export interface TypedWords {
  readonly kind: TargetKind;
  /** Of the whole phrase. */
  readonly start: number;
  readonly end: number;
  readonly parts: readonly TypedPart[];
  /** Nothing else than this document can be meant, so a number that is not there is a mistake. */
  readonly certain: boolean;
}

/**
 * found: exactly what a reference would say. wording: it is there, but references write it in another way.
 * ambiguous: several blocks bear the number. missing: none does.
 */
export type TypedOutcome =
  | { readonly found: 'found'; readonly targets: readonly ReferenceTarget[] }
  | { readonly found: 'wording'; readonly usual: string }
  | { readonly found: 'ambiguous' | 'missing' };

interface Form {
  readonly kind: TargetKind;
  /** Cheap to look for before the pattern is tried. */
  readonly hint: RegExp;
  readonly plural: string;
  readonly singular: string;
  readonly number: string;
  /** Whether the number of anything else but this document is so unlikely here that a missing one is reported. */
  certain(phrase: string, behind: string): boolean;
}

const dotted = String.raw`\d{1,4}(?:\.\d{1,3}){0,2}`;
const nested = String.raw`${dotted}(?:(?:\([a-z]{1,4}\)){1,2}|\.?[a-z](?!\p{L}))?(?![\p{L}\p{N}%(]|\.\d)`;
const plain = String.raw`${dotted}(?![\p{L}\p{N}%(]|\.\d)`;
// "recommendation a" needs something behind it that no noun is, because "a" is a word.
const closing = String.raw`(?=[.,;:)\]]|\s*$|\s+(?:and|or|to|above|below|is|asks|seeks|in)\b)`;
const letter = String.raw`(?<!\p{L})(?:\([a-z]\)|[b-hj-z](?![\p{L}\p{N}’'])|[ai]${closing}|[a-z](?:\([ivx]{1,4}\)))(?:\([ivx]{1,4}\))?`;
const designation = String.raw`(?:\d{1,3}[A-Za-z]?|[A-Z]\d{0,2}|[IVX]{2,5})(?![\p{L}\p{N}])`;

const always = () => true;
const never = () => false;
const capital = (phrase: string) => /^\p{Lu}/u.test(phrase);
const pointing = (_: string, behind: string) =>
  /^\s+(?:above|below|of this (?:report|brief|paper|submission))\b/u.test(behind);

function form(
  kind: TargetKind,
  singular: string,
  plural: string,
  number: string,
  certain: Form['certain'],
): Form {
  return { kind, hint: new RegExp(singular, 'u'), singular, plural, number, certain };
}

const forms = (): readonly Form[] => [
  form(
    'paragraph',
    String.raw`(?:[Pp]aragraph|[Pp]ara\.?)`,
    String.raw`(?:[Pp]aragraphs|[Pp]aras\.?)`,
    nested,
    always,
  ),
  form('section', '[Ss]ection', '[Ss]ections', plain, pointing),
  form('recommendation', '[Rr]ecommendation', '[Rr]ecommendations', letter, always),
  form('agendaItem', '[Aa]genda [Ii]tem', '[Aa]genda [Ii]tems', plain, always),
  // An appendix that is not in the list has a finding of its own.
  form('appendix', '[Aa]ppendix', '[Aa]ppendices', designation, never),
  form('annex', '[Aa]nnex', '[Aa]nnexes', designation, never),
  form('table', '[Tt]able', '[Tt]ables', plain, capital),
  form('figure', '[Ff]igure', '[Ff]igures', plain, capital),
  form('option', 'Option', 'Options', plain, never),
];

const between = String.raw`\s*(?:,\s*and|,|and|or|&|to|-|–)\s*`;
// After the singular only what cannot begin something else: "paragraph 3 to 5", "paragraph 3 and 5.", not "and 5 schools".
const second = (number: string) =>
  String.raw`(?:\s*(?:to|-|–)\s*${number}|\s*(?:and|&|or)\s*${number}(?=\s*(?:[.,;:)]|$)|\s+(?:above|below)\b))?`;

const patterns = lazily(() =>
  forms().map((each) => ({
    ...each,
    several: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:(${each.plural}\s+)(${each.number}(?:${between}${each.number}){0,20})|(${each.singular}\s+)(${each.number}${second(each.number)}))`,
      'gu',
    ),
    one: new RegExp(each.number, 'gu'),
  })),
);

/** "paragraph 3 of the Framework" belongs to another document; "paragraph 3 of this report" is ours. */
const elsewhereBehind =
  /^(?:\s+(?:of|to|in)\s+(?!(?:this|the)\s+(?:report|paper|brief|briefing|pack|submission)\b)(?:the|that|their|its|his|her|an?|\p{Lu})|,?\s+(?:Schedule|Part)\s+\d|\s+(?:agreement|notice|officer|order|direction)s?\b)/u;
const elsewhereBefore =
  /(?:\b(?:Act|Acts|Code|Framework|Guidance|NPPF|Order|Regulations?|Rules?|Schedule|Statement)\b(?:\s+(?:19|20)?\d{1,2})?,?\s+(?:at\s+|in\s+)?|\bthe (?:previous|earlier|last) report,?\s+)\(?$/u;

/** References typed in a text, in its order; those that name another document are left out. */
export function typedWords(text: string): TypedWords[] {
  const found: TypedWords[] = [];
  for (const { kind, hint, several, one, certain } of patterns()) {
    if (!hint.test(text)) continue;
    for (const match of text.matchAll(several)) {
      const phrase = match[0];
      const numbers = match[2] ?? match[4] ?? '';
      const end = match.index + phrase.length;
      const behind = text.slice(end, end + 60);
      if (elsewhereBehind.test(behind)) continue;
      if (elsewhereBefore.test(text.slice(Math.max(0, match.index - 60), match.index))) continue;
      const from = end - numbers.length;
      const parts = [...numbers.matchAll(one)].map((part): TypedPart => {
        const bracketed = /^\(([a-z])\)$/u.exec(part[0])?.[1];
        const start = from + part.index + (bracketed === undefined ? 0 : 1);
        const number = bracketed ?? part[0];
        return { start, end: start + number.length, number };
      });
      if (parts.length > 0) {
        found.push({ kind, start: match.index, end, parts, certain: certain(phrase, behind) });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

interface Index {
  readonly kinds: ReadonlySet<TargetKind>;
  readonly byNumber: ReadonlyMap<string, readonly ReferenceTarget[]>;
}
const indices = new WeakMap<ReferenceTargets, Index>();

/** "12a", "12.a" and "12(a)" are the same paragraph, "2B" and "2b" the same appendix. */
function keyOf(kind: TargetKind, number: string): string {
  const loose = number.toLowerCase().replace(/^(\d[\d.]*?)\.?([a-z])$/u, '$1($2)');
  return `${kind} ${loose.replaceAll(/[()]+/gu, '.').replace(/\.$/u, '')}`;
}

function indexOf(targets: ReferenceTargets): Index {
  const before = indices.get(targets);
  if (before) return before;
  const byNumber = new Map<string, ReferenceTarget[]>();
  const kinds = new Set<TargetKind>();
  for (const target of targets.values()) {
    kinds.add(target.kind);
    if (target.number === null || target.repeated) continue;
    const key = keyOf(target.kind, target.number);
    const known = byNumber.get(key);
    if (known) known.push(target);
    else byNumber.set(key, [target]);
  }
  const index = { kinds, byNumber };
  indices.set(targets, index);
  return index;
}

/** What stands behind typed words; null where another document may be meant as well, so that nothing is to be said. */
export function resolveTyped(typed: TypedWords, targets: ReferenceTargets): TypedOutcome | null {
  const { kinds, byNumber } = indexOf(targets);
  const found: ReferenceTarget[] = [];
  let usual: string | null = null;
  for (const { number } of typed.parts) {
    const [target, ...more] = byNumber.get(keyOf(typed.kind, number)) ?? [];
    if (!target) return typed.certain && kinds.has(typed.kind) ? { found: 'missing' } : null;
    if (more.length > 0) return { found: 'ambiguous' };
    if (target.number !== number) usual ??= target.number;
    found.push(target);
  }
  return usual === null ? { found: 'found', targets: found } : { found: 'wording', usual };
}
