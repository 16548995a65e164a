import { ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { useEvidenceRemedies } from '../evidence/citing/use-evidence-remedies.ts';
import { useLineRemedies } from '../lines/desk/use-line-remedies.ts';
import { useTypedRemedies } from '../references/use-typed-remedies.ts';
import { type InspectorTab, useDesk } from '../writing/desk.ts';
import { ChecksPanel } from './panel.tsx';
import { allRemedies } from './remedies.ts';

function Panel() {
  const { findings, checked, skeleton, numbers, goTo } = useDesk();
  const typed = useTypedRemedies();
  const evidence = useEvidenceRemedies();
  const lines = useLineRemedies();
  const remedies = useMemo(() => allRemedies([typed, evidence, lines]), [typed, evidence, lines]);
  return (
    <ChecksPanel
      findings={findings}
      checked={checked}
      document={skeleton}
      numbers={numbers}
      onGoTo={goTo}
      remedies={remedies}
    />
  );
}

export const checksTab: InspectorTab = {
  id: 'checks',
  name: 'Checks',
  icon: ListChecks,
  Count() {
    const { findings, checked } = useDesk();
    return checked ? findings.length : null;
  },
  Panel,
};
