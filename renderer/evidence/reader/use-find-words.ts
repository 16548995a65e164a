import { useCallback } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { useServices } from '../../app/services.ts';
import { type Finding, type FindState, useFound } from '../../reading/find/use-found.ts';

type FoundWords = FindState<CallOutput<'reading.find'>>;

const nothing: CallOutput<'reading.find'> = { places: [], more: false };

/** Places of words in an edition. */
export function useFindWords(edition: string, finding: Finding): FoundWords {
  const { client } = useServices();
  const look = useCallback(
    (wanted: Finding, signal: AbortSignal) => client.call('reading.find', { edition, ...wanted }, { signal }),
    [client, edition],
  );
  return useFound(look, nothing, finding);
}
