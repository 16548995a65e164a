/** What of the sample documents rests on what of the sample sources, as written in `evidence.json` beside them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { bearings, classifications } from '../../../shared/document/schema.ts';
import { isoDate, type SourceDetails } from '../../../shared/evidence/source.ts';

const sampleSource = z.strictObject({
  file: z.string(),
  /** What the file does not say of itself. */
  title: z.string().optional(),
  organisation: z.string().optional(),
  issued: isoDate.optional(),
  published: z.boolean(),
  marking: z.enum(classifications).optional(),
  reviewBy: isoDate.optional(),
});
export type SampleSource = z.infer<typeof sampleSource>;

const sampleCitation = z.strictObject({
  document: z.string(),
  block: z.string(),
  on: z.string().optional(),
  instead: z.string().optional(),
  source: z.string(),
  /** Words of the source, to the letter. */
  quote: z.string(),
  bearing: z.enum(bearings).default('supports'),
});
export type SampleCitation = z.infer<typeof sampleCitation>;

const sampleEvidence = z.strictObject({
  sources: z.array(sampleSource),
  citations: z.array(sampleCitation),
});

/** @param folder that of the sample library. */
export function readSampleEvidence(folder: string): z.infer<typeof sampleEvidence> {
  return sampleEvidence.parse(JSON.parse(readFileSync(path.join(folder, 'evidence.json'), 'utf8')));
}

/** What is known of a source once somebody has filled in what its file left open. */
export function completed(details: SourceDetails, source: SampleSource): SourceDetails {
  const { title, organisation, issued, published, marking, reviewBy } = source;
  const csl = {
    ...details.csl,
    ...(title === undefined ? {} : { title }),
    ...(organisation === undefined ? {} : { publisher: organisation }),
    ...(issued === undefined ? {} : { issued: { 'date-parts': [issued.split('-').map(Number)] } }),
  };
  return {
    ...details,
    csl,
    published,
    marking:
      marking === undefined ? details.marking : { classification: marking, descriptor: '', handling: '' },
    reviewBy: reviewBy ?? details.reviewBy,
  };
}
