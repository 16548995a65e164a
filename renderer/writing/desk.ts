/** What lies on the desk: the one document being written, as every part of the writing screen sees it. */
import type { LucideIcon } from 'lucide-react';
import { type ComponentType, createContext, type ReactNode, type RefObject, useContext } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import type { Counts } from '../../shared/counts/count.ts';
import type { DespatchDocument, Marking } from '../../shared/document/schema.ts';
import type { DocumentSettings } from '../../shared/document/settings.ts';
import type { BlockFocus, EditorHandle } from '../editor/api.ts';
import type { DeskEvidence } from '../evidence/use-facts.ts';
import type { ExportJob } from '../export/use-export.tsx';
import type { ImportReport } from '../import-report/use-import-report.ts';
import type { KeptSaveState } from '../saving/kept-state.ts';
import type { OpenedDocument } from './opened-document.ts';
import type { Outline } from './outline.ts';

export interface Desk {
  /** As it came from the library. */
  readonly opened: OpenedDocument;
  /** As the editor last reported it; may lag behind the keys. */
  readonly document: DespatchDocument;
  /** The same or an earlier state with the same numbers, outline and names of places (`sameSkeleton`). */
  readonly skeleton: DespatchDocument;
  readonly title: string;
  /** Printed numbers by block id. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly outline: Outline;
  /** null until there was time to count. */
  readonly counts: Counts | null;
  readonly findings: readonly Finding[];
  /** False until the first check is done: no findings says nothing yet. */
  readonly checked: boolean;
  /** What is known of the sources it cites. */
  readonly evidence: DeskEvidence;
  readonly report: ImportReport;
  /** Where the caret is; null before it was anywhere. */
  readonly focus: BlockFocus | null;
  readonly editor: RefObject<EditorHandle | null>;
  readonly readOnly: boolean;
  readonly saving: KeptSaveState;
  /** The export under way. */
  readonly job: ExportJob | null;
  goTo(blockId: string): void;
  /** Opens the side panel at a tab, by the tab's id. */
  showTab(id: string): void;
  /** The same without taking the focus; where it is open already, hides the side panel. */
  toggleTab(id: string): void;
  /** Answers the key that hands know; says in a banner why not. */
  save(): void;
  /** @throws DespatchError why the words are not on disk. */
  flush(): Promise<void>;
  setMarking(marking: Marking | null): void;
  setSettings(settings: DocumentSettings): void;
}

/** A tab of the side panel; its parts read what they need with `useDesk`. */
export interface InspectorTab {
  readonly id: string;
  readonly name: string;
  /** Stands for the name where the panel is narrow. */
  readonly icon: LucideIcon;
  /** Behind the name; renders nothing or a number. */
  readonly Count?: ComponentType;
  readonly Panel: ComponentType;
  /** Left out where it has nothing to say about this document; otherwise always there. */
  isOffered?(desk: Desk): boolean;
}

/** Wraps the whole writing screen, for what a feature keeps while a document is open. */
export type DeskProvider = ComponentType<{ readonly children: ReactNode }>;

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part belongs on the writing screen.');
  return desk;
}
