import { MousePointerClick } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { type InspectorTab, useAgendaDesk } from '../desk.ts';

interface Props {
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
  readonly details: ReactNode;
  readonly check: ReactNode;
  readonly packs: ReactNode;
  readonly packCount: number;
}

const tabs: readonly { readonly id: InspectorTab; readonly name: string }[] = [
  { id: 'details', name: 'Details' },
  { id: 'check', name: 'Check' },
  { id: 'packs', name: 'Packs' },
];

/** The chosen row, what the check says, and what was built and published. */
export function PackInspector({ tab, onTab, packCount, ...panels }: Props) {
  const { findings } = useAgendaDesk();
  const counts: Readonly<Record<InspectorTab, number>> = {
    details: 0,
    check: findings?.length ?? 0,
    packs: packCount,
  };
  return (
    <Tabs
      className="tabs"
      selectedKey={tab}
      onSelectionChange={(key) => onTab(tabs.find(({ id }) => id === key)?.id ?? 'details')}
    >
      <TabList className="tab-list" aria-label="Side panel">
        {tabs.map(({ id, name }) => (
          <Tab key={id} id={id} className="tab">
            {name} {counts[id] === 0 ? null : <span className="count">{counts[id]}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {panels[id]}
        </TabPanel>
      ))}
    </Tabs>
  );
}

export function NothingChosen() {
  return (
    <div className="empty">
      <MousePointerClick size={20} aria-hidden />
      <h2>Nothing is chosen</h2>
      <p>Choose an item or a paper to see all that is known of it.</p>
    </div>
  );
}
