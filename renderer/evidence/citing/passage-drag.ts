/** A passage on its way from a list or a reader to the sheet, also from another window; or a citation within it. */
import * as z from 'zod';
import type { Citation } from '../../../shared/document/schema.ts';
import { type TakenPassage, takenPassageSchema } from '../../../shared/evidence/taken.ts';

export const PASSAGE_TYPE = 'application/x-despatch-passage';

/** What is dragged, as a drag from the page carries it; other programs get the words. */
export function writePassage(data: DataTransfer, taken: TakenPassage): void {
  data.setData(PASSAGE_TYPE, JSON.stringify(taken));
  data.setData('text/plain', taken.locator.quote.exact);
  data.effectAllowed = 'copyLink';
}

export const CITATION_TYPE = 'application/x-despatch-citation';

const carriedSchema = z.strictObject({
  documentId: z.string(),
  blockId: z.string(),
  citationId: z.string(),
  /** It was copied: it stays where it was, too. Of what is dragged the keys held tell. */
  stays: z.boolean(),
});
/** A citation on its way from one block of a document to another. */
export type CarriedCitation = z.infer<typeof carriedSchema>;

/** In another document it arrives as the passage that it quotes. */
export function writeCitation(data: DataTransfer, carried: CarriedCitation, citation: Citation): void {
  const { evidenceId, edition, locator } = citation;
  if (edition !== null) writePassage(data, { evidenceId, edition, locator });
  else data.setData('text/plain', locator.quote.exact);
  data.setData(CITATION_TYPE, JSON.stringify(carried));
  data.effectAllowed = 'all';
}

/** @returns null where it is none of ours, or of another document than this one. */
export function readCitation(data: DataTransfer, documentId: string): CarriedCitation | null {
  const carried = parsed(carriedSchema, data.getData(CITATION_TYPE));
  return carried?.documentId === documentId ? carried : null;
}

/** While something is dragged, only its types may be asked for. */
export function carriesPassage(data: DataTransfer | null): boolean {
  return data?.types.some((type) => type === PASSAGE_TYPE || type === CITATION_TYPE) ?? false;
}

/** @returns null for what is none of ours: any program may drag this type. */
export function readPassage(data: DataTransfer): TakenPassage | null {
  return parsed(takenPassageSchema, data.getData(PASSAGE_TYPE));
}

function parsed<Value>(schema: z.ZodType<Value>, json: string): Value | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
