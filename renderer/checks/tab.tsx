import { ListChecks } from 'lucide-react';
import { type InspectorTab, useDesk } from '../writing/desk.ts';
import { ChecksPanel } from './panel.tsx';

function Panel() {
  const { findings, document, numbers, goTo } = useDesk();
  return <ChecksPanel findings={findings} document={document} numbers={numbers} onGoTo={goTo} />;
}

export const checksTab: InspectorTab = {
  id: 'checks',
  name: 'Checks',
  icon: ListChecks,
  Count: () => useDesk().findings.length,
  Panel,
};
