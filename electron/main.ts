/** Lifecycle only: decides between the command line and the window, and ends what was started. */
import path from 'node:path';
import { app, Menu } from 'electron';
import { Application } from './desktop/application.ts';
import { commandLineVerb } from './desktop/command-line.ts';
import { startExtractor } from './desktop/extractors.ts';
import { logFault } from './desktop/log.ts';
import { refuseNetworkForProcess, refuseNetworkForSession } from './desktop/network.ts';
import { declareScheme } from './desktop/protocol.ts';
import { denyNavigation } from './desktop/window.ts';

process.on('uncaughtException', (error) => logFault('main', error));
process.on('unhandledRejection', (error) => logFault('main', error));

const verb = commandLineVerb(process.argv, app.isPackaged);
if (verb === null) showApplication();
// Only a ready application may start processes, which taking evidence in needs; and none is ready before this file
// has been run to its end.
else if (verb[0] === 'evidence') void app.whenReady().then(() => runVerb(verb));
else await runVerb(verb);

async function runVerb(words: readonly string[]): Promise<void> {
  const [{ runCli }, { processIo }] = await Promise.all([import('./cli.ts'), import('./cli/io.ts')]);
  if (app.isPackaged) delete process.env['DESPATCH_NATIVE_BINDING'];
  app.exit(await runCli(words, Object.assign(processIo(), { startExtractor })));
}

function showApplication(): void {
  // Ours is made with the page; Electron would make one of its own before.
  Menu.setApplicationMenu(null);
  refuseNetworkForProcess();
  // Of a module Chromium keeps only the code that ran as it was loaded. Compiled whole when the page is first opened,
  // all of it is kept: at every later start no function has to be compiled. Windows alone obey this.
  app.commandLine.appendSwitch('js-flags', '--no-lazy');
  declareScheme();
  app.on('session-created', (created) => void refuseNetworkForSession(created));
  app.on('web-contents-created', (_event, page) => denyNavigation(page));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  let application: Application | null = null;
  app.on('second-instance', () => application?.raise());
  app.on('window-all-closed', () => app.quit());
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped || application === null) return;
    event.preventDefault();
    void application.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  void app.whenReady().then(() => {
    application = new Application({ folder: libraryFolder(), nativeBinding: nativeBinding() });
    return application.show();
  });
}

function libraryFolder(): string {
  const chosen = app.commandLine.getSwitchValue('library');
  return chosen === '' ? path.join(app.getPath('userData'), 'library') : path.resolve(chosen);
}

/** A product never loads native code that its environment names. */
function nativeBinding(): string | null {
  return app.isPackaged ? null : (process.env['DESPATCH_NATIVE_BINDING'] ?? null);
}
