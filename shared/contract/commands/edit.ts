import type { CommandRow } from './row.ts';

/** What the Edit menu holds, in its order. */
export const editCommands = [
  {
    id: 'undo',
    label: '&Undo',
    keys: 'Ctrl+Z',
    menu: 'edit',
    group: 1,
    needsDocument: true,
    alsoInMeeting: true,
    ownKeys: true,
  },
  {
    id: 'redo',
    label: '&Redo',
    keys: 'Ctrl+Y',
    menu: 'edit',
    group: 1,
    needsDocument: true,
    alsoInMeeting: true,
    ownKeys: true,
  },
  { id: 'find', label: '&Find…', keys: 'Ctrl+F', menu: 'edit', group: 2, needsDocument: true },
  { id: 'replace', label: 'R&eplace…', keys: 'Ctrl+H', menu: 'edit', group: 2, needsDocument: true },
  { id: 'find-next', label: 'Find &next', keys: 'F3', menu: 'edit', group: 2, needsDocument: true },
  {
    id: 'find-previous',
    label: 'Find pre&vious',
    keys: 'Shift+F3',
    menu: 'edit',
    group: 2,
    needsDocument: true,
  },
  {
    id: 'next-misspelling',
    label: 'Next &misspelt word',
    keys: 'F7',
    menu: 'edit',
    group: 3,
    needsDocument: true,
    help: 'Go to the next misspelt word, and choose another',
  },
  {
    id: 'search-evidence',
    label: '&Search the evidence…',
    keys: 'Ctrl+Shift+F',
    menu: 'edit',
    group: 2,
    help: 'Search the words of all sources',
  },
] as const satisfies readonly CommandRow[];
