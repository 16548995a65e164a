import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { changeSettings, type Theme } from './settings.ts';

const SettingsDialog = lazy(() => import('./settings-dialog.tsx'));

export function SettingsHost() {
  const [open, setOpen] = useState(false);
  const theme = (wanted: Theme) => () => changeSettings({ theme: wanted });
  useCommands({
    settings: () => setOpen(true),
    'theme-system': theme('system'),
    'theme-light': theme('light'),
    'theme-dark': theme('dark'),
    'theme-contrast': () =>
      changeSettings({
        theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'contrast-dark' : 'contrast-light',
      }),
  });
  if (!open) return null;
  return (
    <Suspense>
      <SettingsDialog onClose={() => setOpen(false)} />
    </Suspense>
  );
}
