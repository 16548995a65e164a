/** The menus of the menu bar, in order; `label` marks the letter for Alt. */
export const appMenus = [
  { id: 'file', label: '&File' },
  { id: 'edit', label: '&Edit' },
  { id: 'view', label: '&View' },
  { id: 'insert', label: '&Insert' },
  { id: 'document', label: '&Document' },
  { id: 'meeting', label: '&Meeting' },
  { id: 'help', label: '&Help' },
] as const;
export type AppMenu = (typeof appMenus)[number]['id'];

/** One command as its table states it. */
export interface CommandRow {
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
  /** Only with a meeting on the screen. */
  readonly needsMeeting?: true;
  /** What needs a document is there with a meeting too. */
  readonly alsoInMeeting?: true;
  /** The editor and every text field hear this key themselves. */
  readonly ownKeys?: true;
  /** Where the list of keys says more than the label. */
  readonly help?: string;
}
