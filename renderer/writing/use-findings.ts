import { useEffect, useState } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { checkDocument } from '../../shared/checks/run.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { ImportRow } from '../../shared/import/report.ts';

const PAUSE_MS = 300;

/** Findings on the document, worked out when the window has nothing better to do, never between two keys. */
export function useFindings(
  document: DespatchDocument,
  importReport: readonly ImportRow[],
): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useEffect(() => {
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => setFindings(checkDocument(document, pendingRepairs(importReport))));
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
