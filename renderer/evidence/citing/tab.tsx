import { Bookmark } from 'lucide-react';
import type { InspectorTab } from '../../writing/desk.ts';
import { useCitingDesk } from './citing-desk.ts';
import { EvidencePanel } from './panel.tsx';
import { EVIDENCE_TAB } from './provider.tsx';

/** Citations whose source has changed since somebody looked: what the tab is to be opened for. */
function ToLookAt() {
  const { facts } = useCitingDesk();
  return Object.values(facts?.anchors ?? {}).filter(({ unseen }) => unseen).length || null;
}

export const evidenceTab: InspectorTab = {
  id: EVIDENCE_TAB,
  name: 'Evidence',
  icon: Bookmark,
  Count: ToLookAt,
  Panel: EvidencePanel,
};
