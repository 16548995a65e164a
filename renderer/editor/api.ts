/** What the rest of the window knows of the editor; only this folder knows Lexical. */
import type { Ref } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import type { AnySection, BlockKind, DespatchDocument } from '../../shared/document/schema.ts';
import type { DocumentSettings } from '../../shared/document/settings.ts';
import type { BlockFocus } from './block-focus.ts';
import type { EditorCommandId } from './commands.ts';
import type { FeatureKey } from './feature-key.ts';

export type { BlockFocus } from './block-focus.ts';

/** What changed since the last report; `order` is null while no section was added, removed or moved. */
export interface SectionChanges {
  readonly sections: readonly AnySection[];
  readonly order: readonly string[] | null;
}

export interface MoveOutcome {
  /** Ids of the blocks, or of the sections, that stand elsewhere now; empty where nothing moved. */
  readonly moved: readonly string[];
  /** Why nothing moved, as a sentence for the reader; null where something did. */
  readonly refusal: string | null;
}

/** A place between blocks: before `beforeId`, or at the end of the section. */
export interface BlockPlace {
  readonly sectionId: string;
  readonly beforeId: string | null;
}

export interface EditorHandle {
  focus(): void;
  /** Scrolls to the block, puts the caret at its start and lights it up briefly. */
  goTo(blockId: string): void;
  /** The same without gliding there, for a document that is just opened. */
  beginAt(blockId: string): void;
  undo(): void;
  redo(): void;
  toggleFormat(format: 'bold' | 'italic'): void;
  /** Turns the block with the caret into another kind, where the structure allows it. */
  setKind(kind: BlockKind): void;
  indent(): void;
  outdent(): void;
  /** Any command of `editorCommands`, by its id. */
  run(command: EditorCommandId): void;
  /** Moves blocks, each with its details and what is nested under it, as one step that undo takes back. */
  moveBlocks(ids: readonly string[], to: BlockPlace): MoveOutcome;
  /**
   * Moves a section, from its heading to the next, before another or to the end, as one step that undo takes back.
   * Either id may be that of any of the stored sections it is continued in.
   */
  moveSection(sectionId: string, beforeSectionId: string | null): MoveOutcome;
  /** What a feature of the editor offers under its key; null where there is no such feature. */
  feature<Value>(key: FeatureKey<Value>): Value | null;
  /** Replaces the sections that differ, as one step that undo takes back. */
  apply(next: DespatchDocument): void;
  /** Numbers the sheet by other settings of the document; its words stay as they are. */
  setSettings(settings: DocumentSettings): void;
  /** The document as it stands now, with everything typed so far. */
  current(): DespatchDocument;
  /** Reports what has changed at once, instead of after the pause; nothing when nothing has. */
  flush(): void;
}

export interface EditorProps {
  readonly initial: DespatchDocument;
  readonly readOnly: boolean;
  readonly findings: readonly Finding[];
  /**
   * After a short pause in typing, at once on blur and on `flush`, and every few seconds while the typing goes on.
   * @param resting false while it does: what was changed is to be kept, and all else can wait for the pause, at which
   *   this is called again whether or not anything has changed since.
   */
  onChange(document: DespatchDocument, changes: SectionChanges, resting: boolean): void;
  /** At the first keystroke after a report: something is not saved yet. */
  onDirty(): void;
  onFocusChange(focus: BlockFocus | null): void;
  ref?: Ref<EditorHandle>;
}
