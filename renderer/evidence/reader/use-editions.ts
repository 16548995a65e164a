import { useCallback } from 'react';
import type { Edition } from '../../../shared/evidence/source.ts';
import { useServices } from '../../app/services.ts';
import { useFetched } from '../../reading/use-fetched.ts';

/** The editions of a source, newest first; none until they are known. */
export function useEditions(sourceId: string): readonly Edition[] {
  const { client } = useServices();
  const { value } = useFetched(
    useCallback((signal) => client.call('evidence.get', { sourceId }, { signal }), [client, sourceId]),
  );
  return value?.editions ?? [];
}
