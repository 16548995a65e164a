import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Finding } from '../../shared/checks/finding.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { ChecksPanel } from '../checks/panel.tsx';
import { ImportReportPanel } from '../import-report/panel.tsx';
import type { ImportReport } from '../import-report/use-import-report.ts';

export type InspectorTab = 'import-report' | 'checks';

interface Props {
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
  readonly report: ImportReport;
  readonly findings: readonly Finding[];
  readonly document: DespatchDocument;
  readonly numbers: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
  readonly onGoTo: (blockId: string) => void;
}

export function Inspector({ tab, onTab, report, findings, document, numbers, readOnly, onGoTo }: Props) {
  return (
    <Tabs className="tabs" selectedKey={tab} onSelectionChange={(key) => onTab(key as InspectorTab)}>
      <TabList className="tab-list" aria-label="Side panel">
        <Tab id="checks" className="tab">
          Checks <span className="count">{findings.length}</span>
        </Tab>
        <Tab id="import-report" className="tab">
          Import report <span className="count">{report.pending.length}</span>
        </Tab>
      </TabList>
      <TabPanel id="checks" className="tab-panel">
        <ChecksPanel findings={findings} document={document} numbers={numbers} onGoTo={onGoTo} />
      </TabPanel>
      <TabPanel id="import-report" className="tab-panel">
        <ImportReportPanel report={report} readOnly={readOnly} onGoTo={onGoTo} />
      </TabPanel>
    </Tabs>
  );
}
