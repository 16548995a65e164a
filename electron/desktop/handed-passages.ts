/** Words that come from the window of a source, on their way to the document in the main window. */
import type { BrowserWindow } from 'electron';
import type { Bearing } from '../../shared/document/schema.ts';
import type { TakenPassage } from '../../shared/evidence/taken.ts';
import { channels } from './channels.ts';

export interface HandedPassage {
  readonly request: number;
  readonly taken: TakenPassage;
  readonly bearing: Bearing;
}

export interface PassageAnswer {
  readonly request: number;
  readonly taken: boolean;
}

/** Far longer than a window takes that is not stuck. */
const ANSWER_MS = 3000;

export class HandedPassages {
  #last = 0;
  readonly #waiting = new Map<number, (taken: boolean) => void>();

  /** @returns whether a document took them. */
  hand(window: BrowserWindow, taken: TakenPassage, bearing: Bearing): Promise<boolean> {
    return new Promise((resolve) => {
      this.#last += 1;
      const request = this.#last;
      const timer = setTimeout(() => this.receive({ request, taken: false }), ANSWER_MS);
      this.#waiting.set(request, (isTaken) => {
        clearTimeout(timer);
        this.#waiting.delete(request);
        resolve(isTaken);
      });
      window.webContents.send(channels.passage, { request, taken, bearing } satisfies HandedPassage);
    });
  }

  receive({ request, taken }: PassageAnswer): void {
    this.#waiting.get(request)?.(taken);
  }
}
