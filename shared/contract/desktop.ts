/**
 * What the preload script gives the window: native things only the main process may do. No paths cross here in
 * either direction, only grants (tokens for files a person chose) and names to show.
 */
import type { DocumentKind } from '../document/schema.ts';
import type { ErrorData } from './errors.ts';

export interface GrantedFile {
  readonly grant: string;
  /** File name without its folder, for messages. */
  readonly name: string;
}

/** Commands of the native menu that the window carries out. */
export const menuCommands = [
  'new-briefing',
  'new-report',
  'import-file',
  'import-text',
  'save',
  'export-docx',
  'export-pdf',
  'close-document',
  'undo',
  'redo',
  'toggle-navigator',
  'toggle-inspector',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'keyboard-help',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/** What the window tells main so that title bar, menu and closing are honest. */
export interface WindowState {
  readonly title: string;
  /** False while words are not on disk yet: closing then waits or asks. */
  readonly saved: boolean;
  readonly documentOpen: boolean;
  readonly documentKind: DocumentKind | null;
}

export interface DesktopApi {
  /** null: the person cancelled. */
  chooseImportFile(): Promise<GrantedFile | null>;
  chooseExportFile(format: 'docx' | 'pdf', suggestedName: string): Promise<GrantedFile | null>;
  /**
   * Opens an exported file in its program, or shows it in its folder.
   * @returns why not; null: it is open. Data, because an error thrown between processes loses its code.
   */
  openExported(grant: string, how: 'open' | 'reveal'): Promise<ErrorData | null>;
  setWindowState(state: WindowState): void;
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
  /** Main asks the window to save before it closes; the window answers when everything is on disk. */
  onCloseRequest(listener: () => Promise<void>): () => void;
}
