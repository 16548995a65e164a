import './app/no-eval.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/button.css';
import './ui/overlay.css';
import './ui/field.css';
import './ui/feedback.css';
import './ui/layout.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { receivePorts } from './app/ports.ts';
import { PortClient } from './client/client.ts';
import { startSettings } from './settings/settings.ts';

startSettings(window.despatch);
const client = new PortClient();
const connected = receivePorts(client);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');
createRoot(root).render(
  <StrictMode>
    <App client={client} desktop={window.despatch} connected={connected} />
  </StrictMode>,
);
