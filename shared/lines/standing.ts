/** How a use of a standing line stands to the line as it is today. */
import * as z from 'zod';
import type { BlockKind } from '../document/schema.ts';
import { lineId } from './line.ts';
import { type Said, saidSchema, saysTheSame } from './said.ts';

/** What is known of a line that a document uses, for whoever judges the document without the library. */
export const lineFactSchema = z.strictObject({
  id: lineId,
  title: z.string(),
  version: z.number().int().positive(),
  deleted: z.boolean(),
  said: saidSchema,
});
export type LineFact = z.infer<typeof lineFactSchema>;

/**
 * same: it says what the line says. changed: the line has other words since somebody last looked. differs: its own words
 * were changed, or kept when the line's were. gone: the line is in the bin, or the library does not have it.
 */
export const lineStandings = ['changed', 'differs', 'same', 'gone'] as const;
export type LineStanding = (typeof lineStandings)[number];

interface Used {
  readonly kind: BlockKind;
  /** Of the line, when somebody last looked. */
  readonly version: number;
  readonly said: Said;
}

export function standingOf(
  { kind, version, said }: Used,
  line: Pick<LineFact, 'version' | 'said' | 'deleted'> | undefined,
): LineStanding {
  if (!line || line.deleted) return 'gone';
  if (saysTheSame(said, line.said, kind)) return 'same';
  return version < line.version ? 'changed' : 'differs';
}
