import { describe, expect, it } from 'vitest';
import { exemptionRegimes } from '../../../shared/pack/exemption.ts';
import {
  exemptionFault,
  exemptParagraph,
  legalBasis,
  notForPublication,
  paragraphList,
  regimeFor,
  regimeWords,
  withheldLine,
} from '../../../shared/pack/exemption-words.ts';

const england = (paragraph: number) => ({ regime: 'LGA1972-England', paragraph }) as const;
const wales = (paragraph: number) => ({ regime: 'LGA1972-Wales', paragraph }) as const;

describe('the descriptions of exempt information', () => {
  it('are paragraphs 1 to 7 for England and for its executives, 12 to 18 for Wales, each with words of its own', () => {
    const numbers = (regime: (typeof exemptionRegimes)[number]) =>
      regimeWords[regime].paragraphs.map(({ paragraph }) => paragraph);
    expect(numbers('LGA1972-England')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(numbers('Executive2012-England')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(numbers('LGA1972-Wales')).toEqual([12, 13, 14, 15, 16, 17, 18]);
    for (const regime of exemptionRegimes) {
      expect(new Set(regimeWords[regime].paragraphs.map(({ description }) => description)).size).toBe(7);
    }
  });

  it('differ between England and Wales where the Schedule does', () => {
    expect(exemptParagraph(england(1))?.description).toBe('Information relating to any individual');
    expect(exemptParagraph(wales(12))?.description).toBe('Information relating to a particular individual');
    expect(exemptParagraph(england(3))?.description).toBe(exemptParagraph(wales(14))?.description);
  });

  it('subject all to the public interest test but legal privilege in Wales', () => {
    const untested = exemptionRegimes.flatMap((regime) =>
      regimeWords[regime].paragraphs
        .filter(({ publicInterestTest }) => !publicInterestTest)
        .map(({ paragraph }) => [regime, paragraph]),
    );
    expect(untested).toEqual([['LGA1972-Wales', 16]]);
  });
});

describe('the line on a withheld copy', () => {
  it('names paragraph, Part, Schedule and Act, and the description', () => {
    expect(notForPublication([england(3)])).toBe(
      'Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972: Information relating to the financial or business affairs of any particular person (including the authority holding that information).',
    );
  });

  it('names several paragraphs once each and in order', () => {
    const line = notForPublication([england(5), england(1), england(3), england(1)]);
    expect(line).toContain('paragraphs 1, 3 and 5 of Part 1');
    expect(line.match(/relating to any individual/gu)).toHaveLength(1);
  });

  it('is the same for an executive, whose Regulations point to the same Schedule', () => {
    const own = [{ regime: 'Executive2012-England', paragraph: 3 } as const];
    expect(notForPublication(own)).toBe(notForPublication([england(3)]));
    expect(legalBasis([...own, england(4)])).toBe(
      'paragraphs 3 and 4 of Part 1 of Schedule 12A of the Local Government Act 1972',
    );
  });

  it('is empty where nothing is exempt', () => {
    expect(notForPublication([])).toBe('');
  });

  it('says in a public copy what was left out and why', () => {
    expect(withheldLine([wales(14)])).toBe(
      '[Exempt information is left out here: not for publication by virtue of paragraph 14 of Part 4 of Schedule 12A of the Local Government Act 1972.]',
    );
  });

  it('joins numbers as people say them', () => {
    expect(paragraphList([2])).toBe('paragraph 2');
    expect(paragraphList([2, 1])).toBe('paragraphs 1 and 2');
  });
});

describe('an exemption that cannot be used', () => {
  it('has a paragraph that its Part does not have', () => {
    expect(exemptionFault(england(8), null)).toContain('has paragraphs 1 to 7');
    expect(exemptionFault(wales(3), null)).toContain('has paragraphs 12 to 18');
    expect(exemptionFault(england(7), null)).toBeNull();
  });

  it('is of another country or another kind of body, and says which would fit', () => {
    expect(exemptionFault(england(3), { country: 'Wales', body: 'committee' })).toContain('LGA1972-Wales');
    expect(exemptionFault(england(3), { country: 'England', body: 'executive' })).toContain(
      'that is Executive2012-England',
    );
    expect(
      exemptionFault(
        { regime: 'Executive2012-England', paragraph: 3 },
        { country: 'England', body: 'council' },
      ),
    ).toContain('a full council in England');
    expect(exemptionFault(england(3), { country: 'Scotland', body: 'committee' })).toContain('Scotland');
  });

  it('is none that fits the body', () => {
    for (const country of ['England', 'Wales'] as const) {
      for (const body of ['committee', 'executive', 'council'] as const) {
        const regime = regimeFor(country, body);
        if (regime === null) throw new Error('both countries have one');
        const paragraph = regimeWords[regime].paragraphs[0]?.paragraph ?? 0;
        expect(exemptionFault({ regime, paragraph }, { country, body })).toBeNull();
      }
    }
  });
});
