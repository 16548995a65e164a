/** Committees and what their meetings begin from. They are saved whole: they are small. */
import * as z from 'zod';
import { committeeSchema } from '../pack/committee.ts';
import { meetingBodies, packKinds } from '../pack/meeting.ts';

const committeeId = z.string().min(1).max(200);
const revision = z.number().int().nonnegative();

const committeeSummary = z.strictObject({
  id: committeeId,
  name: z.string(),
  kind: z.enum(packKinds),
  body: z.enum(meetingBodies),
  members: z.number().int().nonnegative(),
  /** Binned ones left out. */
  meetings: z.number().int().nonnegative(),
  /** YYYY-MM-DD of the first meeting from today on; null: none has a date. */
  nextMeeting: z.string().nullable(),
  revision,
  updatedAt: z.string(),
});
export type CommitteeSummary = z.infer<typeof committeeSummary>;

export const committeeCalls = {
  /** By name; of the bin, last deleted first. */
  'committees.list': {
    input: z.strictObject({ deleted: z.boolean().optional() }),
    output: z.array(committeeSummary),
  },
  /** With the usual standing items. */
  'committees.create': {
    input: z.strictObject({
      name: z.string().trim().min(1).max(1000),
      kind: z.enum(packKinds),
      body: z.enum(meetingBodies).optional(),
    }),
    output: z.strictObject({ committeeId }),
  },
  /** Fails with `committee.notFound`, also for one in the bin. */
  'committees.open': {
    input: z.strictObject({ committeeId }),
    output: z.strictObject({ committee: committeeSchema, revision }),
  },
  /**
   * On disk before it answers. Meetings that exist keep what they have. Fails with `meeting.revisionConflict` when
   * somebody else saved since `baseRevision`.
   */
  'committees.save': {
    input: z.strictObject({ committee: committeeSchema, baseRevision: revision }),
    output: z.strictObject({ revision, savedAt: z.string() }),
  },
  /** To the bin; its meetings stay where they are. */
  'committees.remove': { input: z.strictObject({ committeeId }), output: z.strictObject({}) },
  'committees.restore': { input: z.strictObject({ committeeId }), output: z.strictObject({}) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
