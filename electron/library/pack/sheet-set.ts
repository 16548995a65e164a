/** The front sheet names pages, and its own length can move them: both are made again until they agree. */
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import type { Audience, PackPlan } from '../../../shared/pack/plan.ts';
import type { PlannedItem } from '../../../shared/pack/plan-model.ts';
import { frontSheet } from '../../../shared/print/front-sheet.ts';
import type { FrontSheet } from '../../../shared/print/front-sheet-model.ts';
import { type Edition, itemWordOf, type SheetCounts } from './edition.ts';
import type { PackSheets } from './job.ts';
import type { PreparedPaper } from './prepare.ts';
import { BLANK_WORDS, blanks, dividers, notices, type StoodSheet, standSheet } from './sheets.ts';

export interface SheetSetInput {
  readonly meeting: Meeting;
  readonly edition: Edition;
  readonly items: readonly ItemNumber<AgendaItem>[];
  readonly planned: readonly PlannedItem[];
  readonly papers: ReadonlyMap<string, PreparedPaper>;
  readonly passages: ReadonlyMap<string, readonly Exemption[]>;
  /** In the title and on the front sheet: "Public pack"; empty where there is but one. */
  readonly copyNames: Readonly<Record<Audience, string>>;
  readonly folder: string;
}

export interface SheetSet {
  readonly plan: PackPlan;
  readonly front: FrontSheet;
  readonly sheets: PackSheets;
  /** All that our own sheets say. */
  readonly said: readonly unknown[];
}

/** More rounds than any agenda needs: the room for a front sheet only ever grows. */
const ROUNDS = 8;

/**
 * @param audiences both where both are to have the same numbers.
 * @throws DespatchError `export.unprintable`, `export.failed`
 */
export async function sheetSets(
  input: SheetSetInput,
  audiences: readonly Audience[],
): Promise<ReadonlyMap<Audience, SheetSet>> {
  const counts = new Map(audiences.map((audience) => [audience, { cover: 0, front: 1 }]));
  let room = 1;
  for (let round = 1; ; round += 1) {
    let stands = true;
    const drafts = new Map<Audience, Draft>();
    for (const audience of audiences) {
      const before = counts.get(audience) ?? { cover: 0, front: 1 };
      const made = await draft(input, audience, {
        coverPages: before.cover,
        frontPages: before.front,
        frontRoom: Math.max(room, before.front),
      });
      const after = { cover: made.cover?.pages ?? 0, front: made.sheet.pages };
      stands &&= after.cover === before.cover && after.front === before.front && after.front <= room;
      room = Math.max(room, after.front);
      counts.set(audience, after);
      drafts.set(audience, made);
    }
    if (stands) return finish(input, drafts);
    if (round === ROUNDS) throw new Error('The front sheet does not come to rest.');
  }
}

interface Draft {
  readonly plan: PackPlan;
  readonly front: FrontSheet;
  readonly sheet: StoodSheet;
  readonly cover: StoodSheet | null;
  readonly said: readonly unknown[];
}

async function draft(input: SheetSetInput, audience: Audience, counts: SheetCounts): Promise<Draft> {
  const { meeting, edition, items, planned, papers, passages, folder, copyNames } = input;
  const leftOut = new Set([...papers.values()].flatMap(({ opened, paper }) => (opened ? [] : [paper.id])));
  const plan = edition.plan(planned, counts, audience);
  const front = frontSheet({
    meeting,
    items,
    places: edition.places(plan, audience),
    audience,
    passages,
    leftOut,
    edition: [edition.name, copyNames[audience]].filter(Boolean).join(', '),
  });
  const sheet = await standSheet(folder, `front-${audience}`, 'pack-front-sheet', front);
  const before = edition.cover(front, plan, audience);
  const cover = before && (await standSheet(folder, `cover-${audience}`, before.template, before.data));
  return { plan, front, sheet, cover, said: before ? [front, before.data] : [front] };
}

async function finish(
  input: SheetSetInput,
  drafts: ReadonlyMap<Audience, Draft>,
): Promise<ReadonlyMap<Audience, SheetSet>> {
  const sets = new Map<Audience, SheetSet>();
  for (const [audience, made] of drafts) sets.set(audience, await withFillers(input, audience, made));
  return sets;
}

async function withFillers(
  { meeting, items, papers, folder }: SheetSetInput,
  audience: Audience,
  { plan, front, sheet, cover, said }: Draft,
): Promise<SheetSet> {
  const word = itemWordOf(meeting);
  const titled = new Map(flat(items).map(({ item, number }) => [item.id, { item, number }]));
  const divided = plan.leaves.flatMap(({ of }) => {
    const found = of.type === 'divider' ? titled.get(of.item) : undefined;
    return found ? [{ name: `${word} ${found.number}`, title: found.item.title, note: '' }] : [];
  });
  const isNoticed = plan.leaves.some(
    ({ of }) => of.type === 'withheld' || of.type === 'replaced' || of.type === 'withdrawn',
  );
  const empty = plan.leaves.filter(({ of }) => of.type === 'blank').length;
  const noticed = notices(front, plan.leaves, papers, word);
  const stand = (name: string, ...sheets: [Parameters<typeof standSheet>[2], { title: string }]) =>
    standSheet(folder, `${name}-${audience}`, ...sheets);
  const words = meeting.layout.blankPagesSaySo ? BLANK_WORDS : '';
  const sheets: PackSheets = {
    cover,
    front: sheet,
    dividers:
      divided.length > 0 ? await stand('dividers', 'pack-divider', dividers(front.title, divided)) : null,
    notices: isNoticed ? await stand('notices', 'pack-notice', noticed) : null,
    blanks: empty > 0 ? await stand('blanks', 'pack-blank', blanks(front.title, empty, words)) : null,
  };
  return { plan, front, sheets, said: [...said, noticed, divided, words] };
}

function flat(items: readonly ItemNumber<AgendaItem>[]): ItemNumber<AgendaItem>[] {
  return items.flatMap((item) => [item, ...flat(item.items)]);
}
