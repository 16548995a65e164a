/** Why something is withheld from the public: a paragraph of a law, picked, and the public interest test in words. */
import * as z from 'zod';

/**
 * LGA1972-England: Schedule 12A Part 1, paragraphs 1 to 7. LGA1972-Wales: Part 4, paragraphs 12 to 18.
 * Executive2012-England: private meetings of executives (S.I. 2012/2089), with the paragraphs of Schedule 12A Part 1.
 */
export const exemptionRegimes = ['LGA1972-England', 'LGA1972-Wales', 'Executive2012-England'] as const;
export type ExemptionRegime = (typeof exemptionRegimes)[number];

export const exemptionSchema = z.strictObject({
  regime: z.enum(exemptionRegimes),
  /** Number of the paragraph of the Schedule; which there are depends on the regime. */
  paragraph: z.number().int().positive(),
  /** Why the public interest in keeping it outweighs that in disclosing it; empty: nobody has written it yet. */
  publicInterest: z.string().max(5000),
});
export type Exemption = z.infer<typeof exemptionSchema>;
