/**
 * The motion that excludes the public. A resolution must identify the proceedings to which it applies and state the
 * description of the exempt information in terms of Schedule 12A (Local Government Act 1972, section 100A(5);
 * S.I. 2012/2089, regulation 4(3) for executives in England, S.I. 2001/2290 (W. 178), regulation 4(5) for those in
 * Wales), so neither is ever left to be typed.
 */
import type { Exemption, ExemptionRegime } from './exemption.ts';
import { descriptions, exemptParagraph, paragraphList, regimeWords } from './exemption-words.ts';
import { grouped } from './grouped.ts';
import type { Meeting } from './meeting.ts';

export interface MotionItem {
  /** Its number as printed: "8", "6.1". */
  readonly number: string;
  /** As the public front sheet shows it. */
  readonly title: string;
  /** Of the item, its papers and passages: at least one. */
  readonly exemptions: readonly Exemption[];
  /** Whether only some of its papers or passages are exempt, so that the rest is taken in public. */
  readonly inPart: boolean;
}

export interface MotionEntry {
  /** "Item 8, Lease of the depot" */
  readonly item: string;
  /** "paragraph 3" */
  readonly paragraphs: string;
  /** In the words of the Schedule. */
  readonly descriptions: readonly string[];
  /** Why the public interest is in keeping it, as its author wrote it; each once. */
  readonly publicInterest: readonly string[];
}

/** One for each law it is moved under; a meeting has one. */
export interface ExclusionMotion {
  readonly regime: ExemptionRegime;
  /** "That, under section 100A(4) …", up to the colon before the entries. */
  readonly opening: string;
  readonly entries: readonly MotionEntry[];
  /** The public interest test; empty where none of the paragraphs is subject to it. */
  readonly closing: string;
}

const section100A = 'under section 100A(4) of the Local Government Act 1972';
const powers: Readonly<Record<ExemptionRegime, string>> = {
  'LGA1972-England': section100A,
  'LGA1972-Wales': section100A,
  'Executive2012-England':
    'under regulation 4(2)(b) of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012',
};
/** Its information is exempt by the same Part of the Schedule, but it excludes the public by Regulations of its own. */
const executiveInWales =
  'under regulation 4(3) of the Local Authorities (Executive Arrangements) (Decisions, Documents and Meetings) (Wales) Regulations 2001';

function power(regime: ExemptionRegime, body: Meeting['body']): string {
  return regime === 'LGA1972-Wales' && body === 'executive' ? executiveInWales : powers[regime];
}

const TEST =
  'in all the circumstances of the case, the public interest in maintaining the exemption outweighs the public interest in disclosing the information';

function closing(regime: ExemptionRegime, exemptions: readonly Exemption[]): string {
  const untested = exemptions.filter((each) => exemptParagraph(each)?.publicInterestTest === false);
  if (untested.length === exemptions.length) return '';
  if (untested.length === 0) return `and that, ${TEST}.`;
  const tested = exemptions.filter((each) => !untested.includes(each));
  const of = paragraphList(tested.map(({ paragraph }) => paragraph));
  return `and that, for what falls within ${of} of ${regimeWords[regime].part}, ${TEST}.`;
}

function entry({ number, title, inPart }: MotionItem, exemptions: readonly Exemption[]): MotionEntry {
  const reasons = exemptions.map(({ publicInterest }) => publicInterest.trim()).filter(Boolean);
  return {
    item: `${inPart ? 'The exempt part of item' : 'Item'} ${number}, ${title}`,
    paragraphs: paragraphList(exemptions.map(({ paragraph }) => paragraph)),
    descriptions: descriptions(exemptions),
    publicInterest: [...new Set(reasons)],
  };
}

/** None where nothing is exempt. @param body that moves it */
export function exclusionMotions(items: readonly MotionItem[], body: Meeting['body']): ExclusionMotion[] {
  const owned = items.flatMap((item) =>
    item.exemptions.map((exemption) => ({ item, exemption, regime: exemption.regime })),
  );
  return [...grouped(owned, ({ regime }) => regime)].map(([regime, own]) => {
    const many = new Set(own.map(({ item }) => item)).size > 1;
    const those = many ? 'those items' : 'that item';
    const opening =
      `That, ${power(regime, body)}, the public be excluded from the meeting during the following ` +
      `${many ? 'items' : 'item'} of business, because it is likely, in view of the nature of the business to be ` +
      `transacted, that if members of the public were present during ${those} there would be disclosure to them of ` +
      `exempt information as described in ${regimeWords[regime].part}:`;
    const byItem = grouped(own, ({ item }) => item);
    return {
      regime,
      opening,
      entries: [...byItem].map(([item, each]) =>
        entry(
          item,
          each.map(({ exemption }) => exemption),
        ),
      ),
      closing: closing(
        regime,
        own.map(({ exemption }) => exemption),
      ),
    };
  });
}

/** A motion as lines of plain text: the opening, a line for each item, the public interest. */
export function motionLines({ opening, entries, closing: end }: ExclusionMotion): string[] {
  return [
    opening,
    ...entries.map(
      ({ item, paragraphs, descriptions: described }, at) =>
        `${item}: ${paragraphs} (${described.join('; ')})${at < entries.length - 1 ? ';' : end === '' ? '.' : ','}`,
    ),
    ...(end === '' ? [] : [end]),
  ];
}

/** The title of an item that the clerk put on the agenda for it: "Exclusion of the press and public". */
export const exclusionTitle = /\bexclu(?:sion|de)\b.*\bpublic\b/i;

/** On a front sheet without exempt items. */
export const noExclusion = 'There are no items during which the public is expected to be excluded.';
