import { Repeat2 } from 'lucide-react';
import { lazy } from 'react';
import type { AnySection, DespatchDocument } from '../../../shared/document/schema.ts';
import type { InspectorTab } from '../../writing/desk.ts';
import { LINES_TAB, useDeskLines } from './desk-lines.ts';

const Panel = lazy(async () => ({ default: (await import('./panel.tsx')).LinesPanel }));

/** Lines that have other words in the library now: what the tab is to be opened for. */
function Changed() {
  return useDeskLines().used.filter(({ standing }) => standing === 'changed').length || null;
}

/** Sections are replaced, never changed, so that a keystroke reads one of them. */
const known = new WeakMap<AnySection, boolean>();

function linesIn({ sections }: DespatchDocument): boolean {
  return sections.some((section) => {
    const has =
      known.get(section) ??
      section.blocks.some((block) => block.kind !== 'unknown' && block.line !== undefined);
    known.set(section, has);
    return has;
  });
}

export const linesTab: InspectorTab = {
  id: LINES_TAB,
  name: 'Lines',
  icon: Repeat2,
  Count: Changed,
  Panel,
  isOffered: ({ document }) => linesIn(document),
};
