/** Large committee reports in words that mean nothing, the same ones every time. */

import type { DespatchDocument } from '../../shared/document/schema.ts';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import { recognise } from '../../shared/import/recognise.ts';

const words = (
  'harbour ferry quay timetable islanders winter pier signal lantern tide crossing school nurse market ' +
  'committee officers partners residents service review budget evidence progress demand capacity training ' +
  'assurance provision maintained considered reported improved agreed planned delivered monitored and the of for with'
).split(' ');

/** Numbered paragraphs that fill one printed page, measured on our own PDF. */
const PARAGRAPHS_PER_PAGE = 6;
const WORDS_PER_PARAGRAPH = 62;

/** A linear congruential generator (Numerical Recipes): figures must not depend on luck. */
export function dice(seed = 20_260_105): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Markdown that both we and pandoc read: a heading a page, numbered paragraphs with lettered ones, some bold. */
export function reportText(pages: number): string {
  const roll = dice();
  const pick = () => words[Math.floor(roll() * words.length)] ?? 'harbour';
  const sentence = (length: number) => {
    const some = Array.from({ length }, pick).join(' ');
    return `${some.charAt(0).toUpperCase()}${some.slice(1)}.`;
  };
  const lines = [
    "Local Members' Interest: N/A",
    '',
    'Harbours and Ferries Committee - Tuesday 12 January 2027',
    '',
    '# The winter timetable of the island ferries',
    '',
    '# Recommendations',
    '',
    'It is recommended that the Committee:',
    '',
    'a. Notes the timetable;',
    '',
    'b. Endorses the approach.',
    '',
  ];
  let paragraph = 0;
  for (let page = 1; page <= pages; page += 1) {
    lines.push(`## ${sentence(5).slice(0, -1)}`, '');
    for (let at = 0; at < PARAGRAPHS_PER_PAGE; at += 1) {
      paragraph += 1;
      lines.push(`${paragraph}. **${sentence(4)}** ${sentence(WORDS_PER_PARAGRAPH / 2)} ${sentence(28)}`, '');
    }
  }
  return lines.join('\n');
}

/** The same as a document of ours. */
export function reportDocument(pages: number): DespatchDocument {
  let next = 0;
  const mint = () => `generated-${++next}`;
  return recognise(sourceFromText(reportText(pages), 'report.md'), { as: 'report', mint }).document;
}
