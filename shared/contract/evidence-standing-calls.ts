/** What documents rest on: where their citations stand in the sources of today, and who has to look at what. */
import * as z from 'zod';
import { findingSchema } from '../checks/finding.ts';
import { bearings, locatorSchema } from '../document/schema.ts';
import { anchorSchema, evidenceFactsSchema } from '../evidence/facts.ts';
import { editionId, sourceId } from '../evidence/source.ts';
import { lineId } from '../lines/line.ts';

const documentId = z.string().min(1).max(200);
const citationPlace = { documentId, blockId: z.string(), citationId: z.string() };

const useSchema = z.strictObject({
  ...citationPlace,
  documentTitle: z.string(),
  /** The words of the block, as last saved. */
  words: z.string(),
  sourceId,
  edition: editionId.nullable(),
  bearing: z.enum(bearings),
  locator: locatorSchema,
  anchor: anchorSchema,
});
export type CitationUse = z.infer<typeof useSchema>;

export const evidenceStandingCalls = {
  /**
   * What the checks must know of the sources a document cites. `citations`: those of the window that are not saved yet
   * or may not be; the answer has their anchors too. `lines`: the standing lines of the window, likewise.
   */
  'standing.facts': {
    input: z.strictObject({
      documentId,
      citations: z
        .array(
          z.strictObject({
            blockId: z.string(),
            citationId: z.string(),
            sourceId,
            edition: editionId.nullable(),
            locator: locatorSchema,
          }),
        )
        .optional(),
      lines: z.array(lineId).optional(),
    }),
    output: evidenceFactsSchema,
  },
  /** The findings of the evidence alone, on the document as last saved, with the shares as notes. */
  'standing.check': { input: z.strictObject({ documentId }), output: z.array(findingSchema) },
  /** Every citation of a source, document by document. */
  'standing.uses': { input: z.strictObject({ sourceId }), output: z.array(useSchema) },
  /** Citations in all documents whose source has changed since somebody last looked at them. */
  'standing.unseen': { input: z.strictObject({}), output: z.array(useSchema) },
  /** Somebody has looked at these citations beside the present edition, and found it well. */
  'standing.seen': {
    input: z.strictObject({ places: z.array(z.strictObject(citationPlace)).min(1), by: z.string().max(100) }),
    output: z.strictObject({}),
  },
  /** Nobody has looked at these citations after all. */
  'standing.unsee': {
    input: z.strictObject({ places: z.array(z.strictObject(citationPlace)).min(1) }),
    output: z.strictObject({}),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
