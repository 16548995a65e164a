/** Where somebody was when the application ended, so that the next start leads there. */
import * as z from 'zod';

const id = z.string().min(1).max(200);

export const keptPlaceSchema = z.discriminatedUnion('screen', [
  z.strictObject({
    screen: z.literal('document'),
    documentId: id,
    /** The block that had the caret. */
    blockId: id.optional(),
    /** The agenda that it was opened from. */
    meeting: z.strictObject({ meetingId: id, rowId: id.optional() }).optional(),
  }),
  z.strictObject({ screen: z.literal('meeting'), meetingId: id }),
]);
export type KeptPlace = z.infer<typeof keptPlaceSchema>;
