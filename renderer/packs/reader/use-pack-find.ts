/** Finding words in the whole pack: every place, and of the first ones the words around them. */
import { useCallback } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { useServices } from '../../app/services.ts';
import { type Finding, type FindState, useFound } from '../../reading/find/use-found.ts';

export type PackFound = FindState<CallOutput<'packs.find'>>;

const nothing: CallOutput<'packs.find'> = { places: [], shown: [], more: false };

export function usePackFind(packId: string, finding: Finding): PackFound {
  const { client } = useServices();
  const look = useCallback(
    (wanted: Finding, signal: AbortSignal) => client.call('packs.find', { packId, ...wanted }, { signal }),
    [client, packId],
  );
  return useFound(look, nothing, finding);
}
