/**
 * Every command of the application, once: the native menu, the keys, the command palette and the list of keys are
 * made from this table. What a command does is said by the screen that handles it (`useCommands`).
 */

/** The menus of the menu bar, in order; `label` marks the letter for Alt. */
export const appMenus = [
  { id: 'file', label: '&File' },
  { id: 'edit', label: '&Edit' },
  { id: 'view', label: '&View' },
  { id: 'insert', label: '&Insert' },
  { id: 'document', label: '&Document' },
  { id: 'help', label: '&Help' },
] as const;
export type AppMenu = (typeof appMenus)[number]['id'];

interface Row {
  readonly id: string;
  /** As the menu shows it: `&` before the letter for Alt, `…` where a question follows. */
  readonly label: string;
  /** As a person reads it, for example `Ctrl+Shift+N`; null where there is none. */
  readonly keys: string | null;
  /** A second key that the menu does not show. */
  readonly alsoKeys?: string;
  readonly menu: AppMenu;
  /** A line stands in the menu between one group and the next. */
  readonly group: number;
  /** Only with a document on the screen. */
  readonly needsDocument?: true;
  /** The editor and every text field hear this key themselves. */
  readonly ownKeys?: true;
  /** Where the list of keys says more than the label. */
  readonly help?: string;
}

export const appCommands = [
  {
    id: 'new-document',
    label: '&New…',
    keys: 'Ctrl+N',
    menu: 'file',
    group: 1,
    help: 'New from a template, a past document or pasted text',
  },
  { id: 'new-briefing', label: 'New &brief', keys: 'Ctrl+Shift+B', menu: 'file', group: 1 },
  { id: 'new-report', label: 'New &report', keys: 'Ctrl+Shift+N', menu: 'file', group: 1 },
  { id: 'new-submission', label: 'New s&ubmission', keys: null, menu: 'file', group: 1 },
  { id: 'import-file', label: '&Import…', keys: 'Ctrl+O', menu: 'file', group: 2 },
  { id: 'import-text', label: 'Import pasted &text…', keys: 'Ctrl+Shift+O', menu: 'file', group: 2 },
  {
    id: 'add-evidence',
    label: 'A&dd evidence…',
    keys: 'Ctrl+Shift+A',
    menu: 'file',
    group: 2,
    help: 'Add files to the evidence library',
  },
  {
    id: 'watch-evidence-folder',
    label: 'Watch a &folder for evidence…',
    keys: null,
    menu: 'file',
    group: 2,
  },
  {
    id: 'save',
    label: '&Save now',
    keys: 'Ctrl+S',
    menu: 'file',
    group: 3,
    needsDocument: true,
    help: 'Save now, without waiting for the pause',
  },
  {
    id: 'export',
    label: '&Export…',
    keys: 'Ctrl+E',
    menu: 'file',
    group: 4,
    needsDocument: true,
    help: 'Export, and choose how sources are printed',
  },
  // F12 is Word's own key for "save under another name or format".
  {
    id: 'export-docx',
    label: 'Export to &Word…',
    keys: 'F12',
    menu: 'file',
    group: 4,
    needsDocument: true,
  },
  {
    id: 'export-docx-comments',
    label: 'Export to Word with c&omments…',
    keys: null,
    menu: 'file',
    group: 4,
    needsDocument: true,
  },
  {
    id: 'export-pdf',
    label: 'Export to &PDF…',
    keys: 'Shift+F12',
    menu: 'file',
    group: 4,
    needsDocument: true,
  },
  {
    id: 'export-despatch',
    label: 'Despatc&h file (.despatch)…',
    keys: null,
    menu: 'file',
    group: 4,
    needsDocument: true,
    help: 'Export the document with its evidence as one file',
  },
  {
    id: 'save-as-template',
    label: 'Save as te&mplate…',
    keys: null,
    menu: 'file',
    group: 3,
    needsDocument: true,
  },
  { id: 'settings', label: 'Settin&gs…', keys: 'Ctrl+,', menu: 'file', group: 5 },
  {
    id: 'close-document',
    label: '&Close document',
    keys: 'Ctrl+W',
    menu: 'file',
    group: 6,
    needsDocument: true,
    help: 'Back to the library',
  },
  {
    id: 'undo',
    label: '&Undo',
    keys: 'Ctrl+Z',
    menu: 'edit',
    group: 1,
    needsDocument: true,
    ownKeys: true,
  },
  {
    id: 'redo',
    label: '&Redo',
    keys: 'Ctrl+Y',
    menu: 'edit',
    group: 1,
    needsDocument: true,
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
  { id: 'palette', label: '&Command palette…', keys: 'Ctrl+K', menu: 'view', group: 1 },
  {
    id: 'evidence',
    label: '&Evidence library',
    keys: 'Ctrl+Shift+E',
    menu: 'view',
    group: 1,
    help: 'To the evidence library, and back from there',
  },
  {
    id: 'standing-lines',
    label: 'S&tanding lines',
    keys: null,
    menu: 'view',
    group: 1,
    help: 'To the library of standing lines',
  },
  {
    id: 'search-evidence',
    label: '&Search the evidence…',
    keys: 'Ctrl+Shift+F',
    menu: 'edit',
    group: 2,
    help: 'Search the words of all sources',
  },
  {
    id: 'toggle-navigator',
    label: '&Outline',
    keys: 'Ctrl+\\',
    menu: 'view',
    group: 2,
    needsDocument: true,
    help: 'Show or hide the outline',
  },
  {
    id: 'toggle-inspector',
    label: '&Side panel',
    keys: 'Ctrl+Shift+\\',
    menu: 'view',
    group: 2,
    needsDocument: true,
    help: 'Show or hide the side panel',
  },
  {
    id: 'toggle-preview',
    label: 'Page &preview',
    keys: 'Ctrl+Shift+P',
    menu: 'view',
    group: 2,
    needsDocument: true,
    help: 'Show or hide the pages as the PDF will show them',
  },
  {
    id: 'zoom-in',
    label: 'Zoom &in',
    keys: 'Ctrl+=',
    menu: 'view',
    group: 3,
    needsDocument: true,
    help: 'Larger text',
  },
  {
    id: 'zoom-out',
    label: 'Zoom o&ut',
    keys: 'Ctrl+-',
    menu: 'view',
    group: 3,
    needsDocument: true,
    help: 'Smaller text',
  },
  {
    id: 'zoom-reset',
    label: '&Actual size',
    keys: 'Ctrl+0',
    menu: 'view',
    group: 3,
    needsDocument: true,
    help: 'Text at its printed size',
  },
  { id: 'theme-system', label: 'Theme as the s&ystem', keys: null, menu: 'view', group: 4 },
  { id: 'theme-light', label: '&Light theme', keys: null, menu: 'view', group: 4 },
  { id: 'theme-dark', label: '&Dark theme', keys: null, menu: 'view', group: 4 },
  { id: 'theme-contrast', label: '&High contrast theme', keys: null, menu: 'view', group: 4 },
  {
    id: 'move-to',
    label: '&Move to…',
    keys: 'Ctrl+Shift+M',
    menu: 'document',
    group: 1,
    needsDocument: true,
    help: 'Move the block, or the selected ones, to another place',
  },
  {
    id: 'add-comment',
    label: 'Add a &comment',
    keys: 'Ctrl+Alt+M',
    menu: 'document',
    group: 3,
    needsDocument: true,
    help: 'Comment on the selected words, or on the block',
  },
  {
    id: 'next-comment',
    label: '&Next comment',
    keys: 'F4',
    menu: 'document',
    group: 3,
    needsDocument: true,
  },
  {
    id: 'previous-comment',
    label: '&Previous comment',
    keys: 'Shift+F4',
    menu: 'document',
    group: 3,
    needsDocument: true,
  },
  {
    id: 'cite-selection',
    label: 'C&ite the selected words of the source',
    keys: 'Ctrl+Shift+C',
    menu: 'document',
    group: 4,
    needsDocument: true,
    help: 'Reading a source: cite the selected words',
  },
  {
    id: 'next-unsourced',
    label: 'Next point without &evidence',
    keys: 'F9',
    menu: 'document',
    group: 4,
    needsDocument: true,
    help: 'Go to the next point or figure without evidence',
  },
  {
    id: 'previous-unsourced',
    label: 'P&revious point without evidence',
    keys: 'Shift+F9',
    menu: 'document',
    group: 4,
    needsDocument: true,
  },
  {
    id: 'document-settings',
    label: 'Document &settings…',
    keys: null,
    menu: 'document',
    group: 2,
    needsDocument: true,
  },
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
  {
    id: 'notices',
    label: 'Go to the &notices',
    keys: 'F8',
    menu: 'view',
    group: 5,
    help: 'Go to the notices at the lower right',
  },
] as const satisfies readonly Row[];

export type AppCommandId = (typeof appCommands)[number]['id'];

export interface AppCommand extends Row {
  readonly id: AppCommandId;
}

/** A label without the mark of its Alt letter. */
export function commandName({ label }: Pick<AppCommand, 'label'>): string {
  return label.replace('&', '');
}
