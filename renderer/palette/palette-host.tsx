import { lazy, Suspense, useEffect, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { whenCalm } from '../ui/calm.ts';
import { holdKeys } from '../ui/held-keys.ts';

/** Out of the first chunk, and there before anybody types into it. */
const fetchPalette = () => import('./palette.tsx');
const Palette = lazy(fetchPalette);

export function PaletteHost() {
  const [open, setOpen] = useState(false);
  useEffect(() => whenCalm(() => void fetchPalette()), []);
  useCommands({
    palette: () => {
      holdKeys();
      setOpen(true);
    },
  });
  if (!open) return null;
  return (
    <Suspense>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}
