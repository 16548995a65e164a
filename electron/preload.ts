/** Exposes `window.despatch` and hands over the port to the library. No logic. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webFrame, webUtils } from 'electron';
import type { DesktopApi } from '../shared/contract/desktop.ts';
import { channels } from './desktop/channels.ts';
import type { HandedPassage } from './desktop/handed-passages.ts';

/** The little of a page's world that this layer's types do not know. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: string, origin: string, ports: IpcRendererEvent['ports']): void;
};

const closeListeners = new Set<() => Promise<void>>();
const passageListeners = new Set<Parameters<DesktopApi['onPassage']>[0]>();

function listen<Message>(channel: string, listener: (message: Message) => void): () => void {
  const heard = (_event: IpcRendererEvent, message: Message) => listener(message);
  ipcRenderer.on(channel, heard);
  return () => ipcRenderer.off(channel, heard);
}

const api: DesktopApi = {
  chooseImportFile: () => ipcRenderer.invoke(channels.chooseImportFile),
  chooseImageFile: () => ipcRenderer.invoke(channels.chooseImageFile),
  chooseTemplateFile: () => ipcRenderer.invoke(channels.chooseTemplateFile),
  chooseStyleFile: () => ipcRenderer.invoke(channels.chooseStyleFile),
  chooseEvidenceFiles: () => ipcRenderer.invoke(channels.chooseEvidenceFiles),
  chooseEvidenceFolder: () => ipcRenderer.invoke(channels.chooseEvidenceFolder),
  choosePaperFiles: () => ipcRenderer.invoke(channels.choosePaperFiles),
  chooseMeetingTarget: (file, suggestedName) =>
    ipcRenderer.invoke(channels.chooseMeetingTarget, file, suggestedName),
  chooseOriginalFile: (suggestedName) => ipcRenderer.invoke(channels.chooseOriginalFile, suggestedName),
  grantDropped: (files) =>
    ipcRenderer.invoke(
      channels.grantDropped,
      files.map((file) => webUtils.getPathForFile(file as File)),
    ),
  chooseReferencesFile: () => ipcRenderer.invoke(channels.chooseReferencesFile),
  chooseReferencesTarget: (format, suggestedName) =>
    ipcRenderer.invoke(channels.chooseReferencesTarget, format, suggestedName),
  chooseExportFile: (format, suggestedName) =>
    ipcRenderer.invoke(channels.chooseExportFile, format, suggestedName),
  openExported: (grant, how) => ipcRenderer.invoke(channels.openExported, grant, how),
  openReader: (request) => ipcRenderer.send(channels.openReader, request),
  handPassage: (taken, bearing) => ipcRenderer.invoke(channels.handPassage, taken, bearing),
  onPassage(listener) {
    passageListeners.add(listener);
    return () => passageListeners.delete(listener);
  },
  setWindowState: (state) => ipcRenderer.send(channels.windowState, state),
  keepPlace: (place) => ipcRenderer.send(channels.keptPlace, place),
  edit: (action) => ipcRenderer.send(channels.edit, action),
  setMenuLists: (lists) => ipcRenderer.send(channels.menuLists, lists),
  setColourScheme: (scheme) => ipcRenderer.send(channels.colourScheme, scheme),
  setScale: (factor) => webFrame.setZoomFactor(factor),
  onMenuCommand: (listener) => listen(channels.menuCommand, listener),
  onMenuChoice: (listener) => listen(channels.menuChoice, listener),
  onCloseRequest(listener) {
    closeListeners.add(listener);
    return () => closeListeners.delete(listener);
  },
};

ipcRenderer.on(channels.closeRequest, async (_event, request: number) => {
  try {
    await Promise.all([...closeListeners].map((listener) => listener()));
    ipcRenderer.send(channels.closeAnswer, { request, reason: null });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ipcRenderer.send(channels.closeAnswer, { request, reason });
  }
});

ipcRenderer.on(channels.passage, (_event, { request, taken, bearing }: HandedPassage) => {
  // The newest part of the window is asked first.
  const isTaken = [...passageListeners].reverse().some((listener) => listener(taken, bearing));
  ipcRenderer.send(channels.passageAnswer, { request, taken: isTaken });
});

ipcRenderer.on(channels.libraryPort, (event) => {
  window.postMessage(channels.libraryPort, window.location.origin, event.ports);
});

contextBridge.exposeInMainWorld('despatch', api);
