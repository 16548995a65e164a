import { describe, expect, it } from 'vitest';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { exclusionMotions, type MotionItem, motionLines } from '../../../shared/pack/motion.ts';

const because = (regime: Exemption['regime'], paragraph: number, publicInterest = ''): Exemption => ({
  regime,
  paragraph,
  publicInterest,
});
const item = (number: string, exemptions: readonly Exemption[], inPart = false): MotionItem => ({
  number,
  title: `Matter ${number}`,
  exemptions,
  inPart,
});

describe('the motion to exclude the public', () => {
  it('is not made where nothing is exempt', () => {
    expect(exclusionMotions([], 'committee')).toEqual([]);
  });

  it('names the section, the item, the paragraph with its description, and the public interest', () => {
    const [motion] = exclusionMotions(
      [item('8', [because('LGA1972-England', 3, 'Bids are still open.')])],
      'committee',
    );
    if (!motion) throw new Error('no motion');
    const lines = motionLines(motion);
    expect(lines[0]).toMatch(
      /^That, under section 100A\(4\) of the Local Government Act 1972, the public be excluded/u,
    );
    expect(lines[0]).toContain('the following item of business');
    expect(lines[0]).toContain('Part 1 of Schedule 12A');
    expect(lines[1]).toBe(
      'Item 8, Matter 8: paragraph 3 (Information relating to the financial or business affairs of any particular person (including the authority holding that information)),',
    );
    expect(lines[2]).toBe(
      'and that, in all the circumstances of the case, the public interest in maintaining the exemption outweighs the public interest in disclosing the information.',
    );
    expect(motion.entries[0]?.publicInterest).toEqual(['Bids are still open.']);
  });

  it('gives every item its own paragraphs, and says where only part of it is exempt', () => {
    const [motion] = exclusionMotions(
      [
        item('8', [
          because('LGA1972-England', 3),
          because('LGA1972-England', 1),
          because('LGA1972-England', 3),
        ]),
        item('9', [because('LGA1972-England', 5)], true),
      ],
      'committee',
    );
    expect(motion?.opening).toContain('the following items of business');
    expect(motion?.entries.map(({ item: name, paragraphs }) => [name, paragraphs])).toEqual([
      ['Item 8, Matter 8', 'paragraphs 1 and 3'],
      ['The exempt part of item 9, Matter 9', 'paragraph 5'],
    ]);
  });

  it('is moved by an executive in England under the Regulations of 2012', () => {
    const [motion] = exclusionMotions([item('4', [because('Executive2012-England', 3)])], 'executive');
    expect(motion?.opening).toContain(
      'under regulation 4(2)(b) of the Local Authorities (Executive Arrangements)',
    );
    expect(motion?.opening).not.toContain('100A(4)');
  });

  it('is moved by an executive in Wales under its own Regulations, with the paragraphs of Part 4', () => {
    const [motion] = exclusionMotions([item('4', [because('LGA1972-Wales', 14)])], 'executive');
    expect(motion?.opening).toContain(
      'under regulation 4(3) of the Local Authorities (Executive Arrangements)',
    );
    expect(motion?.opening).toContain('(Wales) Regulations 2001');
    expect(motion?.opening).toContain('Part 4 of Schedule 12A');
    expect(motion?.opening).not.toContain('100A(4)');
  });

  it('leaves legal privilege in Wales out of the public interest test', () => {
    const only = exclusionMotions([item('5', [because('LGA1972-Wales', 16)])], 'committee')[0];
    expect(only?.closing).toBe('');
    expect(only && motionLines(only).at(-1)).toMatch(/\)\.$/u);
    const mixed = exclusionMotions(
      [item('5', [because('LGA1972-Wales', 16), because('LGA1972-Wales', 14)])],
      'committee',
    )[0];
    expect(mixed?.closing).toContain('for what falls within paragraph 14 of Part 4');
  });

  it('is one for each law, should a meeting have taken two', () => {
    const motions = exclusionMotions(
      [item('1', [because('LGA1972-England', 1), because('Executive2012-England', 3)])],
      'committee',
    );
    expect(motions.map(({ regime }) => regime)).toEqual(['LGA1972-England', 'Executive2012-England']);
  });
});
