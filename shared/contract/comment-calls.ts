/** Comments on a document, kept beside its words. */
import * as z from 'zod';
import { operationSchema, threadSchema } from '../comments/thread.ts';

const documentId = z.string().min(1).max(200);

export const commentCalls = {
  'comments.list': {
    input: z.strictObject({ documentId }),
    /** Oldest first. */
    output: z.strictObject({ threads: z.array(threadSchema) }),
  },
  /**
   * Does one thing to one thread as it is stored now, so that nothing that another window said meanwhile is lost.
   * `thread` is what it has become; null: it is gone. Changes neither the document nor its revision.
   */
  'comments.change': {
    input: z.strictObject({ documentId, operation: operationSchema }),
    output: z.strictObject({ thread: threadSchema.nullable() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
