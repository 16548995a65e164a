import { useEffect, useState } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { checkRules } from '../../shared/checks/run.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { ImportRow } from '../../shared/import/report.ts';

const PAUSE_MS = 300;
/** A step begun with less idle time than this may come in the way of a key. */
const STEP_MS = 4;

/** Findings on the document, worked out when the window has nothing better to do, never between two keys. */
export function useFindings(
  document: DespatchDocument,
  importReport: readonly ImportRow[],
): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useEffect(() => {
    let idle = 0;
    const timer = setTimeout(() => {
      const steps = checkRules(document, pendingRepairs(importReport));
      const goOn = (deadline: IdleDeadline) => {
        do {
          const { done, value } = steps.next();
          if (done) return setFindings(value);
        } while (deadline.timeRemaining() > STEP_MS);
        idle = requestIdleCallback(goOn);
      };
      idle = requestIdleCallback(goOn);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [document, importReport]);
  return findings;
}

function pendingRepairs(report: readonly ImportRow[]) {
  return report.filter(({ kind, state }) => kind === 'repair' && state === 'pending');
}
