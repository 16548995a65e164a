import { evidenceStandingCalls } from '../../../shared/contract/evidence-standing-calls.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { notYet } from './not-yet.ts';

/** What documents rest on. */
export function standingHandlers(_services: Services): FeatureHandlers<keyof typeof evidenceStandingCalls> {
  return notYet(evidenceStandingCalls);
}
