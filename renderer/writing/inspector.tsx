import { Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { FaultBoundary } from '../app/fault-boundary.tsx';
import { type InspectorTab, useDesk } from './desk.ts';
import { inspectorTabs } from './registered.ts';

interface Props {
  /** Id of the open tab; the first one where this document has no such tab. */
  readonly tab: string;
  readonly onTab: (id: string) => void;
}

export function Inspector({ tab, onTab }: Props) {
  const desk = useDesk();
  const offered = inspectorTabs.filter((each) => each.isOffered?.(desk) ?? true);
  const open = offered.some(({ id }) => id === tab) ? tab : (offered[0]?.id ?? '');
  return (
    <Tabs className="tabs" selectedKey={open} onSelectionChange={(key) => onTab(String(key))}>
      <TabList className="tab-list" aria-label="Side panel">
        {offered.map((each) => (
          <Handle key={each.id} {...each} />
        ))}
      </TabList>
      {offered.map(({ id, Panel }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          <Suspense>
            <FaultBoundary
              what="This panel"
              words="The text and the other panels go on."
              action="Show it again"
            >
              <Panel />
            </FaultBoundary>
          </Suspense>
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Handle({ id, name, icon: Icon, Count }: InspectorTab) {
  return (
    <Tab id={id} className="tab">
      <span className="tab-icon" title={name}>
        <Icon size={16} aria-hidden />
      </span>
      <span className="tab-name">{name}</span>{' '}
      {Count ? (
        <span className="count">
          <Count />
        </span>
      ) : null}
    </Tab>
  );
}
