import { MessageSquare } from 'lucide-react';
import type { InspectorTab } from '../writing/desk.ts';
import { useComments } from './comments.ts';
import { CommentsPanel } from './panel.tsx';
import { COMMENTS_TAB } from './provider.tsx';

export const commentsTab: InspectorTab = {
  id: COMMENTS_TAB,
  name: 'Comments',
  icon: MessageSquare,
  Count: () => useComments().placed?.filter(({ thread }) => thread.resolved === null).length || null,
  Panel: CommentsPanel,
};
