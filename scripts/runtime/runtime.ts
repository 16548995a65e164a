/** An unpacked Electron that can start the application. */
export interface Runtime {
  /** `borrowed`: for development and tests, never for shipping. */
  readonly kind: 'official' | 'borrowed';
  /** For the log: what it is and where it comes from. */
  readonly description: string;
  /** The unpacked distribution, as electron-builder wants it. */
  readonly folder: string;
  readonly executable: string;
  /** What names the application on the command line; the borrowed runtime knows by itself. */
  readonly appArguments: readonly string[];
  /** A better-sqlite3 compiled for this runtime; null where its own binary runs. */
  readonly nativeBinding: string | null;
}
