/** Windows that show nothing but one source each: as sandboxed as the main one, and closed with it. */
import type { BrowserWindow, WebContents } from 'electron';
import type { ReaderRequest } from '../../shared/evidence/reader-request.ts';
import { READER_PAGE } from './address.ts';
import { openPageWindow } from './window.ts';

export class ReaderWindows {
  readonly #windows = new Set<BrowserWindow>();
  readonly #onPage: (page: WebContents) => void;

  /** @param onPage a page is parsed and its scripts have run: it needs a port to the library. */
  constructor(onPage: (page: WebContents) => void) {
    this.#onPage = onPage;
  }

  get all(): readonly BrowserWindow[] {
    return [...this.#windows];
  }

  open(request: ReaderRequest): void {
    const window = openPageWindow('reader', this.#onPage);
    this.#windows.add(window);
    // Its own keys do what there is to do; the menu of the application is about documents.
    window.removeMenu();
    window.on('closed', () => this.#windows.delete(window));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      // Nothing in it could be lost.
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.destroy();
    });
    void window.loadURL(`${READER_PAGE}${encodeURIComponent(JSON.stringify(request))}`);
  }

  closeAll(): void {
    for (const window of this.#windows) window.close();
  }
}
