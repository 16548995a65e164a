/** Tables as the sheet and the window share them: the sheet knows where the caret is, the window draws the toolbar. */
import { featureKey } from '../feature-key.ts';
import type { TableAction } from './actions.ts';
import type { Rows } from './grid.ts';

/** The table with the caret. */
export interface CurrentTable {
  readonly blockId: string;
  /** null while the caret is in the caption. */
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly rows: number;
  readonly columns: number;
  readonly headerRow: boolean;
  readonly headerColumn: boolean;
}

export interface Tables {
  /** The same object as long as nothing in it is another; null where the caret is in no table. */
  current(): CurrentTable | null;
  /** @returns what stops it. */
  subscribe(listener: () => void): () => void;
  /** The element of the rows of the current table, to stand beside. */
  element(): HTMLElement | null;
  run(action: TableAction): void;
  /** Puts an empty table at the caret, which goes into its first cell. */
  insert(rows: number, columns: number): void;
  /**
   * Puts a table of any length at the caret, in slices between which the window can draw; one step for undo.
   * @param onProgress 0 to 1, after each slice.
   * @returns whether the whole of it was put in: not where its section takes none, nor where it was undone meanwhile.
   */
  insertRows(rows: Rows, onProgress?: (done: number) => void): Promise<boolean>;
  /** Gives the focus back to the sheet. */
  focusSheet(): void;
  /** The command "Table…" asks the window for a size. */
  onAskSize: (() => void) | null;
  /** Alt+F10 or the menu key in a cell. */
  onToolbar: (() => void) | null;
}

export const tablesKey = featureKey<Tables>('tables');
