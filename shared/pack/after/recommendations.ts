/** What a report asks its committee to decide, and the resolution that comes of it. */
import { exemptBlocks } from '../../document/exempt.ts';
import type { DespatchDocument, KnownBlock } from '../../document/schema.ts';
import { printedTargets } from '../../references/targets.ts';
import { contentWords, referenceText } from '../../references/words.ts';
import type { Exemption } from '../exemption.ts';
import type { Meeting } from '../meeting.ts';
import { lowerFirst } from './sentences.ts';

export interface Recommendation {
  readonly text: string;
  /** Why it, or a part of it, is withheld in its document; null: it is not. */
  readonly exempt: Exemption | null;
}

/**
 * The recommendations of a document, each once though they are said again at its end, with their sub-recommendations in
 * the same sentence.
 */
export function recommendationsOf(document: DespatchDocument): Recommendation[] {
  const wordsOf = (block: KnownBlock) =>
    contentWords(block.content, (reference) => referenceText(reference, printedTargets(document)) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  const exempt = exemptBlocks(document);
  const found: { text: string; exempt: Exemption | null; under: string[] }[] = [];
  for (const { role, blocks } of document.sections) {
    if (role !== 'recommendations') continue;
    for (const block of blocks) {
      if (block.kind !== 'recommendation') continue;
      const text = wordsOf(block);
      if (text === '') continue;
      const withheld = exempt.get(block.id) ?? null;
      const above = found.at(-1);
      if (block.level > 0 && above) {
        above.under.push(text);
        above.exempt ??= withheld;
      } else found.push({ text, exempt: withheld, under: [] });
    }
  }
  const seen = new Set<string>();
  return found.flatMap(({ text, exempt: withheld, under }) => {
    const whole = [text, ...under.map((each, at) => `(${String.fromCharCode(97 + (at % 26))}) ${each}`)].join(
      ' ',
    );
    const key = whole
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ text: whole, exempt: withheld }];
  });
}

const bodies: Readonly<Record<Meeting['body'], string>> = {
  committee: 'the Committee',
  executive: 'the Executive',
  council: 'the Council',
};

/**
 * Verbs with which a recommendation asks something of the body: "approve the fees" becomes "the Committee approve the
 * fees", "approves the fees" "the Committee approves the fees". What goes on with "of" or "for" is a noun: "grants of
 * £500 be made".
 */
const asks =
  /^(?:to\s+)?(?:accept|adopt|agree|allocate|appoint|approve|ask|authorise|authorize|award|commend|comment|commission|confirm|consider|consult|create|decide|defer|delegate|determine|direct|endorse|establish|extend|grant|instruct|invite|nominate|note|publish|ratify|receive|recognise|recommend|refer|refuse|reject|release|request|require|resolve|review|scrutinise|set|support|thank|welcome|write)(?:e?s)?\b(?!\s+(?:of|for|be|is|are)\b)/i;

/**
 * What follows "RESOLVED: That": the words of the report, only joined to it. Minutes use the subjunctive ("the Committee
 * approve"), which is the verb as a recommendation has it.
 */
export function resolutionFrom(recommendation: string, body: Meeting['body']): string {
  const words = recommendation
    .trim()
    .replace(/^it\s+is\s+recommended\s+/i, '')
    .replace(/^that\b[,:]?\s*/i, '')
    .replace(/[.;,]+$/, '')
    .trim();
  if (asks.test(words)) return `${bodies[body]} ${lowerFirst(words.replace(/^to\s+/i, ''))}`;
  return /^(?:The|A|An|Members|Officers|This|These|Those|Any|All|Each|It|No)\b/.test(words)
    ? `${words.charAt(0).toLowerCase()}${words.slice(1)}`
    : words;
}
