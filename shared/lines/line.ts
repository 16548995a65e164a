/** A standing line: words of the library that documents hold by reference, with what they rest on. */
import * as z from 'zod';
import { citationSchema, detailNames, type Inline, inlineSchema } from '../document/schema.ts';

/** A fact becomes a point, or text where there are no points. A likely question has its answer as a detail. */
export const lineKinds = ['lineToTake', 'likelyQuestion', 'point', 'person', 'fact'] as const;
export type LineKind = (typeof lineKinds)[number];

export const lineKindNames: Readonly<Record<LineKind, string>> = {
  lineToTake: 'Line to take',
  likelyQuestion: 'Question and answer',
  point: 'Point',
  person: 'Biography',
  fact: 'Fact',
};

/** A comment and a cross-reference mean something in one document only. */
function stands(inline: Inline): boolean {
  return inline.type === 'break' || (inline.type === 'text' && inline.comments === undefined);
}
const content = z.array(inlineSchema.refine(stands, 'a comment or a cross-reference in a standing line'));
const worded = { content, citations: z.array(citationSchema) };

export const lineWordsSchema = z.strictObject({
  ...worded,
  /** What stands under it in a document: what to say if pressed, the role of a person. */
  details: z.array(z.strictObject({ ...worded, detail: z.enum(detailNames) })),
});
export type LineWords = z.infer<typeof lineWordsSchema>;

export const lineBodySchema = lineWordsSchema.extend({
  kind: z.enum(lineKinds),
  /** Short, for lists. */
  title: z.string().trim().min(1).max(200),
  tags: z.array(z.string().trim().min(1).max(60)).max(30),
});
export type LineBody = z.infer<typeof lineBodySchema>;

export const lineId = z.string().min(1).max(200);

export const standingLineSchema = lineBodySchema.extend({
  id: lineId,
  /** Of its words, from 1; another title or tag makes no new one. */
  version: z.number().int().positive(),
  /** Of all of it, for whoever changes it: from 1, one more with every change. */
  revision: z.number().int().positive(),
  /** ISO 8601, UTC. */
  updatedAt: z.string(),
  /** Who wrote the present version; empty where nobody has said. */
  author: z.string(),
});
export type StandingLine = z.infer<typeof standingLineSchema>;

export const lineVersionSchema = lineWordsSchema.extend({
  version: z.number().int().positive(),
  author: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
});
export type LineVersion = z.infer<typeof lineVersionSchema>;
