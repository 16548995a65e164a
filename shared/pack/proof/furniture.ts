/** What Despatch itself prints in every public pack, so that none of it counts as a leak. */
import { exemptionRegimes } from '../exemption.ts';
import { noExemptItems, notForPublication, regimeWords, withheldLine } from '../exemption-words.ts';
import { exclusionMotions, motionLines, noExclusion } from '../motion.ts';
import { type Token, tokensOf } from './tokens.ts';

const months =
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday';
const sheet = [
  'Agenda. Agenda Item. Appendix. Annex. Page. Pages. Committee. Date. Time. Venue. Ask for. Telephone. Email.',
  'Unrestricted items. Exempt items. Members. Proper officer. Publication date. Front sheet. Cover. Contents. Notes. References. Table. Figure.',
  'This page is intentionally left blank. Not for publication. To follow. Withheld from the public. Public copy: exempt information is left out, and each place says so.',
  'exempt information; section exempt information',
  // With a capital in reasons for withholding, where they name nobody.
  'Disclosure. Publication. Release. Prices. Negotiations. Council. County. Borough. District. Authority. Cabinet. Board. Director. Officer. Member. Department. Minister. Government.',
  'Exclusion of the public. Exclusion of the press and public. To consider passing the following resolution.',
];
/** In properties and metadata, where programs speak. */
const machine =
  'Despatch Typst pdf lib creator producer title author subject keywords language format date created modified version part conformance document id instance untitled application en GB';

function lawful(): string[] {
  return exemptionRegimes.flatMap((regime) => {
    const all = regimeWords[regime].paragraphs.map(({ paragraph }) => ({
      regime,
      paragraph,
      publicInterest: '',
    }));
    const items = all.map((exemption, at) => ({
      number: String(at + 1),
      title: '',
      exemptions: [exemption],
      inPart: at % 2 === 0,
    }));
    return [
      ...all.flatMap((exemption) => [notForPublication([exemption]), withheldLine([exemption])]),
      ...(['committee', 'executive'] as const).flatMap((body) =>
        [items, items.slice(0, 1)].flatMap((own) => exclusionMotions(own, body).flatMap(motionLines)),
      ),
    ];
  });
}

/** Tokens are the same for every pack. */
export const furnitureTokens = (): readonly (readonly Token[])[] => {
  cached ??= furniture.map(tokensOf);
  return cached;
};
let cached: readonly (readonly Token[])[] | undefined;

export const furniture: readonly string[] = [
  months,
  ...sheet,
  machine,
  'en-GB',
  noExemptItems,
  noExclusion,
  ...lawful(),
];
