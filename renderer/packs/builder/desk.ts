/** What every part of the builder may reach: the meeting, what is chosen in it, and what can be done to that. */
import { createContext, useContext } from 'react';
import type { PackFinding } from '../../../shared/pack/check/finding.ts';
import type { ChangedFiles } from './use-changed-files.ts';
import type { MeetingSession } from './use-meeting.ts';
import type { FactsOfPapers } from './use-paper-facts.ts';

export type InspectorTab = 'details' | 'check' | 'packs';

export interface AgendaDesk {
  readonly session: MeetingSession;
  /** By paper; those that are not in it yet are being looked at. */
  readonly facts: FactsOfPapers;
  readonly changed: ChangedFiles;
  /** Asks which of the two files a paper is. */
  decide(paperId: string): void;
  /** Live numbers by item id; hidden items have none. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Id of the chosen item or paper; null: none. */
  readonly chosen: string | null;
  /** Id of the row whose title is written. */
  readonly editing: string | null;
  choose(id: string | null): void;
  edit(id: string | null): void;
  /** Chooses a row, shows it, and gives it the focus. */
  reveal(id: string): void;
  showTab(tab: InspectorTab): void;
  /** A document opens, at a block of it if one is given; of a file the details are shown. */
  openPaper(paperId: string, blockId?: string): void;
  /** To screen readers. */
  announce(words: string): void;
  readonly findings: readonly PackFinding[] | null;
  readonly collapsed: ReadonlySet<string>;
  setCollapsed(ids: ReadonlySet<string>): void;
}

export const AgendaDeskContext = createContext<AgendaDesk | null>(null);

export function useAgendaDesk(): AgendaDesk {
  const desk = useContext(AgendaDeskContext);
  if (!desk) throw new Error('A part of the builder stands outside it.');
  return desk;
}
