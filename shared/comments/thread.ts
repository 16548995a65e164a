/**
 * Comments beside a document. A thread hangs on a block, or on words whose text runs bear its id; where it stands is
 * read from the document, never stored twice. Everything said is an operation, so that two windows that each know but
 * a part of a thread cannot overwrite one another.
 */
import * as z from 'zod';

const id = z.string().min(1).max(200);
/** ISO 8601, UTC. */
const time = z.iso.datetime();
export const MAX_COMMENT = 10_000;
const words = z.string().trim().min(1).max(MAX_COMMENT);
const author = z.string().trim().min(1).max(100);

const entry = z.strictObject({ id, author, createdAt: time, text: words });
/** One thing that somebody said. */
export type CommentEntry = z.infer<typeof entry>;

export const threadSchema = z.strictObject({
  id,
  anchor: z.strictObject({
    /** The block it was made in; that of words may have gone since, and the words may stand in another. */
    blockId: id,
    /** The words it was made on; null: on the whole block. */
    quote: z.string().min(1).max(1000).nullable(),
  }),
  ...entry.omit({ id: true }).shape,
  /** In the order they were said. */
  replies: z.array(entry),
  resolved: z.strictObject({ by: author, at: time }).nullable(),
});
export type Thread = z.infer<typeof threadSchema>;

/** `entryId` is the thread's own id for what began it. */
const onThread = { threadId: id };
export const operationSchema = z.discriminatedUnion('type', [
  /** Also brings a deleted thread back, with all that was said in it. */
  z.strictObject({ type: z.literal('add'), thread: threadSchema }),
  /** Also brings a deleted reply back, to its place. */
  z.strictObject({ type: z.literal('reply'), ...onThread, reply: entry }),
  /** Only of what the same author said. */
  z.strictObject({ type: z.literal('edit'), ...onThread, entryId: id, author, text: words }),
  z.strictObject({ type: z.literal('removeReply'), ...onThread, entryId: id }),
  z.strictObject({ type: z.literal('resolve'), ...onThread, by: author, at: time }),
  z.strictObject({ type: z.literal('reopen'), ...onThread }),
  z.strictObject({ type: z.literal('remove'), ...onThread }),
]);
export type Operation = z.infer<typeof operationSchema>;

export function threadIdOf(operation: Operation): string {
  return operation.type === 'add' ? operation.thread.id : operation.threadId;
}

/**
 * What a thread is after an operation; null: there is none. Saying a thing twice changes nothing more, and of things
 * said at once by two people none is lost.
 * @param thread as stored; null: there is none, so that everything but `add` is said to nobody.
 */
export function applied(thread: Thread | null, operation: Operation): Thread | null {
  if (operation.type === 'add') return thread === null ? operation.thread : merged(thread, operation.thread);
  if (thread === null || operation.type === 'remove') return null;
  switch (operation.type) {
    case 'reply':
      return { ...thread, replies: inOrder([...thread.replies, operation.reply]) };
    case 'removeReply':
      return { ...thread, replies: thread.replies.filter(({ id }) => id !== operation.entryId) };
    case 'resolve':
      // Who was first has resolved it.
      return thread.resolved ? thread : { ...thread, resolved: { by: operation.by, at: operation.at } };
    case 'reopen':
      return { ...thread, resolved: null };
    case 'edit':
      return edited(thread, operation);
  }
}

function merged(stored: Thread, again: Thread): Thread {
  return { ...stored, replies: inOrder([...stored.replies, ...again.replies]) };
}

function inOrder(replies: readonly CommentEntry[]): CommentEntry[] {
  const once = new Map<string, CommentEntry>();
  for (const reply of replies) if (!once.has(reply.id)) once.set(reply.id, reply);
  return [...once.values()].sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function edited(thread: Thread, { entryId, author: by, text }: Extract<Operation, { type: 'edit' }>): Thread {
  if (entryId === thread.id) return thread.author === by ? { ...thread, text } : thread;
  const change = (reply: CommentEntry) =>
    reply.id === entryId && reply.author === by ? { ...reply, text } : reply;
  return { ...thread, replies: thread.replies.map(change) };
}
