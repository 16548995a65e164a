import { BookOpen } from 'lucide-react';
import type { InspectorTab } from '../writing/desk.ts';
import { PreviewPanel } from './panel.tsx';

export const previewTab: InspectorTab = {
  id: 'preview',
  name: 'Preview',
  icon: BookOpen,
  Panel: PreviewPanel,
};
