import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PreviewSession, PreviewState } from './preview-session.ts';

export const PreviewContext = createContext<PreviewSession | null>(null);

export function usePreviewSession(): PreviewSession {
  const session = useContext(PreviewContext);
  if (!session) throw new Error('The preview belongs on the writing screen.');
  return session;
}

export function usePreview(): PreviewState {
  const session = usePreviewSession();
  return useSyncExternalStore(session.subscribe, session.state);
}
