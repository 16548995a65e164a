import { ListChecks } from 'lucide-react';
import { useTypedRemedies } from '../references/use-typed-remedies.ts';
import { type InspectorTab, useDesk } from '../writing/desk.ts';
import { ChecksPanel } from './panel.tsx';

function Panel() {
  const { findings, skeleton, numbers, goTo } = useDesk();
  const remedies = useTypedRemedies();
  return (
    <ChecksPanel
      findings={findings}
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
  Count: () => useDesk().findings.length,
  Panel,
};
