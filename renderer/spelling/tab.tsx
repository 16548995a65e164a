import { SpellCheck } from 'lucide-react';
import type { InspectorTab } from '../writing/desk.ts';
import { WordsPanel } from './panel.tsx';
import { useSpelling } from './spelling.ts';

export const wordsTab: InspectorTab = {
  id: 'words',
  name: 'Words',
  icon: SpellCheck,
  Count: () => {
    const { misspellings } = useSpelling();
    return misspellings.length === 0 ? null : new Set(misspellings.map(({ word }) => word)).size;
  },
  Panel: WordsPanel,
};
