/**
 * What the preload script gives the window: native things only the main process may do. No paths cross here in
 * either direction, only grants (tokens for files a person chose) and names to show.
 */
import type { Bearing, DocumentKind } from '../document/schema.ts';
import type { ReaderRequest } from '../evidence/reader-request.ts';
import type { TakenPassage } from '../evidence/taken.ts';
import type { AppCommandId } from './commands.ts';
import type { ErrorData } from './errors.ts';
import type { KeptPlace } from './kept-place.ts';
import type { ReferenceFormat } from './reference-calls.ts';

export interface GrantedFile {
  readonly grant: string;
  /** File name without its folder, for messages. */
  readonly name: string;
}

/** What the page holds of a file that was dropped on it or pasted; where it stands on the disk only main learns. */
export interface DroppedFile {
  readonly name: string;
}

/** What the native menu lists beside the commands of `commands.ts`. */
export interface MenuLists {
  /** Documents opened last, newest first. */
  readonly recent: readonly { readonly id: string; readonly title: string }[];
  /** What the open document can be given, in groups; empty without one. */
  readonly insert: readonly (readonly {
    readonly id: string;
    readonly name: string;
    readonly keys: string | null;
  }[])[];
}
/** What of a meeting is saved to a file: a pack (PDF), the proof of a public one (JSON), a calendar (iCalendar). */
export const meetingFiles = ['pack', 'proof', 'calendar'] as const;
export type MeetingFile = (typeof meetingFiles)[number];

/** An entry of one of these lists was chosen. */
export interface MenuChoice {
  readonly list: keyof MenuLists;
  readonly id: string;
}

export const editActions = ['cut', 'copy', 'paste'] as const;
export type EditAction = (typeof editActions)[number];

export const colourSchemes = ['system', 'light', 'dark'] as const;
/** What title bar, menus and native dialogs follow. */
export type ColourScheme = (typeof colourSchemes)[number];

/** What the window tells main so that title bar, menu and closing are honest. */
export interface WindowState {
  readonly title: string;
  /** False while words are not on disk yet: closing then waits or asks. */
  readonly saved: boolean;
  readonly documentOpen: boolean;
  readonly documentKind: DocumentKind | null;
  /** The agenda of a meeting is on the screen; absent: it is not. */
  readonly meetingOpen?: boolean | undefined;
}

export interface DesktopApi {
  /** null: the person cancelled. */
  chooseImportFile(): Promise<GrantedFile | null>;
  /** A picture for the document. */
  chooseImageFile(): Promise<GrantedFile | null>;
  /** A file that may be a template of documents; null: cancelled. */
  chooseTemplateFile(): Promise<GrantedFile | null>;
  /** A file that may be a citation style; null: cancelled. */
  chooseStyleFile(): Promise<GrantedFile | null>;
  /** Files for the evidence library, of any kind it reads; none: cancelled. */
  chooseEvidenceFiles(): Promise<readonly GrantedFile[]>;
  /** A folder to be looked at from now on; null: cancelled. */
  chooseEvidenceFolder(): Promise<GrantedFile | null>;
  /** Files that become papers of a meeting: PDF, Word, text, Despatch; none: cancelled. */
  choosePaperFiles(): Promise<readonly GrantedFile[]>;
  chooseMeetingTarget(file: MeetingFile, suggestedName: string): Promise<GrantedFile | null>;
  /** Where an original of the evidence library, or the file of a paper, is saved to. */
  chooseOriginalFile(suggestedName: string): Promise<GrantedFile | null>;
  /**
   * Grants what was dropped or pasted, folders with all the files in them. One answer for each that was given, in
   * order; empty where it is no file on a disk, such as a picture that was copied.
   */
  grantDropped(files: readonly DroppedFile[]): Promise<readonly (readonly GrantedFile[])[]>;
  /** A file of a reference manager; null: cancelled. */
  chooseReferencesFile(): Promise<GrantedFile | null>;
  /** Where references are written to, for a reference manager. */
  chooseReferencesTarget(format: ReferenceFormat, suggestedName: string): Promise<GrantedFile | null>;
  chooseExportFile(format: 'docx' | 'pdf' | 'despatch', suggestedName: string): Promise<GrantedFile | null>;
  /**
   * Opens an exported file in its program, or shows it in its folder.
   * @returns why not; null: it is open. Data, because an error thrown between processes loses its code.
   */
  openExported(grant: string, how: 'open' | 'reveal'): Promise<ErrorData | null>;
  /** Shows a source in a window of its own. */
  openReader(request: ReaderRequest): void;
  /**
   * From the window of a source: hands words to the document that is open in the main window.
   * @returns false: there is none, or it takes none.
   */
  handPassage(taken: TakenPassage, bearing: Bearing): Promise<boolean>;
  /** In the main window: words come from the window of a source. The listener says whether a document took them. */
  onPassage(listener: (taken: TakenPassage, bearing: Bearing) => boolean): () => void;
  setWindowState(state: WindowState): void;
  /** Where the next start leads; null: to the list of documents. */
  keepPlace(place: KeptPlace | null): void;
  /** As the Edit menu does it, to whatever has the focus. */
  edit(action: EditAction): void;
  setMenuLists(lists: MenuLists): void;
  setColourScheme(scheme: ColourScheme): void;
  /** The size of the whole window's contents, from 0.8 to 2. */
  setScale(factor: number): void;
  onMenuCommand(listener: (command: AppCommandId) => void): () => void;
  onMenuChoice(listener: (choice: MenuChoice) => void): () => void;
  /** Main asks the window to save before it closes; the window answers when everything is on disk. */
  onCloseRequest(listener: () => Promise<void>): () => void;
}
