/** What stands inside a block: runs of characters, references to other blocks, line breaks. */
import * as z from 'zod';

/** Addresses that a reader may follow; everything else (`javascript:`, `file:`, …) is no link of ours. */
export const linkPattern = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}"<>]+$/iu;

const format = {
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  /** Ids of the comment threads on these characters, without repeats. The threads are kept beside the document. */
  comments: z.array(z.string().min(1)).min(1).optional(),
  /** Ids of citations of the block that are about these characters, without repeats. */
  cited: z.array(z.string().min(1)).min(1).optional(),
};
const inlineText = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  ...format,
  link: z.string().regex(linkPattern).optional(),
});
export const referenceForms = ['label', 'number', 'title'] as const;
/** A cross-reference: picked, never typed. Its words are made when shown or printed, so they cannot be out of date. */
const inlineReference = z.strictObject({
  type: z.literal('reference'),
  /** Id of the block referred to, which may have gone since. */
  target: z.string().min(1),
  /** label: "paragraph 12"; number: "12"; title: the words of the heading or appendix. */
  show: z.enum(referenceForms),
  ...format,
});
const inlineBreak = z.strictObject({ type: z.literal('break') });
export const inlineSchema = z.discriminatedUnion('type', [inlineText, inlineReference, inlineBreak]);
export type Inline = z.infer<typeof inlineSchema>;
export type TextRun = z.infer<typeof inlineText>;
export type Reference = z.infer<typeof inlineReference>;
