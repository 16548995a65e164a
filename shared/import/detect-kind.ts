/** Brief, report or submission? Told by the words that only one of them has. */
import type { DocumentKind } from '../document/schema.ts';
import { labelBefore, startsWithAny } from './first-signs.ts';
import type { Passage } from './rejoin.ts';
import {
  fieldNamed,
  isDocumentsHeading,
  isRecommendationsHeading,
  isSubmissionHeading,
  labelKey,
  listLabel,
} from './vocabulary.ts';

export interface DetectedKind {
  readonly kind: DocumentKind;
  readonly certain: boolean;
}

const briefingOnly = new Set(['attendees', 'official', 'purpose', 'objectives', 'clearance']);
const reportOnly = new Set([
  'localMembersInterest',
  'wards',
  'decisionType',
  'decisionMaker',
  'committee',
  'reportOf',
]);

const meetings = ['meeting with ', 'call with ', 'bilateral with ', 'roundtable with '] as const;

function weigh({ text, line }: Passage): number {
  if (text.length > 400) return line.marker?.style === 'decimal' ? 0.5 : 0;
  const label = labelBefore(text, 60) ?? text;
  const key = labelKey(label);
  const small = text.toLowerCase();
  if (listLabel(label) !== null || key === 'annotated agenda') return -3;
  if (
    small.startsWith('to: ') &&
    /^to: .*\b(?:minister|secretary of state|home secretary|chancellor)\b/.test(small)
  )
    return -3;
  if (
    (small.startsWith('you') && /^you are (?:asked|invited|recommended) to\b/.test(small)) ||
    (small.includes('submission') && /^(?:ministerial )?submission\b/.test(small))
  )
    return -2;
  if (startsWithAny(small, meetings)) return -4;
  if (
    small.includes('committee') &&
    /\b(?:select|scrutiny|planning|audit|standards|licensing) committee\b.*\d{4}$/.test(small)
  )
    return 4;
  if (small.startsWith('report') && /^report (?:of|by|to) /.test(small)) return 3;
  if (
    (small.startsWith('it is recommended') || small.endsWith(' to') || small.endsWith(' to:')) &&
    /^it is recommended that\b|\bis (?:asked|recommended|requested|invited) to:?$/.test(small)
  )
    return 3;
  if (isDocumentsHeading(text) || isRecommendationsHeading(text)) return 2;
  const brief = fieldNamed(label, 'briefing', 'front') ?? fieldNamed(label, 'briefing', 'closing');
  if (brief && briefingOnly.has(brief)) return -2;
  const report = fieldNamed(label, 'report', 'front');
  if (report && reportOnly.has(report)) return 2;
  if (line.marker?.style === 'decimal' && text.length > 150) return 0.5;
  return 0;
}

/** The likelier kind; not certain where little or nothing speaks for it. */
export function detectKind(passages: readonly Passage[]): DetectedKind {
  const headings = new Set(
    passages.filter(({ text }) => isSubmissionHeading(text)).map(({ text }) => labelKey(text)),
  );
  if (headings.size >= 3) return { kind: 'submission', certain: true };
  let weight = 0;
  for (const passage of passages) weight += weigh(passage);
  return { kind: weight > 0 ? 'report' : 'briefing', certain: Math.abs(weight) >= 2 };
}
