/**
 * What the law calls each kind of exempt information, and the lines that withheld copies must bear.
 *
 * Sources: Local Government Act 1972, Schedule 12A, Part 1 (as substituted by S.I. 2006/88) and Part 4 (as substituted
 * by S.I. 2007/969 (W. 86)); section 100B(5), in Wales section 100BA, for the marking of copies; S.I. 2012/2089,
 * regulations 2, 4 and 7 for executives in England and S.I. 2001/2290 (W. 178), regulation 4 for those in Wales, whose
 * exempt information is that of the same Parts of the Schedule. `docs/exempt-information.md` says what of these was
 * compared with the text of the law.
 */
import type { Exemption, ExemptionRegime } from './exemption.ts';
import { grouped } from './grouped.ts';
import type { Country, Meeting } from './meeting.ts';

export interface ExemptParagraph {
  readonly paragraph: number;
  /** In the words of the Schedule, without its full stop. */
  readonly description: string;
  /**
   * Whether it is exempt only while the public interest in maintaining the exemption outweighs that in disclosure
   * (Schedule 12A, paragraphs 10 and 21). Wales leaves legal privilege, paragraph 16, out of that test, which is of
   * paragraphs 12 to 15, 17 and 18.
   */
  readonly publicInterestTest: boolean;
  /** When it is not exempt after all (paragraphs 8 and 19), as a sentence; null: no such rule is for it alone. */
  readonly unless: string | null;
}

const notices =
  'Information which reveals that the authority proposes (a) to give under any enactment a notice under or by virtue of which requirements are imposed on a person; or (b) to make an order or direction under any enactment';
const identity = 'Information which is likely to reveal the identity of an individual';
const affairs =
  'Information relating to the financial or business affairs of any particular person (including the authority holding that information)';
const labour =
  'Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in connection with any labour relations matter arising between the authority or a Minister of the Crown and employees of, or office holders under, the authority';
const privilege =
  'Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings';
const crime =
  'Information relating to any action taken or to be taken in connection with the prevention, investigation or prosecution of crime';

const registered =
  'Not exempt where it has to be registered under the Companies Acts or those on charities, friendly societies, building societies or co-operatives.';

const paragraphsFrom = (
  first: number,
  descriptions: readonly string[],
  untested: number | null,
): readonly ExemptParagraph[] =>
  descriptions.map((description, at) => ({
    paragraph: first + at,
    description,
    publicInterestTest: first + at !== untested,
    unless: description === affairs ? registered : null,
  }));

const partOne = paragraphsFrom(
  1,
  ['Information relating to any individual', identity, affairs, labour, privilege, notices, crime],
  null,
);
const partFour = paragraphsFrom(
  12,
  ['Information relating to a particular individual', identity, affairs, labour, privilege, notices, crime],
  16,
);

interface RegimeWords {
  /** In a picker. */
  readonly name: string;
  /** Behind "paragraph 3 of". */
  readonly part: string;
  readonly paragraphs: readonly ExemptParagraph[];
}

export const regimeWords: Readonly<Record<ExemptionRegime, RegimeWords>> = {
  'LGA1972-England': {
    name: 'Councils and committees in England (Schedule 12A, Part 1)',
    part: 'Part 1 of Schedule 12A of the Local Government Act 1972',
    paragraphs: partOne,
  },
  'LGA1972-Wales': {
    name: 'Councils, committees and executives in Wales (Schedule 12A, Part 4)',
    part: 'Part 4 of Schedule 12A of the Local Government Act 1972',
    paragraphs: partFour,
  },
  'Executive2012-England': {
    name: 'Executives in England (2012 Regulations, Schedule 12A, Part 1)',
    part: 'Part 1 of Schedule 12A of the Local Government Act 1972',
    paragraphs: partOne,
  },
};

/** null: its regime has no such paragraph. */
export function exemptParagraph({
  regime,
  paragraph,
}: Pick<Exemption, 'regime' | 'paragraph'>): ExemptParagraph | null {
  return regimeWords[regime].paragraphs.find((each) => each.paragraph === paragraph) ?? null;
}

/** Short, for a margin or a list: "Exempt: paragraph 3". */
export function exemptLabel({ paragraph }: Pick<Exemption, 'paragraph'>): string {
  return `Exempt: paragraph ${paragraph}`;
}

/** "paragraph 3", "paragraphs 1 and 3", "paragraphs 1, 2 and 3": each once, in order. */
export function paragraphList(paragraphs: readonly number[]): string {
  const own = [...new Set(paragraphs)].sort((one, other) => one - other);
  const last = own.at(-1);
  if (own.length <= 1) return `paragraph ${last ?? ''}`.trimEnd();
  return `paragraphs ${own.slice(0, -1).join(', ')} and ${last}`;
}

/** "paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972" for each Part that is called on. */
export function legalBasis(exemptions: readonly Pick<Exemption, 'regime' | 'paragraph'>[]): string {
  const parts = grouped(exemptions, ({ regime }) => regimeWords[regime].part);
  return [...parts]
    .map(([part, own]) => `${paragraphList(own.map(({ paragraph }) => paragraph))} of ${part}`)
    .join(' and ');
}

/** The descriptions of the Schedule, each once, in the order of its paragraphs: "Information relating to any individual". */
export function descriptions(
  exemptions: readonly Pick<Exemption, 'regime' | 'paragraph'>[],
): readonly string[] {
  const known = exemptions.flatMap((exemption) => exemptParagraph(exemption) ?? []);
  const ordered = known.toSorted((one, other) => one.paragraph - other.paragraph);
  return [...new Set(ordered.map(({ description }) => description))];
}

/**
 * What every copy of a withheld report says (section 100B(5): "Not for publication" and the description in terms of the
 * Schedule; the Regulations of 2012 ask for the same). Empty where nothing is exempt.
 */
export function notForPublication(exemptions: readonly Pick<Exemption, 'regime' | 'paragraph'>[]): string {
  if (exemptions.length === 0) return '';
  const described = descriptions(exemptions).join('; ');
  const by = `Not for publication by virtue of ${legalBasis(exemptions)}`;
  return described === '' ? `${by}.` : `${by}: ${described}.`;
}

/** Under the heading of the exempt items of a front sheet that has none. */
export const noExemptItems = 'There are no exempt items on this agenda.';

/** What stands in a public copy where something was left out. */
export function withheldLine(
  exemptions: readonly Pick<Exemption, 'regime' | 'paragraph'>[],
  what = 'Exempt information is left out here',
): string {
  return `[${what}: not for publication by virtue of ${legalBasis(exemptions)}.]`;
}

/** Which regime a body works under; null: its law is not one that Despatch knows the paragraphs of. */
export function regimeFor(country: Country, body: Meeting['body']): ExemptionRegime | null {
  if (country === 'Wales') return 'LGA1972-Wales';
  if (country === 'England') return body === 'executive' ? 'Executive2012-England' : 'LGA1972-England';
  return null;
}

const bodies: Readonly<Record<Meeting['body'], string>> = {
  committee: 'a committee',
  executive: 'an executive',
  council: 'a full council',
};

/** Why an exemption cannot be used, as a clause; null: it can. @param at whose meeting it is for; null: not known yet. */
export function exemptionFault(
  exemption: Pick<Exemption, 'regime' | 'paragraph'>,
  at: Pick<Meeting, 'country' | 'body'> | null,
): string | null {
  const { paragraphs, part } = regimeWords[exemption.regime];
  if (exemptParagraph(exemption) === null) {
    const numbers = `${paragraphs[0]?.paragraph} to ${paragraphs.at(-1)?.paragraph}`;
    return `paragraph ${exemption.paragraph} describes no exempt information; ${part} has paragraphs ${numbers}`;
  }
  if (at === null) return null;
  const fitting = regimeFor(at.country, at.body);
  if (fitting === null) {
    return `${exemption.regime} is the law of another country than ${at.country}, whose own Despatch does not know`;
  }
  if (fitting === exemption.regime) return null;
  return `${exemption.regime} does not apply to ${bodies[at.body]} in ${at.country}; that is ${fitting}`;
}
