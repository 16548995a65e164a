import { useCallback, useEffect, useState } from 'react';
import type { Committee } from '../../../shared/pack/committee.ts';
import { useServices } from '../../app/services.ts';

/** The committee of a meeting as it is kept; null while it is read, where there is none, and where it is in the bin. */
export function useCommittee(committeeId: string | null): {
  readonly committee: Committee | null;
  reload(): void;
} {
  const { client } = useServices();
  const [committee, setCommittee] = useState<Committee | null>(null);
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` says when to look again.
  useEffect(() => {
    if (committeeId === null) return;
    let shown = true;
    client.call('committees.open', { committeeId }).then(
      (opened) => {
        if (shown) setCommittee(opened.committee);
      },
      () => {
        if (shown) setCommittee(null);
      },
    );
    return () => {
      shown = false;
    };
  }, [client, committeeId, count]);
  return { committee, reload: useCallback(() => setCount((now) => now + 1), []) };
}
