/** The native menu, made from the one table of commands. */
import {
  app,
  type BaseWindow,
  type BrowserWindow,
  dialog,
  Menu,
  type MenuItemConstructorOptions,
} from 'electron';
import { type AppMenu, appMenus } from '../../shared/contract/commands/row.ts';
import { type AppCommand, appCommands } from '../../shared/contract/commands.ts';
import type { MenuChoice, MenuLists } from '../../shared/contract/desktop.ts';
import { channels } from './channels.ts';

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** What is on the screen that commands can be for. */
export interface OpenThings {
  readonly document: boolean;
  readonly meeting: boolean;
}

/** Sets the menu that fits what the window shows. */
export function showMenu(window: BrowserWindow, open: OpenThings, lists: MenuLists): void {
  const commandItem = (command: AppCommand): Item => ({
    id: command.id,
    label: command.label,
    enabled: isFor(command, open),
    click: () => window.webContents.send(channels.menuCommand, command.id),
    ...(command.keys === null ? {} : { accelerator: command.keys }),
    ...(command.ownKeys ? { registerAccelerator: false } : {}),
  });
  const choiceItem = (list: MenuChoice['list'], id: string, label: string, keys: string | null): Item => ({
    label: label.replaceAll('&', '&&'),
    click: () => window.webContents.send(channels.menuChoice, { list, id } satisfies MenuChoice),
    // The editor hears its own keys: the menu only shows them.
    ...(keys === null ? {} : { accelerator: keys, registerAccelerator: false }),
  });
  const extra: Readonly<Record<AppMenu, readonly (readonly Item[])[]>> = {
    file: [
      [
        {
          label: 'R&ecent documents',
          enabled: lists.recent.length > 0,
          submenu: lists.recent.map(({ id, title }) => choiceItem('recent', id, title, null)),
        },
      ],
      [{ label: 'E&xit', role: 'quit', accelerator: 'Alt+F4', registerAccelerator: false }],
    ],
    edit: [clipboardItems, [{ label: 'Select &all', role: 'selectAll' }]],
    view: app.isPackaged ? [] : [[{ label: 'Developer tools', role: 'toggleDevTools' }]],
    insert: lists.insert.map((group) =>
      group.map(({ id, name, keys }) => choiceItem('insert', id, name, keys)),
    ),
    document: [],
    meeting: [],
    help: [[{ label: '&About Despatch', click: (_item, over) => showAbout(over ?? window) }]],
  };
  const template = appMenus.map(({ id, label }): Item => {
    const commands: readonly AppCommand[] = appCommands.filter(({ menu }) => menu === id);
    const own = [...new Set(commands.map(({ group }) => group))]
      .sort((a, b) => a - b)
      .map((wanted) => commands.filter(({ group }) => group === wanted).map(commandItem));
    const items = [...own, ...extra[id]].filter((group) => group.length > 0);
    return {
      label,
      enabled: items.length > 0,
      submenu: items.flatMap((group, at) => (at === 0 ? group : [separator, ...group])),
    };
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function isFor({ needsDocument, needsMeeting, alsoInMeeting }: AppCommand, open: OpenThings): boolean {
  if (needsMeeting) return open.meeting;
  return !needsDocument || open.document || (open.meeting && alsoInMeeting === true);
}

const clipboardItems: readonly Item[] = [
  { label: 'Cu&t', role: 'cut' },
  { label: '&Copy', role: 'copy' },
  { label: '&Paste', role: 'paste' },
  { label: 'Paste as plain te&xt', role: 'pasteAndMatchStyle', accelerator: 'Ctrl+Shift+V' },
];

function showAbout(over: BaseWindow): void {
  void dialog.showMessageBox(over, {
    type: 'info',
    title: 'About Despatch',
    message: `Despatch ${app.getVersion()}`,
    detail:
      'Writes ministerial briefs, submissions and committee reports. For OFFICIAL and OFFICIAL-SENSITIVE.\n' +
      'It works without a network and sends nothing to anybody.',
    buttons: ['Close'],
  });
}
