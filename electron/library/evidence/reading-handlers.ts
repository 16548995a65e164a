import { evidenceReadingCalls } from '../../../shared/contract/evidence-reading-calls.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { notYet } from './not-yet.ts';

/** Showing sources as they are. */
export function readingHandlers(_services: Services): FeatureHandlers<keyof typeof evidenceReadingCalls> {
  return notYet(evidenceReadingCalls);
}
