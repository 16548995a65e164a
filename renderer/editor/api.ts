/** What the rest of the window knows of the editor; only this folder knows Lexical. */
import type { Ref } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import type { AnySection, BlockKind, DespatchDocument } from '../../shared/document/schema.ts';
import type { EditorCommandId } from './commands.ts';

/** What changed since the last report; `order` is null while no section was added, removed or moved. */
export interface SectionChanges {
  readonly sections: readonly AnySection[];
  readonly order: readonly string[] | null;
}

export interface BlockFocus {
  readonly blockId: string;
  readonly kind: BlockKind | 'unknown';
  readonly level: number;
  /** The kinds this block can be turned into; none for a title or a field, which stay what they are. */
  readonly allowedKinds: readonly BlockKind[];
  /** Nothing is written in it yet. */
  readonly empty: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface EditorHandle {
  focus(): void;
  /** Scrolls to the block, puts the caret at its start and lights it up briefly. */
  goTo(blockId: string): void;
  undo(): void;
  redo(): void;
  toggleFormat(format: 'bold' | 'italic'): void;
  /** Turns the block with the caret into another kind, where the structure allows it. */
  setKind(kind: BlockKind): void;
  indent(): void;
  outdent(): void;
  /** Any command of `editorCommands`, by its id. */
  run(command: EditorCommandId): void;
  /** Replaces the sections that differ, as one step that undo takes back. */
  apply(next: DespatchDocument): void;
  /** The document as it stands now, with everything typed so far. */
  current(): DespatchDocument;
  /** Reports what has changed at once, instead of after the pause; nothing when nothing has. */
  flush(): void;
}

export interface EditorProps {
  readonly initial: DespatchDocument;
  readonly readOnly: boolean;
  readonly findings: readonly Finding[];
  /** After a short pause in typing, and at once on blur and on `flush`. */
  onChange(document: DespatchDocument, changes: SectionChanges): void;
  /** At the first keystroke after a report: something is not saved yet. */
  onDirty(): void;
  onFocusChange(focus: BlockFocus | null): void;
  ref?: Ref<EditorHandle>;
}
