import { describe, expect, it } from 'vitest';
import { packFindingSchema, sayPackFinding } from '../../../../shared/pack/check/finding.ts';
import { body, point, report as writtenReport } from '../../checks/builder.ts';
import { check, document, failed, item, paper, pdf, report, said } from './packs.ts';

const follows = { source: { type: 'toFollow' } as const };
const test = { regime: 'LGA1972-England', paragraph: 3, publicInterest: 'Prices would be known.' } as const;

it('says nothing of a pack with which nothing is wrong', () => {
  expect(report(pdf(['1.1 The road is closed.']))).toEqual([]);
});

it('orders findings by the agenda, the meeting first, and says where they are', () => {
  const found = check(
    [
      item('Minutes', { papers: [paper('Minutes of May')] }),
      item('Roads', { purpose: 'decision', items: [item('Bridge', { papers: [paper('Bridge', follows)] })] }),
      item('Buses', { purpose: 'decision' }),
    ],
    { 'Minutes of May': pdf(['x'], { title: 'Minutes of May', tagged: false, redactions: [1] }) },
    { meeting: { venue: '' } },
  );
  expect(found.map(({ rule, item: at }) => `${at?.number ?? ''} ${rule}`)).toEqual([
    ' meeting-incomplete',
    '1 redaction-not-applied',
    '1 not-tagged',
    '2(a) paper-to-follow',
    '3 item-without-paper',
  ]);
  for (const finding of found) expect(packFindingSchema.parse(finding)).toEqual(finding);
  expect(found.map((finding) => sayPackFinding(finding))[1]).toMatch(
    /^Agenda Item 1, “Minutes of May”: On page 1 something is marked/,
  );
});

describe('papers', () => {
  it('names those that are gone, locked, promised, or not looked at, each with what to do', () => {
    const titles = ['Gone', 'Locked', 'Promised', 'New'];
    const papers = titles.map((title) => paper(title, title === 'Promised' ? follows : {}));
    const found = check([item('Roads', { papers })], {
      Gone: failed({ code: 'input.notFound', details: { file: 'gone.pdf' } }),
      Locked: failed({
        code: 'input.encrypted',
        details: { file: 'l.pdf', reason: 'it opens only with a password' },
      }),
    });
    expect(found.map(({ rule, severity, paper: of }) => [rule, severity, of?.title])).toEqual([
      ['paper-missing', 'error', 'Gone'],
      ['paper-unreadable', 'error', 'Locked'],
      ['paper-to-follow', 'warning', 'Promised'],
      ['paper-missing', 'warning', 'New'],
    ]);
    expect(found[0]?.message).toMatch(/gone\.pdf.*Add it again/);
    expect(found[1]?.message).toMatch(
      /^“l\.pdf” cannot go into the pack\. It opens only with a password.*Remove the password/,
    );
  });

  it('gives one way out of a paper of no kind that a pack takes, that of who found it', () => {
    const found = check([item('Roads', { papers: [paper('Plan')] })], {
      Plan: failed({
        code: 'input.unsupported',
        details: {
          file: 'plan.dwg',
          reason: 'it is neither PDF nor Word nor text; save it as PDF and add that',
        },
      }),
    });
    expect(found[0]?.message).toBe(
      '“plan.dwg” cannot go into the pack. It is neither PDF nor Word nor text; save it as PDF and add that.',
    );
  });

  it('asks for a report where something is to be decided', () => {
    const found = check([
      item('Roads', { purpose: 'decision' }),
      item('Buses', { purpose: 'noting' }),
      item('Apologies', { purpose: 'decision', standing: true }),
      item('Bridges', { purpose: 'decision', items: [item('East')] }),
      item('Hidden', { purpose: 'decision', hidden: true }),
    ]);
    expect(said(found, 'item-without-paper')).toEqual([
      expect.stringMatching(/^1 \| The item is for decision/),
    ]);
  });

  it('knows the same file, the same document and the same bytes under other names again', () => {
    const same = pdf(['x']);
    const written = { source: { type: 'document', documentId: 'd' } as const };
    const found = check(
      [
        item('Roads', { papers: [paper('A'), paper('B'), paper('W', written)] }),
        item('Buses', { papers: [paper('C'), paper('V', written)] }),
      ],
      { A: same, B: pdf(['x']), C: same },
    );
    expect(said(found, 'paper-twice')).toEqual([
      '2 | C | It is the very same file as “A” at item 1. Take one of them out, or add the file that was meant.',
      '2 | V | It is the very same file as “W” at item 1. Take one of them out, or add the file that was meant.',
    ]);
  });
});

describe('the meeting', () => {
  it('needs what the front sheet prints', () => {
    const without = {
      date: '',
      time: '',
      properOfficer: ' ',
      contact: { name: 'Ann', telephone: '', email: '' },
    };
    const [finding] = check([], {}, { meeting: without });
    expect(finding).toMatchObject({ rule: 'meeting-incomplete', severity: 'error', item: null, place: null });
    expect(finding?.message).toContain(
      'its date, its time, the proper officer and somebody to contact, with telephone number or email address',
    );
    const [warning] = check([], {}, { meeting: { properOfficer: '' } });
    expect(warning?.severity).toBe('warning');
    expect(check([], {}, { meeting: { kind: 'ministerial', properOfficer: '' } })).toEqual([]);
  });

  it('counts the days of notice by the country, or by a rule of one’s own', () => {
    const late = { publicationDate: '2026-12-03' };
    expect(said(check([], {}, { meeting: late }), 'notice-too-short')).toEqual([
      expect.stringMatching(/only 4 clear days.*5 are required.*section 100B/),
    ]);
    expect(check([], {}, { meeting: { ...late, country: 'Wales' } })).toEqual([]);
    expect(check([], {}, { meeting: { ...late, kind: 'ministerial' } })).toEqual([]);
    const settings = { largestFile: 1, clearDays: 6, holidays: null };
    expect(said(check([], {}, { settings }), 'notice-too-short')).toHaveLength(0);
    const more = { ...settings, clearDays: 7 };
    expect(said(check([], {}, { settings: more }), 'notice-too-short')).toHaveLength(1);
  });

  it('says that an agenda has no date of publication, or one after its meeting', () => {
    expect(said(check([], {}, { meeting: { publicationDate: '' } }), 'notice-too-short')).toEqual([
      expect.stringMatching(/no date of publication/),
    ]);
    expect(said(check([], {}, { meeting: { publicationDate: '2026-12-11' } }), 'notice-too-short')).toEqual([
      expect.stringMatching(/after the meeting/),
    ]);
  });

  it('finds a number that two items have', () => {
    const found = check([item('Roads', { number: '4' }), item('Buses'), item('Bridges', { number: ' 4' })]);
    expect(said(found, 'item-number-twice')).toEqual([expect.stringMatching(/“Roads”/)]);
    expect(
      check([item('Roads', { number: '4' }), item('Buses'), item('Hidden', { number: '4', hidden: true })]),
    ).toEqual([]);
  });

  it('asks why an item is urgent and why it is late', () => {
    const reasons = [
      { urgency: '', lateness: ' ' },
      { urgency: 'The grant ends.', lateness: '' },
      { urgency: 'The grant ends.', lateness: 'The offer came on Monday.' },
    ];
    const found = check(reasons.map((late, at) => item(`Item ${at}`, { late })));
    expect(said(found, 'late-without-reason').map((message) => message.slice(0, 80))).toEqual([
      expect.stringMatching(/^1 .*why it is urgent and why it is late/),
      expect.stringMatching(/^2 .*nothing says why it is late/),
    ]);
  });
});

describe('what is withheld', () => {
  it('needs the test of the public interest, except for legal privilege in Wales', () => {
    const empty = { ...test, publicInterest: ' ' };
    const items = [
      item('Land', { exempt: empty, papers: [paper('Land')] }),
      item('Staff', { papers: [paper('Staff', { exempt: empty })] }),
      item('Sale', { papers: [paper('Sale', { exempt: test })] }),
    ];
    const contents = Object.fromEntries(
      ['Land', 'Staff', 'Sale'].map((title) => [title, pdf(['x'], { title })]),
    );
    expect(said(check(items, contents), 'public-interest-missing')).toEqual([
      expect.stringMatching(/^1 \| Exempt: paragraph 3/),
      expect.stringMatching(/^2 \| Staff/),
    ]);
    const privilege = { regime: 'LGA1972-Wales', paragraph: 16, publicInterest: '' } as const;
    expect(check([item('Advice', { exempt: privilege })], {}, { meeting: { country: 'Wales' } })).toEqual([]);
  });

  it('must be withheld by a paragraph of the law of its country', () => {
    const found = check([
      item('Land', { exempt: { ...test, paragraph: 9 } }),
      item('Sale', { exempt: test }),
    ]);
    expect(said(found, 'exemption-not-lawful')).toEqual([expect.stringMatching(/^1 .*paragraph 9/)]);
    expect(
      said(
        check([item('Land', { exempt: test })], {}, { meeting: { country: 'Wales' } }),
        'exemption-not-lawful',
      ),
    ).toHaveLength(1);
  });

  it('is not given away by words that the public reads', () => {
    const secret = 'Offer for the Corn Exchange';
    const found = check(
      [
        item('Property', {
          note: 'See the offer for the Corn Exchange.',
          papers: [paper('Property'), paper(secret, { exempt: test })],
        }),
        item('Finance', { papers: [paper('Finance'), paper('Budget')] }),
        item('Exempt matters', { exempt: test, papers: [paper('Private')] }),
      ],
      {
        Property: pdf(['All is well.'], { title: '' }),
        [secret]: pdf([`${secret} is low.`], { title: '' }),
        Finance: pdf(['Nothing.', 'We had an OFFER\nfor the Corn  Exchange, in March.'], { title: '' }),
        Budget: pdf(['Offer for the Corn Exchanges'], { title: '' }),
        Private: pdf([secret], { title: '' }),
      },
    );
    const named = found.filter(({ rule }) => rule === 'exempt-title-in-public');
    expect(named.map(({ item: at, paper: of, place }) => [at?.number, of?.title, place?.pages])).toEqual([
      ['1', undefined, undefined],
      ['2', 'Finance', [2]],
    ]);
  });

  it('may be blocks of a public document, each with its own test, which give nothing away', () => {
    const secret = 'Offer for the Corn Exchange';
    const withheld = { ...point(`The ${secret} is low.`), exempt: { ...test, publicInterest: '' } };
    const found = check(
      [item('Property', { papers: [paper('Libraries'), paper(secret, { exempt: test })] })],
      { Libraries: document(writtenReport(body(withheld))), [secret]: pdf(['x'], { title: '' }) },
    );
    expect(said(found, 'exempt-title-in-public')).toEqual([]);
    expect(found.filter(({ rule }) => rule === 'public-interest-missing')).toMatchObject([
      { paper: { title: 'Libraries' }, place: { blocks: [{ id: withheld.id, name: 'Point' }] } },
    ]);
  });

  it('is told once of a document, with the way to each passage, and apart from the paper itself', () => {
    const untested = { ...test, publicInterest: '' };
    const withheld = [3, 1, 3].map((paragraph, at) => ({
      ...point(`Secret ${at}`),
      exempt: { ...untested, paragraph },
    }));
    const tested = { ...point('Tested'), exempt: test };
    const found = check([item('Property', { papers: [paper('Libraries', { exempt: untested })] })], {
      Libraries: document(writtenReport(body(...withheld, tested))),
    }).filter(({ rule }) => rule === 'public-interest-missing');
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Exempt: paragraph 3, /),
      expect.stringMatching(/^3 passages are exempt by paragraphs 1 and 3, .* of each\.$/),
    ]);
    expect(found[0]?.place).toBe(null);
    expect(found[1]?.place?.blocks.map(({ id }) => id)).toEqual(withheld.map(({ id }) => id));
    const unlawful = withheld.map((block) => ({ ...block, exempt: { ...test, paragraph: 9 } }));
    expect(
      check([item('Property', { papers: [paper('Libraries')] })], {
        Libraries: document(writtenReport(body(...unlawful))),
      }).filter(({ rule }) => rule === 'exemption-not-lawful'),
    ).toMatchObject([
      { message: expect.stringMatching(/^3 passages cannot/), place: { blocks: { length: 3 } } },
    ]);
  });

  it('the title of an item is printed, and short titles give nothing away', () => {
    const found = check(
      [
        item('Sale of the old school site', {
          exempt: test,
          papers: [paper('Sale of the old school site'), paper('Appendix 2')],
        }),
        item('Finance', { papers: [paper('Finance')] }),
      ],
      { Finance: pdf(['The sale of the old school site is at Appendix 2.'], { title: '' }) },
    );
    expect(said(found, 'exempt-title-in-public')).toEqual([]);
  });
});

describe('markings', () => {
  const official = { classification: 'OFFICIAL', descriptor: '', handling: '' } as const;

  it('of the pack are not lower than those of a part', () => {
    const marked = pdf(['Report', 'OFFICIAL-SENSITIVE\nSecret\nOFFICIAL-SENSITIVE'], { title: '' });
    const items = [item('Roads', { papers: [paper('A', { exempt: test })] })];
    const found = check(items, { A: marked }, { meeting: { marking: official } });
    expect(found.filter(({ rule }) => rule === 'marking-too-low')).toMatchObject([
      { severity: 'error', place: { pages: [2] } },
    ]);
    const high = { ...official, classification: 'OFFICIAL-SENSITIVE' } as const;
    expect(said(check(items, { A: marked }, { meeting: { marking: high } }), 'marking-too-low')).toEqual([]);
    expect(said(check(items, { A: marked }), 'marking-too-low')).toEqual([]);
  });

  it('that are sensitive stand in no public paper', () => {
    const marked = pdf(['OFFICIAL-SENSITIVE\nSecret', 'OFFICIAL-SENSITIVE\nMore']);
    expect(said(report(marked), 'sensitive-in-public')).toEqual([
      expect.stringMatching(/Pages 1 and 2 are marked OFFICIAL-SENSITIVE/),
    ]);
    const middle = pdf(['a\nb\nc\nOFFICIAL-SENSITIVE\nd\ne\nf']);
    expect(said(report(middle), 'sensitive-in-public')).toEqual([]);
  });
});
