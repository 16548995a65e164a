import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { holdKeys } from '../ui/held-keys.ts';

const NewDialog = lazy(() => import('./new-dialog.tsx'));

export function NewDocumentHost() {
  const [open, setOpen] = useState(false);
  useCommands({
    'new-document': () => {
      holdKeys();
      setOpen(true);
    },
  });
  if (!open) return null;
  return (
    <Suspense>
      <NewDialog onClose={() => setOpen(false)} />
    </Suspense>
  );
}
