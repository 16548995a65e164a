/** Meetings and records of every shape, in which each thing said is a word of its own. */
import fc from 'fast-check';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { blockText, knownBlocks } from '../../../../shared/document/walk.ts';
import { type ItemRecord, type MeetingRecord, newItemRecord } from '../../../../shared/pack/after/record.ts';
import type { Exemption } from '../../../../shared/pack/exemption.ts';
import type { AgendaItem, Meeting } from '../../../../shared/pack/meeting.ts';
import { itemOf, meetingOf } from '../meetings.ts';

export function mintFrom(prefix = 'n'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}${count}`;
  };
}

export function wordsOf(document: DespatchDocument | null): string {
  return document === null ? '' : [...knownBlocks(document)].map(blockText).join('\n');
}

export function recordOf(
  meeting: Meeting,
  items: readonly ItemRecord[],
  more: Partial<MeetingRecord> = {},
): MeetingRecord {
  return {
    format: 1,
    meetingId: meeting.id,
    chair: '',
    began: '',
    ended: '',
    attendees: [],
    declarations: [],
    items: [...items],
    approvedOn: '',
    ...more,
  };
}

export const exemption: Exemption = {
  regime: 'LGA1972-England',
  paragraph: 3,
  publicInterest: 'Commercial.',
};

interface Drawn {
  readonly exempt: boolean;
  readonly hidden: boolean;
  readonly known: boolean;
  readonly resolutions: readonly boolean[];
  readonly actions: readonly boolean[];
  readonly paragraphs: number;
  readonly withheldParagraphs: number;
  readonly under: readonly Drawn[];
}
const drawn: fc.Memo<Drawn> = fc.memo((depth) =>
  fc.record({
    exempt: fc.boolean(),
    hidden: fc.boolean(),
    known: fc.boolean(),
    resolutions: fc.array(fc.boolean(), { maxLength: 4 }),
    actions: fc.array(fc.boolean(), { maxLength: 3 }),
    paragraphs: fc.nat({ max: 3 }),
    withheldParagraphs: fc.nat({ max: 2 }),
    under: depth > 1 ? fc.array(drawn(depth - 1), { maxLength: 2 }) : fc.constant([]),
  }),
);

export interface Case {
  readonly meeting: Meeting;
  readonly record: MeetingRecord;
  /** Words that stand for one thing each, by where they may be read. */
  readonly open: readonly string[];
  readonly withheld: readonly string[];
  readonly openActions: readonly string[];
  readonly withheldActions: readonly string[];
}

/** A whole case, its words numbered through. @param orphan whether an item was taken off the agenda afterwards. */
function build(trees: readonly Drawn[], kind: Meeting['kind'], body: Meeting['body'], orphan: boolean): Case {
  const next = mintFrom('');
  const word = (kind: string) => `${kind}word${next()}x`;
  const open: string[] = [];
  const withheld: string[] = [];
  const openActions: string[] = [];
  const withheldActions: string[] = [];
  const records: ItemRecord[] = [];
  const make = (tree: Drawn, above: boolean): AgendaItem => {
    const id = `item${next()}`;
    const exempt = above || tree.exempt;
    const say = (kind: string, secret: boolean) => {
      const said = word(kind);
      (secret ? withheld : open).push(said);
      return said;
    };
    const typed = (many: number, secret: boolean) =>
      Array.from({ length: many }, () => `It was said that ${say('minute', secret)}`).join('\n\n');
    records.push({
      ...newItemRecord(id),
      outcome: tree.resolutions.length > 0 ? 'resolved' : 'noted',
      minute: typed(tree.paragraphs, exempt),
      exemptMinute: typed(tree.withheldParagraphs, true),
      publicSummary: typed(tree.paragraphs % 2, false),
      exemption: tree.known ? exemption : null,
      resolutions: tree.resolutions.map((own, at) => ({
        id: `${id}r${at}`,
        text: `the ${say('resolution', exempt || own)} be agreed`,
        exempt: own,
      })),
      vote: { inFavour: 5, against: 2, abstained: 1, named: [] },
      actions: tree.actions.map((own, at) => {
        const what = word('action');
        (exempt || own ? withheldActions : openActions).push(what);
        return {
          id: `${id}a${at}`,
          what: `Send ${what}`,
          owner: 'Ada Quill',
          due: '2025-02-28',
          state: 'open',
          exempt: own,
        };
      }),
      decision:
        body === 'executive' ? { madeBy: '', reasons: '', rejected: '', key: true, callInUntil: '' } : null,
    });
    return itemOf(id, `Business ${id}`, {
      hidden: tree.hidden,
      exempt: tree.exempt ? exemption : null,
      items: tree.under.map((each) => make(each, exempt)),
    });
  };
  const items = trees.map((tree) => make(tree, false));
  const meeting = meetingOf({ items, kind, body });
  const record = recordOf(meeting, records, { ended: '12:05' });
  if (!orphan) return { meeting, record, open, withheld, openActions, withheldActions };
  const said = word('resolution');
  const own = {
    ...newItemRecord('gone'),
    resolutions: [{ id: 'g', text: `the ${said} be agreed`, exempt: false }],
  };
  return {
    meeting,
    record: { ...record, items: [own, ...record.items] },
    open,
    withheld: [...withheld, said],
    openActions,
    withheldActions,
  };
}

export const cases = fc
  .tuple(
    fc.array(drawn(2), { maxLength: 5 }),
    fc.constantFrom('committee', 'ministerial'),
    fc.constantFrom('committee', 'executive', 'council'),
    fc.boolean(),
  )
  .map(([trees, kind, body, orphan]) =>
    build(trees, kind as Meeting['kind'], body as Meeting['body'], orphan),
  );
