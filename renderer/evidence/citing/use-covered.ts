import { useEffect, useState } from 'react';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { useCalm } from '../../ui/calm.ts';
import { inSlices } from '../../ui/slices.ts';
import { type Covered, coveredSteps } from './covered.ts';

/** How much of the document has evidence, worked out when the window has time; null until it is known. */
export function useCovered(document: DespatchDocument): Covered | null {
  const [covered, setCovered] = useState<Covered | null>(null);
  const calm = useCalm();
  useEffect(() => {
    if (!calm) return;
    const work = new AbortController();
    inSlices(coveredSteps(document), work.signal).then(setCovered, (thrown) => {
      if (!work.signal.aborted) reportError(thrown);
    });
    return () => work.abort();
  }, [calm, document]);
  return covered;
}
