/** Words that stand in for words still to be written, and alternatives nobody has chosen between. */
import { fieldLabel } from '../document/walk.ts';
import { lazily } from '../lazily.ts';
import { type CheckedBlock, perBlock, type Rule } from './rule.ts';
import { quote, withoutAddresses } from './words.ts';

const standIns = lazily((): readonly RegExp[] => [
  /(?<![\p{L}\p{N}])(?:TB[ACD]|tb[cd]|T\.B\.[ACD]\.?)(?![\p{L}\p{N}])/gu,
  // XX is twenty in `Article XX`.
  /(?<!\b(?:Article|Part|Chapter|Title|Schedule|Annex|Volume|Protocol|Book|Section|Appendix)\s)(?<![\p{L}\p{N}])(?:X{2,}|x{2,})(?:[%kmb]|bn|th|st|nd|rd)?(?![\p{L}\p{N}])/gu,
  /[£$€]\s?[Xx]+(?:[.,][Xx]+)?(?:m|k|bn)?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])X(?:%| per cent\b)/gu,
  /\?{2,}|[([]\?[)\]]/gu,
  /\[\s*\]|\(\s*\)|\{\s*\}/gu,
  /_{3,}|(?<![.…\p{L}])\.{5,}/gu,
  /\[(?:insert|add|name|names|date|time|place|location|venue|amount|figure|figures|number|title|link|organisation|department|team|job title|role|official|minister|drafting|note|to be|to follow|to check|to confirm|check|confirm|your|tb[acd]|x{1,})\b[^[\]\n]{0,200}\]/giu,
  /(?<![\p{L}\p{N}])<\p{L}[\p{L} _-]{0,60}>/gu,
  /\blorem ipsum\b/giu,
  // "To be confirmed" opens what nobody has written; in a sentence it may be what happens to an appointment.
  /(?:^|(?<=[:(–-]\s?))to be (?:confirmed|advised|announced|determined|agreed)\b/giu,
  /\{\p{L}[\p{L} _-]{0,60}\}/gu,
  /(?<![\p{L}\p{N}])TODO(?![\p{L}\p{N}])/gu,
  // A drafter's note to the next drafter.
  /\[DN\b[^[\]\n]{0,200}\]/gu,
]);

/**
 * Auxiliary and modal verbs. A sentence has one finite verb at a place, so two of these around a slash
 * (`will/has issued`) are always an undecided draft, while `and/or`, `he/she` and `threats/harms` are prose.
 */
const auxiliaries = new Set(
  'am are be been being can cannot could did do does had has have is may might must shall should was were will would'.split(
    ' ',
  ),
);

const slashed = /(?<![\p{L}\p{N}/.@_-])\p{L}+(?: not)?(?: ?\/ ?\p{L}+(?: not)?)+(?![\p{L}\p{N}/@_])/gu;

/** `issue` of issue, issues, issued, issuing; shortest common form only. */
function stem(verb: string): { root: string; ending: string } {
  const ending = /(?:ed|ing|es|s)$/u.exec(verb)?.[0] ?? '';
  return { root: verb.slice(0, verb.length - ending.length).replace(/e$/u, ''), ending };
}

/** Two forms of one verb, one of them in -ed: `issued/issuing`. Plurals (`parent/parents`) are no choice of verb. */
function sameVerb(one: string, two: string): boolean {
  const a = stem(one);
  const b = stem(two);
  return (
    a.root.length > 2 &&
    a.root === b.root &&
    a.ending !== b.ending &&
    (a.ending === 'ed' || b.ending === 'ed')
  );
}

function isUndecided(alternatives: string): boolean {
  const words = alternatives.toLowerCase().split(/\s*\/\s*/u);
  const verbs = words.map((word) => word.replace(/ not$/u, ''));
  // `May/June`: a month is written with a capital.
  if (/\bMay\b/u.test(alternatives)) return false;
  return (
    verbs.every((verb) => auxiliaries.has(verb)) ||
    verbs.some((verb, at) => sameVerb(verb, verbs[at + 1] ?? ''))
  );
}

/** Every pattern here needs one of these; most paragraphs have none. */
const worthLooking = /[[({</?_£$€X]|TB|tb|T\.B|xx|\.{5}|[Ll]orem|TODO|[Tt]o be /u;

/** In order of the text, each once. */
function undecided(text: string): { words: string; choice: boolean }[] {
  if (!worthLooking.test(text)) return [];
  const prose = withoutAddresses(text);
  const found: { words: string; at: number; choice: boolean }[] = [];
  for (const pattern of standIns()) {
    for (const match of prose.matchAll(pattern))
      found.push({ words: match[0], at: match.index, choice: false });
  }
  for (const match of prose.matchAll(slashed)) {
    if (isUndecided(match[0])) found.push({ words: match[0], at: match.index, choice: true });
  }
  found.sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  let end = 0;
  return found.filter(({ words, at }) => {
    const repeated = at < end || seen.has(words);
    seen.add(words);
    end = Math.max(end, at + words.length);
    return !repeated;
  });
}

function where({ block }: CheckedBlock): string {
  return block.kind === 'field' ? `${quote(fieldLabel(block))} still says` : 'The text still says';
}

const undecidedIn = perBlock(({ text }) => undecided(text));

export const placeholder: Rule = {
  name: 'placeholder',
  *check({ blocks }) {
    for (const checked of blocks) {
      for (const { words, choice } of undecidedIn(checked)) {
        yield {
          severity: 'error',
          blockId: checked.block.id,
          message: choice
            ? `${quote(words)} is a choice nobody has made yet. Keep the one that is true.`
            : `${where(checked)} ${quote(words)}. Put in what belongs there, or take it out.`,
        };
      }
      yield null;
    }
  },
};
