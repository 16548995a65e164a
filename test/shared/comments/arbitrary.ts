/** Threads and what is said to them, for property tests. */
import fc from 'fast-check';
import type { CommentEntry, Operation, Thread } from '../../../shared/comments/thread.ts';

const authors = ['Ada', 'Grace', 'Joan'];
export const author = fc.constantFrom(...authors);
const time = fc.integer({ min: 0, max: 5 }).map((minute) => `2026-03-01T10:0${minute}:00.000Z`);
const text = fc.stringMatching(/^[a-z]{1,12}$/);

export const entryOf = (ids: readonly string[]): fc.Arbitrary<CommentEntry> =>
  fc.record({ id: fc.constantFrom(...ids), author, createdAt: time, text });

/** Replies of one thread have ids of their own. */
export const replies = fc.uniqueArray(entryOf(['r1', 'r2', 'r3', 'r4', 'r5']), { selector: ({ id }) => id });

export const thread: fc.Arbitrary<Thread> = fc.record({
  id: fc.constant('t'),
  anchor: fc.record({ blockId: fc.constant('b'), quote: fc.constantFrom(null, 'the lamps') }),
  author,
  createdAt: time,
  text,
  replies: fc.constant([]),
  resolved: fc.constant(null),
});

/** Of what one person says, one reply is never said twice in other words. */
export const operations = fc.tuple(thread, replies).chain(([started, said]) =>
  fc.record({
    started: fc.constant(started),
    operations: fc.array(
      fc.oneof(
        ...said.map((reply) => fc.constant<Operation>({ type: 'reply', threadId: 't', reply })),
        fc.record({
          type: fc.constant('edit' as const),
          threadId: fc.constant('t'),
          entryId: fc.constantFrom('t', 'r1', 'r2', 'r3'),
          author,
          text,
        }),
        fc.record({
          type: fc.constant('removeReply' as const),
          threadId: fc.constant('t'),
          entryId: fc.constantFrom('r1', 'r2', 'r3'),
        }),
        fc.record({
          type: fc.constant('resolve' as const),
          threadId: fc.constant('t'),
          by: author,
          at: time,
        }),
        fc.constant<Operation>({ type: 'reopen', threadId: 't' }),
      ),
      { maxLength: 12 },
    ),
  }),
);
