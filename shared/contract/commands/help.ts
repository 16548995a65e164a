import type { CommandRow } from './row.ts';

/** What the Help menu holds, in its order. */
export const helpCommands = [
  {
    id: 'keyboard-help',
    label: '&Keyboard',
    keys: 'F1',
    alsoKeys: 'Ctrl+/',
    menu: 'help',
    group: 1,
    help: 'This list',
  },
  { id: 'tour', label: '&Two-minute tour', keys: null, menu: 'help', group: 1 },
  {
    id: 'licences',
    label: '&Licences',
    keys: null,
    menu: 'help',
    group: 1,
    help: 'Whose work is in Despatch',
  },
  { id: 'sample-library', label: 'Add the &sample documents', keys: null, menu: 'help', group: 1 },
] as const satisfies readonly CommandRow[];
