/** Our windows: sandboxed, without Node, showing our own page and never another. */
import path from 'node:path';
import { app, BrowserWindow, type WebContents } from 'electron';
import type { KeptPlace } from '../../shared/contract/kept-place.ts';
import { ORIGIN, pageFor } from './address.ts';
import { groundColour } from './colour-scheme.ts';
import { type Remembered, rememberBounds, smallest, startBounds } from './window-bounds.ts';

/**
 * A window with no page in it yet.
 * @param kind whose place it takes: where the last window of this kind stood.
 * @param onPage a page is parsed and its scripts have run: at start and after each reload.
 */
export function openPageWindow(kind: Remembered, onPage: (page: WebContents) => void): BrowserWindow {
  const { maximised, ...bounds } = startBounds(kind);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest[kind].width,
    minHeight: smallest[kind].height,
    show: false,
    title: 'Despatch',
    backgroundColor: groundColour(),
    webPreferences: {
      preload: path.join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.on('close', () => rememberBounds(kind, window));
  // The page's own title never replaces the one that says what is open and whether it is saved; that of a source does.
  if (kind === 'main') window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('dom-ready', () => onPage(window.webContents));
  return window;
}

/** @param place where to begin; null: the list of documents. */
export function loadStartPage(window: BrowserWindow, place: KeptPlace | null): void {
  void window.loadURL(pageFor(place));
}

/** Applied to every page there ever is, so that one opened by mistake is as helpless as ours. */
export function denyNavigation(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.on('will-frame-navigate', (event) => {
    // Reloading our own page is all there is.
    if (event.isMainFrame && event.url === page.getURL() && event.url.startsWith(`${ORIGIN}/`)) return;
    event.preventDefault();
  });
  page.on('will-redirect', (event) => event.preventDefault());
}
