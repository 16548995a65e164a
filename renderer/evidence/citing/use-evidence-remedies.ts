/** From a finding about the evidence to the Evidence tab, at the block it is about. */
import { useMemo, useRef } from 'react';
import { isAboutCitation, wantsSource } from '../../../shared/checks/evidence-rule-names.ts';
import type { Remedies } from '../../checks/remedies.ts';
import { useDesk } from '../../writing/desk.ts';
import { useCitingDesk } from './citing-desk.ts';
import { EVIDENCE_TAB } from './provider.tsx';

export function useEvidenceRemedies(): Remedies {
  const { goTo, showTab, readOnly } = useDesk();
  const { setView } = useCitingDesk();
  // The desk's functions are new at every key, at which the list of findings need not be drawn anew.
  const latest = useRef({ goTo, showTab, setView });
  latest.current = { goTo, showTab, setView };
  return useMemo(() => {
    const lead = (label: string, blockId: string) => ({
      label,
      run() {
        latest.current.goTo(blockId);
        latest.current.setView('point');
        latest.current.showTab(EVIDENCE_TAB);
      },
    });
    return {
      of(finding) {
        if (isAboutCitation(finding)) return lead('See evidence', finding.blockId);
        return wantsSource(finding) && !readOnly ? lead('Find evidence', finding.blockId) : null;
      },
      all: [],
    };
  }, [readOnly]);
}
