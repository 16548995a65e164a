import { memo, Suspense, useMemo } from 'react';
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
  const ids = inspectorTabs.filter((each) => each.isOffered?.(desk) ?? true).map(({ id }) => id);
  // A name for which of them they are, by which they stay the same list.
  const which = ids.join(' ');
  const offered = useMemo(() => inspectorTabs.filter(({ id }) => which.split(' ').includes(id)), [which]);
  return <Panels offered={offered} open={ids.includes(tab) ? tab : (ids[0] ?? '')} onTab={onTab} />;
}

interface PanelsProps {
  readonly offered: readonly InspectorTab[];
  readonly open: string;
  readonly onTab: (id: string) => void;
}

/** Apart from the desk, which is another with every report of the editor: tabs take long to draw, panels read for themselves. */
const Panels = memo(function Panels({ offered, open, onTab }: PanelsProps) {
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
});

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
