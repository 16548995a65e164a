import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../app/commands.tsx';

/** Out of the first chunk: nobody needs it before the first key. */
const Palette = lazy(() => import('./palette.tsx'));

export function PaletteHost() {
  const [open, setOpen] = useState(false);
  useCommands({ palette: () => setOpen(true) });
  if (!open) return null;
  return (
    <Suspense>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}
