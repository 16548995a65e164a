/** The notices that an executive in England gives before it meets (S.I. 2012/2089), drafted as documents. */
import * as z from 'zod';

const id = z.string().min(1).max(200);
const words = z.string().max(5000);

const noticeAsked = z.discriminatedUnion('notice', [
  /** Regulation 5(2): that it means to meet in private. */
  z.strictObject({ notice: z.literal('private') }),
  /** Regulation 5(4): again, with what was said against it. */
  z.strictObject({
    notice: z.literal('further'),
    /** YYYY-MM-DD, the day on which the first was given. */
    firstNotice: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    received: z.array(z.strictObject({ from: words, what: words, response: words })).max(200),
  }),
  /** Regulation 9: key decisions that are to be made. */
  z.strictObject({
    notice: z.literal('keyDecisions'),
    decisions: z
      .array(z.strictObject({ itemId: id, decisionMaker: words, period: words }))
      .min(1)
      .max(300),
    /** On whose behalf; empty: "the authority". */
    authority: words,
  }),
]);
export type NoticeAsked = z.infer<typeof noticeAsked>;

export const noticeCalls = {
  /**
   * From the meeting as last saved. Fails with `meeting.invalid` where it has no date, is no executive in England, or
   * there is nothing to give notice of.
   */
  'meetings.draftNotice': {
    input: z.strictObject({ meetingId: id, asked: noticeAsked }),
    output: z.strictObject({ documentId: id }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
