import { evidenceSourceCalls } from '../../../shared/contract/evidence-source-calls.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { notYet } from './not-yet.ts';

/** Taking sources in and keeping what is known of them. */
export function sourceHandlers(_services: Services): FeatureHandlers<keyof typeof evidenceSourceCalls> {
  return notYet(evidenceSourceCalls);
}
