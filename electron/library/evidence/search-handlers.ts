/** Searching the words of all sources. */
import type { evidenceSearchCalls } from '../../../shared/contract/evidence-search-calls.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { search } from './search.ts';
import { findFacets } from './search-facets.ts';
import { findFor } from './search-for-point.ts';

export function searchHandlers({ store }: Services): FeatureHandlers<keyof typeof evidenceSearchCalls> {
  return {
    'evidence.search': async (input) => store().read((tables) => search(tables.search, input)),
    'evidence.facets': async (input) => store().read((tables) => findFacets(tables.search, input)),
    'evidence.findFor': async (input) => store().read((tables) => findFor(tables.search, input)),
  };
}
