import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendixBlock } from '../../../../shared/document/build.ts';
import type { PaperContent } from '../../../../shared/pack/check/input.ts';
import { numberFaults } from '../../../../shared/pack/check/paragraph-numbers.ts';
import type { Paper } from '../../../../shared/pack/meeting.ts';
import { block, body, documents, heading, point, report as writtenReport } from '../../checks/builder.ts';
import { check, document, item, paper, pdf, report, said } from './packs.ts';

const page = (...lines: string[]) => lines.join('\n');

describe('appendices', () => {
  const roads = (papers: Paper[], contents: Record<string, PaperContent>) =>
    check([item('Roads', { papers })], contents);
  const appendix = (title: string, own: Partial<Paper> = {}) => paper(title, { appendix: true, ...own });

  it('that a report speaks of must be among the papers of its item', () => {
    const found = roads(
      [
        paper('Roads'),
        appendix('Appendix A – Map'),
        appendix('Costs', { source: { type: 'path', path: 'x/Appendix_2.pdf' } }),
      ],
      {
        Roads: pdf(
          [
            page('See Appendix A and', 'Appendix B.'),
            'Appendix 2 has costs.',
            'Appendix B again, and Annex C.',
          ],
          { title: 'Roads' },
        ),
        'Appendix A – Map': pdf(['Map'], { title: '' }),
        Costs: pdf(['Costs'], { title: 'Costs' }),
      },
    );
    expect(said(found, 'appendix-missing')).toEqual([
      '1 | Roads | Pages 1 and 3 of the paper speak of Appendix B, which is not among the papers of the item. Add the file, or correct the words.',
      '1 | Roads | Page 3 of the paper speaks of Annex C, which is not among the papers of the item. Add the file, or correct the words.',
    ]);
    expect(found.find(({ rule }) => rule === 'appendix-missing')?.place).toEqual({
      pages: [1, 3],
      blocks: [],
    });
    expect(said(found, 'appendix-not-referenced')).toEqual([]);
  });

  it('may stand inside the report, be promised, or come in order without a letter', () => {
    const inside = roads([paper('Roads')], {
      Roads: pdf(['See Appendix 1.', page('Appendix 1 – Map', 'A map.')], { title: 'Roads' }),
    });
    expect(said(inside, 'appendix-missing')).toEqual([]);
    const promised = roads([paper('Roads'), appendix('Appendix 1', { source: { type: 'toFollow' } })], {
      Roads: pdf(['See Appendix 1.']),
    });
    expect(said(promised, 'appendix-missing')).toEqual([]);
    const headed = roads([paper('Roads'), appendix('Map')], {
      Roads: pdf(['See Appendix C.']),
      Map: pdf([page('Roads', 'APPENDIX C')]),
    });
    expect(said(headed, 'appendix-missing')).toEqual([]);
    const inOrder = roads([paper('Roads'), appendix('Map'), appendix('Costs')], {
      Roads: pdf(['See Appendices A to C.']),
      Map: pdf(['x']),
      Costs: pdf(['y']),
    });
    expect(said(inOrder, 'appendix-missing')).toEqual([expect.stringMatching(/Appendix C/)]);
  });

  it('a list of them at the end of the report is no appendix, and those of other documents are not asked for', () => {
    const listed = roads([paper('Roads')], {
      Roads: pdf(['Words', page('a', 'b', 'c', 'd', 'Appendices', 'Appendix 1 – Map')], { title: 'Roads' }),
    });
    expect(said(listed, 'appendix-missing')).toHaveLength(1);
    const foreign = roads([paper('Roads')], {
      Roads: pdf(['It is Appendix 2 to the Highways Strategy.'], { title: 'Roads' }),
    });
    expect(said(foreign, 'appendix-missing')).toEqual([]);
  });

  it('in a document written here are those that it lists', () => {
    const list = documents(appendixBlock(() => 'listed', [{ type: 'text', text: 'Map' }], '3'));
    const found = report(document(writtenReport(body(point('Nothing more.')), list)), 'Libraries');
    expect(said(found, 'appendix-missing')).toEqual([
      expect.stringMatching(/^1 \| Libraries \| The paper speaks of Appendix 3/),
    ]);
    expect(found.find(({ rule }) => rule === 'appendix-missing')?.place).toEqual({
      pages: [],
      blocks: [{ id: 'listed', name: 'Appendix 3' }],
    });
  });

  it('that nobody speaks of are noted', () => {
    const contents = {
      Roads: pdf(['See Appendix A, and the traffic counts.']),
      'Appendix A': pdf(['x']),
      'Appendix B': pdf(['y']),
      'Traffic counts': pdf(['z']),
    };
    const found = roads(
      [paper('Roads'), appendix('Appendix A'), appendix('Appendix B'), appendix('Traffic counts')],
      contents,
    );
    expect(said(found, 'appendix-not-referenced')).toEqual([expect.stringMatching(/^1 \| Appendix B/)]);
  });
});

describe('references between reports', () => {
  const agenda = (text: string, title = 'Roads') =>
    check(
      [
        item('Roads', { papers: [paper(title)] }),
        item('Buses', { items: [item('Fares', { papers: [paper('Fares')] })] }),
        item('Questions'),
        item('Hidden', { hidden: true }),
      ],
      { [title]: pdf(['Words', text], { title }), Fares: pdf(['x'], { title: 'Fares' }) },
      { lastNumber: 40 },
    );

  it.each([
    ['See item 7.', 'See item 7'],
    ['This is dealt with in the report\nat agenda item 9, below.', 'report at agenda item 9'],
    ['Item 12 on this agenda has more.', 'Item 12'],
    ['as agenda item 2(b) says', 'agenda item 2(b)'],
    ['see the report at item 3', 'report at item 3'],
  ])('“%s” leads nowhere', (text, quoted) => {
    const found = said(agenda(text), 'item-reference-broken');
    expect(found).toEqual([expect.stringContaining(`1 | Roads | The paper says “${quoted}”`)]);
  });

  it.each([
    'See item 2(a), agenda item 2a and agenda item 3.',
    'The report at item 2 has more.',
    'See item 7 of the meeting of 3 May.',
    'Agenda item 9 of the Cabinet meeting said so.',
    'agenda item 8, 12 March 2025',
    'Item 12 is a line of the budget; three items 9 pounds each.',
    'See item 9 in the work programme.',
  ])('“%s” is not told', (text) => {
    expect(said(agenda(text), 'item-reference-broken')).toEqual([]);
  });

  it('minutes speak of their own agenda', () => {
    expect(agenda('See item 77 and page 99 of the agenda pack.', 'Minutes of 3 May')).toEqual([]);
  });

  it('a paper that bears the number of another item says so once', () => {
    const found = agenda(page('Agenda Item No: 7', 'See item 7'));
    expect(found.map(({ rule }) => rule)).toEqual(['item-number-differs']);
    expect(said(found, 'item-number-differs')[0]).toMatch(/calls itself agenda item 7; it stands at item 1/);
    expect(agenda(page('Agenda Item 1', 'Words'))).toEqual([]);
  });

  it('pages are those of the pack', () => {
    const broken = (text: string) => said(agenda(text), 'page-reference-broken').length;
    expect(broken('See page 41 of this agenda.')).toBe(1);
    expect(broken('See pages 12 to 55 of the agenda pack.')).toBe(1);
    expect(broken('See agenda page 140. And agenda page 140 again.')).toBe(1);
    expect(broken('See pages 12 to 40 of the agenda pack, page 300 of the Strategy and page 99.')).toBe(0);
    expect(broken('See page 99 of the agenda of 3 May.')).toBe(0);
    expect(
      said(
        check([item('Roads', { papers: [paper('Roads')] })], { Roads: pdf(['See agenda page 140.']) }),
        'page-reference-broken',
      ),
    ).toEqual([]);
  });
});

describe('paragraph numbers of supplied PDFs', () => {
  const faults = (...pages: string[][]) => {
    const lines = pages.flatMap((texts, at) =>
      texts.map((text) => ({ text, page: at + 1, blockId: null, kind: null })),
    );
    const { twice, missing } = numberFaults(lines);
    return [
      ...twice.map(({ number, pages: at }) => `${number} twice ${at}`),
      ...missing.map(({ number, page: at }) => `${number} missing ${at}`),
    ];
  };

  it('stand once each, and none is left out', () => {
    expect(
      faults(
        ['1. Purpose', '1.1 The road', '1.2 Is closed', '2. Costs', '2.1 None'],
        ['2.2 At all', '2.2 Really', '2.3 End'],
      ),
    ).toEqual(['2.2 twice 2']);
    expect(faults(['1.1 A', '1.2 B'], ['1.4 D', '1.5 E'])).toEqual(['1.3 missing 2']);
    expect(faults(['1.1 A', '1.3 C', '2.1 D'])).toEqual(['1.2 missing 1']);
    expect(faults(['1. A', '2. B', '4. D', '5. E'])).toEqual(['3 missing 1']);
    expect(faults(['2.2 A'], ['2.1 A', '2.1 B', '2.2 C'])).toEqual(['2.1 twice 2']);
  });

  it('are not read out of figures, contents, dates, lists and wrapped references', () => {
    expect(
      faults(['1.1 A', 'of which 40%, see paragraph', '1.1 above, cost £', '1.2 million', '1.2 B', '1.3 C']),
    ).toEqual([]);
    expect(faults(['1.1 Purpose ..... 3', '1.2 Costs ..... 4'], ['1.1 Purpose', '1.2 Costs'])).toEqual([]);
    expect(faults(['1. A', '2. B', '1. One of a list', '2. Two', '3. Three', '3. C', '4. D'])).toEqual([]);
    expect(faults(['12 March 2026', '14 Elm Road', '15 Oak Road'])).toEqual([]);
    expect(faults(['1.1 A', '1.2 B'], ['1.1 Of an appendix', '1.2 And more'])).toEqual([]);
    expect(faults(['2.1 A', '2.2 B', '2.3 (a lower-case beginning)', '2.4 D', '2.5 E'])).toEqual([]);
  });

  it('whatever sections there are: nothing is told of numbers in order, and just the one that is doubled or dropped', () => {
    const sections = fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sections, fc.nat(), fc.nat(), fc.boolean(), (sizes, which, where, twice) => {
        const lines = sizes.flatMap((size, at) =>
          Array.from({ length: size }, (_, of) => `${at + 1}.${of + 1} Words`),
        );
        // Only what follows proves that something is missing.
        lines.push(`${sizes.length + 1}.1 Words`);
        expect(faults(lines)).toEqual([]);
        const section = which % sizes.length;
        // Neither the first nor the last of its section.
        const of = 2 + (where % ((sizes[section] ?? 3) - 2));
        const number = `${section + 1}.${of}`;
        const at = lines.indexOf(`${number} Words`);
        const changed = twice ? lines.toSpliced(at, 0, lines[at] ?? '') : lines.toSpliced(at, 1);
        expect(faults(changed)).toEqual([twice ? `${number} twice 1` : `${number} missing 1`]);
      }),
    );
  });

  it('are told with their pages', () => {
    const found = report(pdf([page('1.1 A', '1.2 B'), page('1.2 C', '1.3 D', '1.5 F', '1.6 G')]));
    expect(said(found, 'paragraph-number-twice')).toEqual([
      expect.stringMatching(/paragraph number 1\.2 stands twice \(pages 1 and 2\)/),
    ]);
    expect(said(found, 'paragraph-number-missing')).toEqual([
      expect.stringMatching(/Paragraph 1\.4 is missing/),
    ]);
  });
});

describe('recommendations', () => {
  const summary = (amount: string) => [
    '2. Recommendations',
    '(a) Approve the spending of',
    `£${amount} on the bridge.`,
    '(b) Note the risks set out in section five.',
  ];
  const end = [
    '9 Recommendations',
    '9.1 Approve the spending of £250,000',
    'on the bridge.',
    '9.2 Note the risks set out in section five.',
  ];

  it('differ between summary and end', () => {
    const found = report(
      pdf([
        page(...summary('200,000'), '3. Background', 'Words.'),
        page(...end, 'Contact officer', 'Ann Lee'),
      ]),
    );
    expect(found.filter(({ rule }) => rule === 'recommendations-differ')).toMatchObject([
      { severity: 'error', place: { pages: [1, 2] } },
    ]);
    expect(said(found, 'recommendations-differ')[0]).toContain(
      'the first list says “… the spending of £200,000 on the bridge.”, the last “… the spending of £250,000 on the bridge.” (pages 1 and 2)',
    );
  });

  it('agree however they are set and numbered, and a pointer is no list', () => {
    expect(
      said(
        report(pdf([page(...summary('250,000'), '3. Background', 'Words.'), page(...end)])),
        'recommendations-differ',
      ),
    ).toEqual([]);
    const pointer = ['Recommendations', 'As set out in section 2.'];
    expect(
      said(
        report(pdf([page(...summary('250,000'), '3. Background'), page(...pointer)])),
        'recommendations-differ',
      ),
    ).toEqual([]);
    const reasons = ['9 Reasons for recommendations', 'The bridge is old and needs to be mended soon.'];
    expect(
      said(
        report(pdf([page(...summary('250,000'), '3. Background'), page(...reasons)])),
        'recommendations-differ',
      ),
    ).toEqual([]);
    expect(said(report(pdf([page(...summary('250,000'))])), 'recommendations-differ')).toEqual([]);
  });

  it('one that stands at one end only is told', () => {
    const found = report(
      pdf([
        page(...summary('250,000'), '3. Background', 'Words.'),
        page(...end, '9.3 Ask the Director to report again in six months.'),
      ]),
    );
    expect(said(found, 'recommendations-differ')[0]).toContain(
      'only the last list has “Ask the Director to report again in six months.”',
    );
  });

  it('of a document written here are compared with those it repeats', () => {
    const recommendation = (amount: string) =>
      block('recommendation', `Approve the spending of ${amount} on the bridge`);
    const written = (amount: string) =>
      said(
        report(
          document(
            writtenReport(
              body(
                recommendation('£2m'),
                heading('Background'),
                point('Words.'),
                heading('Recommendations'),
                recommendation(amount),
              ),
            ),
          ),
          'Libraries',
        ),
        'recommendations-differ',
      );
    expect(written('£3m')).toHaveLength(1);
    expect(written('£2m')).toEqual([]);
  });
});

it('rules read any words without fault, and the check is linear', () => {
  const words = fc.array(
    fc.constantFrom(
      'Appendix',
      'A',
      'B',
      '1.1',
      '2.',
      'See',
      'item',
      '7',
      '(a)',
      'Recommendations',
      'OFFICIAL',
      'page',
      '12',
      'of',
      'this',
      'agenda',
      '\n',
      '\n1.2 ',
      '“',
      ')',
    ),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(words, (text) => {
      expect(Array.isArray(report(pdf([text.join(' ')])))).toBe(true);
    }),
  );
});
