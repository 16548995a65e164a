import './app/no-eval.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/button.css';
import './ui/overlay.css';
import './ui/field.css';
import './ui/feedback.css';
import './ui/layout.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App, fetched } from './app/app.tsx';
import { startPlace } from './app/kept-place.ts';
import { receivePorts } from './app/ports.ts';
import { PortClient } from './client/client.ts';
import { askedOf } from './evidence/reader-window/asked.ts';
import { startSettings } from './settings/settings.ts';

const ReaderWindow = lazy(async () => ({
  default: (await import('./evidence/reader-window/reader-window.tsx')).ReaderWindow,
}));

startSettings(window.despatch);
const client = new PortClient();
const connected = receivePorts(client);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');
const asked = askedOf(location.search);
const props = { client, desktop: window.despatch, connected };
// Asked for before anything is drawn: it is the longest way to the first key.
const start = fetched(startPlace(location.search));
createRoot(root).render(
  <StrictMode>
    {asked ? (
      <Suspense>
        <ReaderWindow {...props} request={asked} />
      </Suspense>
    ) : (
      <App {...props} start={start} />
    )}
  </StrictMode>,
);
