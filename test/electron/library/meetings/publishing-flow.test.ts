/** From the first pack over a supplement to the consolidated one, restricted and public, with the real processes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PackSummary } from '../../../../shared/contract/pack-calls.ts';
import { proofSchema } from '../../../../shared/pack/proof-report.ts';
import { context } from '../scratch.ts';
import { item, paper } from './desk.ts';
import { type RealLibrary, realLibrary, suppliedPdf, wordsOf } from './real-pack.ts';

const exempt = {
  regime: 'LGA1972-England',
  paragraph: 3,
  publicInterest: 'The tender is still open.',
} as const;

async function added(library: RealLibrary, meetingId: string, name: string, pages: readonly string[]) {
  const { grant } = library.granted(name, await suppliedPdf(pages));
  const [row] = await library.handlers['meetings.addFiles']({ meetingId, files: [{ grant }] }, context);
  if (!row?.source) throw new Error('nothing was added');
  return row.source;
}

async function publish({ handlers }: RealLibrary, packs: readonly PackSummary[]): Promise<PackSummary[]> {
  return (await handlers['packs.publish']({ packIds: packs.map(({ id }) => id) }, context)).packs;
}

const both = () => ['restricted', 'public'] as ('restricted' | 'public')[];
const of = (packs: readonly PackSummary[], audience: string): PackSummary => {
  const found = packs.find((pack) => pack.audience === audience);
  if (!found) throw new Error(audience);
  return found;
};

async function meetingWithTender() {
  const library = realLibrary();
  const { handlers } = library;
  const { meetingId } = await handlers['meetings.create'](
    { kind: 'committee', name: 'Harbours Committee' },
    context,
  );
  const { meeting } = await handlers['meetings.open']({ meetingId }, context);
  const berths = await added(library, meetingId, 'Berths.pdf', [
    'Quayside berths are let by the week',
    'Two',
  ]);
  const tender = await added(library, meetingId, 'Tender.pdf', [
    'The bid of Wexcombe Marine stands at 481,250 pounds',
  ]);
  const whole = {
    ...meeting,
    date: '2027-03-04',
    time: '18:30',
    venue: 'Town Hall',
    publicationDate: '2027-02-24',
    items: [
      item('berths', 'Berths', { papers: [paper('p-berths', berths, { title: 'Letting of berths' })] }),
      item('dredging', 'Dredging', {
        papers: [paper('p-late', { type: 'toFollow' }, { title: 'Dredging programme' })],
      }),
      item('tender', 'Tenders', {
        exempt,
        papers: [paper('p-tender', tender, { title: 'Bids received' })],
      }),
    ],
  };
  await handlers['meetings.save']({ meeting: whole, baseRevision: 1 }, context);
  return { library, handlers, meetingId, meeting: whole };
}

/** Eight packs on a machine that has other things to do, in ms. */
const TIME = 240_000;

test(
  'a public pack is kept with its proof, has the same numbers and none of the exempt words',
  async () => {
    const { library, handlers, meetingId } = await meetingWithTender();
    const { packs } = await handlers['packs.build']({ meetingId, kind: 'pack', audiences: both() }, context);
    const [restricted, open] = [of(packs, 'restricted'), of(packs, 'public')];
    expect(open.proved).toBe(true);
    const said = (await wordsOf(library, open.id, open.pages)).join('\n');
    expect(said).toContain('Quayside berths');
    expect(said).not.toMatch(/Wexcombe|481,250|Bids received/);
    expect((await wordsOf(library, restricted.id, restricted.pages)).join('\n')).toContain('Wexcombe');
    const proof = library.target('proof.json');
    await handlers['packs.saveProof']({ packId: open.id, grant: proof.grant }, context);
    const report = proofSchema.parse(JSON.parse(readFileSync(proof.file, 'utf8')));
    expect(report).toMatchObject({ result: 'no leak', sha256: open.sha256, findings: [] });
    const plans = await Promise.all(
      [restricted, open].map(async ({ id }) => (await handlers['packs.open']({ packId: id }, context)).plan),
    );
    const numbersOf = (at: number) => plans[at]?.papers.map(({ paperId, numbers }) => [paperId, numbers]);
    expect(numbersOf(1)).toEqual(numbersOf(0));
  },
  TIME,
);

test(
  'supplement and consolidated pack go on from what was published, and repeat no number',
  async () => {
    const { library, handlers, meetingId, meeting } = await meetingWithTender();
    await expect(
      handlers['packs.build']({ meetingId, kind: 'consolidated', audiences: ['restricted'] }, context),
    ).rejects.toMatchObject({ code: 'meeting.incomplete' });
    const first = await handlers['packs.build']({ meetingId, kind: 'pack', audiences: both() }, context);
    await publish(library, first.packs);
    const [berths, dredging, tender] = meeting.items;
    if (!berths || !dredging || !tender) throw new Error('no items');
    await expect(
      handlers['packs.build'](
        {
          meetingId,
          kind: 'supplement',
          audiences: both(),
          supplement: { paperIds: ['p-late'], numbers: 'continuing' },
        },
        context,
      ),
    ).rejects.toMatchObject({ code: 'meeting.incomplete' });
    const late = await added(library, meetingId, 'Dredging.pdf', ['The channel is dredged in May']);
    const corrected = await added(library, meetingId, 'Berths 2.pdf', ['Quayside berths are let by the day']);
    const items = [
      { ...berths, papers: [paper('p-berths', corrected, { title: 'Letting of berths' })] },
      {
        ...dredging,
        late: { urgency: 'The dredger is free in May alone.', lateness: 'The survey came late.' },
        papers: [paper('p-late', late, { title: 'Dredging programme' })],
      },
      tender,
    ];
    await handlers['meetings.save']({ meeting: { ...meeting, items }, baseRevision: 2 }, context);
    // Nothing is consolidated that was not published.
    await expect(
      handlers['packs.build']({ meetingId, kind: 'consolidated', audiences: ['restricted'] }, context),
    ).rejects.toMatchObject({
      code: 'meeting.incomplete',
      details: { reason: expect.stringContaining('berths') },
    });

    const { papers } = await handlers['packs.changes']({ meetingId }, context);
    const changed = papers.filter(({ state }) => state === 'new' || state === 'corrected');
    expect(changed.map(({ paperId, state }) => [paperId, state])).toEqual([
      ['p-berths', 'corrected'],
      ['p-late', 'new'],
    ]);
    const second = await handlers['packs.build'](
      {
        meetingId,
        kind: 'supplement',
        audiences: both(),
        supplement: { paperIds: changed.map(({ paperId }) => paperId), numbers: 'continuing' },
      },
      context,
    );
    await publish(library, second.packs);
    const third = await handlers['packs.build'](
      {
        meetingId,
        kind: 'consolidated',
        audiences: both(),
      },
      context,
    );
    await publish(library, third.packs);

    const published = await handlers['packs.list']({ meetingId }, context);
    expect(published.map(({ kind, audience, letter }) => [kind, audience, letter])).toEqual([
      ['consolidated', 'restricted', null],
      ['consolidated', 'public', null],
      ['supplement', 'restricted', 'A'],
      ['supplement', 'public', 'A'],
      ['pack', 'restricted', null],
      ['pack', 'public', null],
    ]);
    const labels = async (kind: string) => {
      const pack = published.find((each) => each.kind === kind && each.audience === 'restricted');
      const { plan } = await handlers['packs.open']({ packId: pack?.id ?? '' }, context);
      return plan.pages.filter(({ paperId }) => paperId !== null).map(({ label }) => label);
    };
    const [before, then] = [await labels('pack'), await labels('supplement')];
    expect(then.filter((label) => before.includes(label))).toEqual([]);

    const whole = of(published, 'restricted');
    const words = (await wordsOf(library, whole.id, whole.pages)).join('\n');
    expect(words).toContain('let by the day');
    expect(words).toContain('dredged in May');
    expect(words).toContain('Wexcombe');
    const open = of(published, 'public');
    expect((await wordsOf(library, open.id, open.pages)).join('\n')).not.toContain('Wexcombe');
    // The pack itself is what it was.
    for (const pack of first.packs) {
      const out = library.target(`${pack.id}.pdf`);
      await handlers['packs.saveAs']({ packId: pack.id, grant: out.grant }, context);
      expect(readFileSync(out.file)).toHaveLength(pack.bytes);
    }
  },
  TIME,
);
