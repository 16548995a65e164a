import { FileInput } from 'lucide-react';
import { type InspectorTab, useDesk } from '../writing/desk.ts';
import { ImportReportPanel } from './panel.tsx';

function Panel() {
  const { report, readOnly, goTo } = useDesk();
  return <ImportReportPanel report={report} readOnly={readOnly} onGoTo={goTo} />;
}

export const importReportTab: InspectorTab = {
  id: 'import-report',
  name: 'Import report',
  icon: FileInput,
  Count: () => useDesk().report.pending.length,
  Panel,
  isOffered: ({ report }) => report.rows.length > 0,
};
