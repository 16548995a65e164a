/** Closing waits until every word is on disk, and says so where that fails. */
import { type BrowserWindow, dialog } from 'electron';
import { channels } from './channels.ts';
import type { CloseAnswer } from './ipc.ts';

/** Longer than any save takes; a window that has not answered by then is stuck. */
const SAVE_MS = 10_000;

export class Closing {
  #request = 0;
  #allowed = false;
  #answer: ((reason: string | null) => void) | null = null;

  /** Makes the window ask before it closes. */
  guard(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (this.#allowed || window.webContents.isCrashed()) return;
      event.preventDefault();
      if (this.#answer === null) void this.#close(window);
    });
  }

  receive({ request, reason }: CloseAnswer): void {
    if (request === this.#request) this.#answer?.(reason);
  }

  async #close(window: BrowserWindow): Promise<void> {
    const reason = await this.#ask(window);
    this.#answer = null;
    if (window.isDestroyed()) return;
    if (reason !== null && !(await closeAnyway(window, reason))) return;
    this.#allowed = true;
    window.close();
  }

  /** @returns null when everything is on disk, else why not. */
  #ask(window: BrowserWindow): Promise<string | null> {
    return new Promise((resolve) => {
      this.#request += 1;
      const timer = setTimeout(() => resolve('The window did not answer within ten seconds.'), SAVE_MS);
      this.#answer = (reason) => {
        clearTimeout(timer);
        resolve(reason);
      };
      window.webContents.send(channels.closeRequest, this.#request);
    });
  }
}

async function closeAnyway(window: BrowserWindow, reason: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Despatch',
    message: 'Your last changes are not saved.',
    detail: `${reason}\n\nGo back to try again or to copy your words. If you close now, the changes since the last save are lost.`,
    buttons: ['Go back', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
