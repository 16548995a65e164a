import { useEffect, useState } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { checkRules } from '../../shared/checks/run.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { ImportRow } from '../../shared/import/report.ts';
import { inSlices } from '../ui/slices.ts';

const PAUSE_MS = 300;

/** Findings on the document, worked out when the window has nothing better to do, never between two keys. */
export function useFindings(
  document: DespatchDocument,
  importReport: readonly ImportRow[],
): readonly Finding[] {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      inSlices(checkRules(document, pendingRepairs(importReport)), stop.signal).then(
        (next) => setFindings((known) => (sameFindings(known, next) ? known : next)),
        (thrown: unknown) => {
          if (!stop.signal.aborted) throw thrown;
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [document, importReport]);
  return findings;
}

/** Whoever shows them need not look at them again. */
function sameFindings(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one.length === other.length && one.every((finding, at) => sameFinding(finding, other[at]));
}

function sameFinding(one: Finding, other: Finding | undefined): boolean {
  return (
    one.rule === other?.rule &&
    one.blockId === other.blockId &&
    one.severity === other.severity &&
    one.message === other.message &&
    one.place?.start === other.place?.start &&
    one.place?.end === other.place?.end &&
    one.place?.cell?.row === other.place?.cell?.row &&
    one.place?.cell?.column === other.place?.cell?.column
  );
}

function pendingRepairs(report: readonly ImportRow[]) {
  return report.filter(({ kind, state }) => kind === 'repair' && state === 'pending');
}
