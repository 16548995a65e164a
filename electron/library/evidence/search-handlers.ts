import { evidenceSearchCalls } from '../../../shared/contract/evidence-search-calls.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { notYet } from './not-yet.ts';

/** Searching the words of all sources. */
export function searchHandlers(_services: Services): FeatureHandlers<keyof typeof evidenceSearchCalls> {
  return notYet(evidenceSearchCalls);
}
