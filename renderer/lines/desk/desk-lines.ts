/** The standing lines of the open document, as its parts see them. */
import { createContext, useContext } from 'react';
import type { LineUse } from '../../../shared/lines/said.ts';
import type { LineFact, LineStanding } from '../../../shared/lines/standing.ts';

export const LINES_TAB = 'lines';

export interface UsedLine {
  readonly use: LineUse;
  /** undefined: the library does not have it, or has not said yet. */
  readonly fact: LineFact | undefined;
  readonly standing: LineStanding;
  /** What the block and its details say, each on a line. */
  readonly text: string;
  /** What the line says, as far as such a block can. */
  readonly lineText: string;
}

export interface DeskLines {
  /** In reading order. */
  readonly used: readonly UsedLine[];
  /** Each one step to undo. */
  take(used: UsedLine): Promise<void>;
  keepMine(used: UsedLine): void;
  letGo(used: UsedLine): void;
  /** Puts the words of the document into the library as the line's new version. */
  putInLibrary(used: UsedLine): Promise<void>;
}

export const DeskLinesContext = createContext<DeskLines | null>(null);

export function useDeskLines(): DeskLines {
  const lines = useContext(DeskLinesContext);
  if (!lines) throw new Error('This part belongs on the writing screen.');
  return lines;
}
