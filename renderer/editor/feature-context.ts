/** What a feature of the sheet is given; apart from the list of them, which knows them all. */
import type { LexicalEditor } from 'lexical';
import type { DespatchDocument, DocumentKind } from '../../shared/document/schema.ts';
import type { FeatureKey } from './feature-key.ts';
import type { BodyKind } from './nodes/block-state.ts';
import type { BodyMaker } from './nodes/bodies.ts';
import type { IdRegister } from './repairs/ids.ts';

/**
 * What a feature may know and do. It registers on the editor before the sheet is drawn, when the document is in it: a
 * transform then makes every node anew (register.ts), and a listener for mutations that does not skip what is there
 * already sorts them all.
 */
export interface EditorContext {
  readonly editor: LexicalEditor;
  /** The element of the sheet, in which nothing is drawn yet. */
  readonly root: HTMLElement;
  readonly documentKind: DocumentKind;
  readonly ids: IdRegister;
  /** The document as it stands now, with everything typed so far. Converts what has changed since it was last asked. */
  document(): DespatchDocument;
  /**
   * For an edit that comes in several updates: keeps the state that undo would lead back to.
   * @returns what makes that the last state of the history again, whatever a moved caret or a drawing has put there since.
   */
  holdHistory(): () => void;
  /** Tells a screen reader of something that happened on the sheet. */
  say(news: string): void;
  /** Offers something to the rest of the window, which asks for it with `EditorHandle.feature`. */
  provide<Value>(key: FeatureKey<Value>, value: Value): void;
  /** Says how the body of a kind of block is drawn and edited; its caption stays the block's own words. */
  drawBody(kind: BodyKind, make: BodyMaker): void;
}

/** @returns what ends it. */
export type EditorFeature = (context: EditorContext) => () => void;
