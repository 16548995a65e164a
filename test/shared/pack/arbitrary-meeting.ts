/** Meetings as fast-check makes them: any shape the schema lets in, every id once. */
import fc from 'fast-check';
import type { AgendaItem, Meeting, Paper } from '../../../shared/pack/meeting.ts';
import { newItem } from '../../../shared/pack/new-item.ts';
import { singleMeeting } from '../../../shared/pack/new-meeting.ts';

const words = fc.string({ maxLength: 12 });
const source: fc.Arbitrary<Paper['source']> = fc.oneof(
  words.map((id) => ({ type: 'document' as const, documentId: `d${id}` })),
  fc.constant({ type: 'file' as const, name: 'a.pdf', sha256: 'a'.repeat(64) }),
  fc.constant({ type: 'toFollow' as const }),
);
const exempt = fc.option(
  fc.record({
    regime: fc.constant('LGA1972-England' as const),
    paragraph: fc.constant(3),
    publicInterest: words,
  }),
);
const paper = fc.record({ id: fc.constant(''), title: words, source, appendix: fc.boolean(), exempt });

function items(depth: number): fc.Arbitrary<AgendaItem[]> {
  return fc.array(
    fc
      .record({
        title: words,
        standing: fc.boolean(),
        hidden: fc.boolean(),
        number: fc.option(fc.string({ minLength: 1, maxLength: 3 })),
        staffNotes: words,
        exempt,
        late: fc.option(fc.record({ urgency: words, lateness: words })),
        papers: fc.array(paper, { maxLength: 3 }),
        items: depth === 0 ? fc.constant([]) : items(depth - 1),
      })
      .map((fields): AgendaItem => ({ ...newItem('', ''), ...fields })),
    { maxLength: 4 },
  );
}

function numbered(list: readonly AgendaItem[], next: () => string): AgendaItem[] {
  return list.map((item) => ({
    ...item,
    id: next(),
    papers: item.papers.map((each) => ({ ...each, id: next() })),
    items: numbered(item.items, next),
  }));
}

export const anyMeeting: fc.Arbitrary<Meeting> = fc
  .record({ items: items(2), venue: words, date: fc.constant('2027-03-04') })
  .map(({ items: made, ...fields }) => {
    let count = 0;
    const next = () => `old-${++count}`;
    return { ...singleMeeting('committee', 'Harbours', next), ...fields, items: numbered(made, next) };
  });
