import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { useDesk } from '../writing/desk.ts';

const SaveDialog = lazy(() => import('./save-dialog.tsx'));

/** Keeps the command while a document is open. */
export function SaveAsTemplate({ children }: { children: ReactNode }) {
  const { readOnly } = useDesk();
  const [open, setOpen] = useState(false);
  useCommands({
    'save-as-template': readOnly
      ? { unavailable: 'This version of Despatch does not know all of its parts' }
      : () => setOpen(true),
  });
  return (
    <>
      {children}
      {open ? (
        <Suspense>
          <SaveDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
