import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../../app/commands.tsx';

const NewMeetingDialog = lazy(() => import('./new-meeting-dialog.tsx'));

/** Begins a meeting from every screen. */
export function NewMeetingHost() {
  const [open, setOpen] = useState(false);
  useCommands({ 'new-meeting': () => setOpen(true) });
  if (!open) return null;
  return (
    <Suspense>
      <NewMeetingDialog onClose={() => setOpen(false)} />
    </Suspense>
  );
}
