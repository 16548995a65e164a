/** The application with its window: puts the parts together and takes them apart in the right order. */
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { app, type BrowserWindow, dialog, session, type WebContents } from 'electron';
import type { MenuLists, WindowState } from '../../shared/contract/desktop.ts';
import { toErrorData } from '../../shared/contract/errors.ts';
import { explain } from '../../shared/contract/messages.ts';
import type { Bearing } from '../../shared/document/schema.ts';
import type { TakenPassage } from '../../shared/evidence/taken.ts';
import { Closing } from './closing.ts';
import { chooseColourScheme, startColourScheme } from './colour-scheme.ts';
import { FileDialogs } from './dialogs.ts';
import { Grants } from './grants.ts';
import { HandedPassages } from './handed-passages.ts';
import { serveWindowCalls } from './ipc.ts';
import { keepPlace, takeKeptPlace } from './kept-place.ts';
import { LibraryHost, type LibraryPlace } from './library-host.ts';
import { logFault } from './log.ts';
import { type OpenThings, showMenu } from './menu.ts';
import { refuseNetworkForSession } from './network.ts';
import { serveWindow } from './protocol.ts';
import { ReaderWindows } from './reader-windows.ts';
import { windowTitle } from './title.ts';
import { loadStartPage, openPageWindow } from './window.ts';

export class Application {
  readonly #place: LibraryPlace;
  readonly #closing = new Closing();
  readonly #grants = new Grants((grant) => this.#openLibrary().grant(grant));
  readonly #readers = new ReaderWindows((page) => void this.#introduce(page));
  readonly #handed = new HandedPassages();
  #library: LibraryHost | null = null;
  #window: BrowserWindow | null = null;
  #open: OpenThings = { document: false, meeting: false };
  #lists: MenuLists = { recent: [], insert: [] };

  constructor(place: LibraryPlace) {
    this.#place = place;
  }

  async show(): Promise<void> {
    // Its process starts while the window is made; why it failed is said when the page asks for it.
    this.#openLibrary();
    const refused = refuseNetworkForSession(session.defaultSession);
    serveWindow(session.defaultSession, path.join(import.meta.dirname, '../renderer'));
    serveWindowCalls({
      window: () => this.#window,
      readers: () => this.#readers.all,
      dialogs: new FileDialogs(this.#grants),
      grants: this.#grants,
      onWindowState: (state) => this.#showState(state),
      onKeptPlace: (place) => keepPlace(this.#place.folder, place),
      onMenuLists: (lists) => {
        // Each screen tells its own as it opens, and making a menu takes main as long as a key.
        if (isDeepStrictEqual(lists, this.#lists)) return;
        this.#lists = lists;
        this.#showMenu();
      },
      onColourScheme: (scheme) => chooseColourScheme(scheme, this.#window),
      onOpenReader: (request) => this.#readers.open(request),
      onHandedPassage: (taken, bearing) => this.#handPassage(taken, bearing),
      onPassageAnswer: (answer) => this.#handed.receive(answer),
      onCloseAnswer: (answer) => this.#closing.receive(answer),
    });
    startColourScheme();
    const window = openPageWindow('main', (page) => {
      void this.#introduce(page);
      // Before the window is seen, and not before the page is there: making it takes main as long as answering for that.
      this.#showMenu();
    });
    this.#window = window;
    this.#closing.guard(window);
    window.on('closed', () => {
      this.#window = null;
      this.#readers.closeAll();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void this.#windowDied(reason);
    });
    await refused;
    loadStartPage(window, takeKeptPlace(this.#place.folder));
  }

  /** Somebody started the application once more. */
  raise(): void {
    if (this.#window?.isMinimized()) this.#window.restore();
    this.#window?.focus();
  }

  async stop(): Promise<void> {
    await this.#library?.stop();
  }

  #openLibrary(): LibraryHost {
    this.#library ??= new LibraryHost(this.#place, () => void this.#libraryDied());
    return this.#library;
  }

  async #introduce(page: WebContents): Promise<void> {
    try {
      await this.#openLibrary().connect(page);
    } catch (error) {
      logFault('main', error);
      const { what, why, next } = explain(toErrorData(error));
      await this.#tell(what, `${why}\n\n${next}`, ['Close']);
      this.#leave();
    }
  }

  async #libraryDied(): Promise<void> {
    const answer = await this.#tell(
      'The part of Despatch that keeps your library has stopped.',
      'Everything that was shown as saved is on disk. Start it again to go on writing.',
      ['Start again', 'Close Despatch'],
    );
    if (answer === 1) return this.#leave();
    this.#library = null;
    const window = this.#window;
    if (window === null) return;
    for (const each of [window, ...this.#readers.all]) await this.#introduce(each.webContents);
    await this.#grants.tellAgain().catch((error) => logFault('main', error));
  }

  async #windowDied(reason: string): Promise<void> {
    logFault('window', `The window's process ended: ${reason}.`);
    // What was open may be what ended it: neither this window nor the next start opens it again by itself.
    keepPlace(this.#place.folder, null);
    const answer = await this.#tell(
      'The window has stopped.',
      'Everything that was shown as saved is on disk. Open the window again to go on writing.',
      ['Open again', 'Close Despatch'],
    );
    if (answer === 1) return this.#leave();
    if (this.#window) loadStartPage(this.#window, null);
  }

  async #handPassage(taken: TakenPassage, bearing: Bearing): Promise<boolean> {
    if (this.#window === null || !this.#open.document) return false;
    return this.#handed.hand(this.#window, taken, bearing);
  }

  #showState(state: WindowState): void {
    if (this.#window === null) return;
    this.#window.setTitle(windowTitle(state));
    this.#window.setDocumentEdited(!state.saved);
    const open = { document: state.documentOpen, meeting: state.meetingOpen ?? false };
    if (open.document === this.#open.document && open.meeting === this.#open.meeting) return;
    this.#open = open;
    this.#showMenu();
  }

  #showMenu(): void {
    if (this.#window) showMenu(this.#window, this.#open, this.#lists);
  }

  async #tell(message: string, detail: string, buttons: string[]): Promise<number> {
    const options = { type: 'error', title: 'Despatch', message, detail, buttons, noLink: true } as const;
    const shown = this.#window
      ? dialog.showMessageBox(this.#window, options)
      : dialog.showMessageBox(options);
    return (await shown).response;
  }

  /** Ends without asking the window, which cannot save any more. */
  #leave(): void {
    this.#window?.destroy();
    app.quit();
  }
}
