/** The native menu. Each key is one that Word or Windows has taught officials' hands, where there is one. */
import {
  app,
  type BaseWindow,
  type BrowserWindow,
  dialog,
  Menu,
  type MenuItemConstructorOptions,
} from 'electron';
import type { MenuCommand, WindowState } from '../../shared/contract/desktop.ts';
import { channels } from './channels.ts';

type Item = MenuItemConstructorOptions;

/** Sets the menu that fits what the window shows. */
export function showMenu(window: BrowserWindow, state: Pick<WindowState, 'documentOpen'>): void {
  const open = state.documentOpen;
  const item = (label: string, command: MenuCommand, accelerator?: string, extra: Item = {}): Item => ({
    id: command,
    label,
    click: () => window.webContents.send(channels.menuCommand, command),
    ...(accelerator === undefined ? {} : { accelerator }),
    ...extra,
  });
  const ofDocument: Item = { enabled: open };
  // The editor hears these keys itself, and so does each text field: the menu only shows them.
  const editing: Item = { enabled: open, registerAccelerator: false };
  const separator: Item = { type: 'separator' };
  const template: Item[] = [
    {
      label: '&File',
      submenu: [
        item('New &brief', 'new-briefing', 'Ctrl+N'),
        item('New &report', 'new-report', 'Ctrl+Shift+N'),
        separator,
        item('&Import…', 'import-file', 'Ctrl+O'),
        item('Import pasted &text…', 'import-text', 'Ctrl+Shift+O'),
        separator,
        item('&Save now', 'save', 'Ctrl+S', ofDocument),
        separator,
        // F12 is Word's own key for "save under another name or format".
        item('Export to &Word…', 'export-docx', 'F12', ofDocument),
        item('Export to &PDF…', 'export-pdf', 'Shift+F12', ofDocument),
        separator,
        item('&Close document', 'close-document', 'Ctrl+W', ofDocument),
        { label: 'E&xit', role: 'quit', accelerator: 'Alt+F4', registerAccelerator: false },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('&Undo', 'undo', 'Ctrl+Z', editing),
        item('&Redo', 'redo', 'Ctrl+Y', editing),
        separator,
        { label: 'Cu&t', role: 'cut' },
        { label: '&Copy', role: 'copy' },
        { label: '&Paste', role: 'paste' },
        { label: 'Paste as plain te&xt', role: 'pasteAndMatchStyle', accelerator: 'Ctrl+Shift+V' },
        separator,
        { label: 'Select &all', role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        item('&Outline', 'toggle-navigator', 'Ctrl+\\'),
        item('&Side panel', 'toggle-inspector', 'Ctrl+Shift+\\'),
        separator,
        item('Zoom &in', 'zoom-in', 'Ctrl+='),
        item('Zoom &out', 'zoom-out', 'Ctrl+-'),
        item('&Actual size', 'zoom-reset', 'Ctrl+0'),
        ...(app.isPackaged
          ? []
          : [separator, { label: 'Developer tools', role: 'toggleDevTools' } satisfies Item]),
      ],
    },
    {
      label: '&Help',
      submenu: [
        item('&Keyboard', 'keyboard-help', 'F1'),
        separator,
        { label: '&About Despatch', click: (_item, over) => showAbout(over ?? window) },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function showAbout(over: BaseWindow): void {
  void dialog.showMessageBox(over, {
    type: 'info',
    title: 'About Despatch',
    message: `Despatch ${app.getVersion()}`,
    detail:
      'Writes ministerial briefs and committee reports. For OFFICIAL and OFFICIAL-SENSITIVE.\n' +
      'It works without a network and sends nothing to anybody.',
    buttons: ['Close'],
  });
}
