import { startTransition, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { checkRules } from '../../shared/checks/run.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { EvidenceFacts } from '../../shared/evidence/facts.ts';
import type { ImportRow } from '../../shared/import/report.ts';
import { Asker } from '../checks/thread/asker.ts';
import type { Found } from '../checks/thread/checker.ts';
import { useCalm } from '../ui/calm.ts';
import { inSlices } from '../ui/slices.ts';

const PAUSE_MS = 300;

interface Checked {
  readonly findings: readonly Finding[];
  /** False until the first check is done. */
  readonly checked: boolean;
}

/**
 * Findings on the document, worked out in a thread of their own: first once the hands rest, because the thread takes
 * half a second of a processor, then after a pause in the changes.
 */
export function useFindings(
  document: DespatchDocument,
  importReport: readonly ImportRow[],
  facts: EvidenceFacts | null,
): Checked {
  const [checked, setChecked] = useState<Checked>({ findings: [], checked: false });
  const thread = useRef<Asker | null>(null);
  const calm = useCalm();
  useEffect(() => {
    if (!calm) return;
    const worker = new Worker(new URL('../checks/thread/worker.ts', import.meta.url), { type: 'module' });
    const asker = new Asker({
      post: (order) => worker.postMessage(order),
      later(run) {
        const idle = requestIdleCallback(run);
        return () => cancelIdleCallback(idle);
      },
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Found>) => {
      const next = asker.hear(data);
      // A long list is drawn between the keys.
      if (next) startTransition(() => setChecked({ findings: next, checked: true }));
    });
    worker.addEventListener('error', ({ message }) => reportError(new Error(message)));
    thread.current = asker;
    return () => {
      asker.end();
      worker.terminate();
      thread.current = null;
    };
  }, [calm]);
  useEffect(() => {
    if (!calm) return;
    const ask = () => thread.current?.ask(document, pendingRepairs(importReport), facts);
    const timer = setTimeout(ask, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [calm, document, importReport, facts]);
  return checked;
}

/** Findings on this very state, for whoever goes on with it and cannot wait for the pause. */
export function findingsNow(
  document: DespatchDocument,
  importReport: readonly ImportRow[],
  facts: EvidenceFacts | null,
): Promise<readonly Finding[]> {
  return inSlices(checkRules(document, pendingRepairs(importReport), facts), new AbortController().signal);
}

function pendingRepairs(report: readonly ImportRow[]) {
  return report.filter(({ kind, state }) => kind === 'repair' && state === 'pending');
}
