import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { useDesk } from './desk.ts';

const DocumentSettingsDialog = lazy(() => import('./document-settings-dialog.tsx'));

export function DocumentSettingsHost({ children }: { children: ReactNode }) {
  const { readOnly } = useDesk();
  const [open, setOpen] = useState(false);
  useCommands({
    'document-settings': readOnly ? { unavailable: 'Read only' } : () => setOpen(true),
  });
  return (
    <>
      {children}
      {open ? (
        <Suspense>
          <DocumentSettingsDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
