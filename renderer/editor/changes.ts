/** Which sections changed since somebody last asked; conversion costs what was changed, not what is there. */
import {
  $isRootNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';
import type { SectionChanges } from './api.ts';
import { $sectionFrom } from './convert/from-lexical.ts';
import { $isSection, type SectionNode } from './nodes/section-node.ts';
import { $sections } from './operations/locate.ts';
import { sameJson } from './same.ts';

/** Everything of a document but its sections. */
type Frame = Omit<DespatchDocument, 'sections'>;

/**
 * Whether a node was changed by an update that touched it. A section that was only drawn is the very same one
 * (drawing/undrawn.ts); the root is made anew whenever Lexical counts its words, so it is asked for its sections.
 */
function isAnother(before: LexicalNode | undefined, after: LexicalNode | undefined): boolean {
  if (before === after) return false;
  return !($isRootNode(before) && $isRootNode(after) && before.__size === after.__size);
}

/** Whether an update changed anything of the document, rather than the caret or what is drawn. */
export function changesDocument(update: UpdateListenerPayload): boolean {
  const { dirtyElements, dirtyLeaves, editorState, prevEditorState } = update;
  if (dirtyLeaves.size > 0) return true;
  for (const key of dirtyElements.keys()) {
    if (isAnother(prevEditorState._nodeMap.get(key), editorState._nodeMap.get(key))) return true;
  }
  return false;
}

export class ChangeTracker {
  readonly #editor: LexicalEditor;
  #frame: Frame;
  #order: NodeKey[];
  #sections: Map<NodeKey, AnySection>;
  readonly #stale = new Set<NodeKey>();
  readonly #unreported = new Set<NodeKey>();
  #orderIsStale = false;
  #orderIsUnreported = false;
  /** As long as nothing changed it stays the same object, of which others may know what they worked out. */
  #whole: DespatchDocument | null;

  /** @param document what the editor holds at this moment, section for section. */
  constructor(editor: LexicalEditor, document: DespatchDocument) {
    this.#editor = editor;
    this.#whole = document;
    const { sections, ...frame } = document;
    this.#frame = frame;
    this.#order = editor.read(() => $sections().map((section) => section.getKey()));
    this.#sections = new Map();
    for (const [at, key] of this.#order.entries()) {
      const section = sections[at];
      if (section) this.#sections.set(key, section);
    }
  }

  setFrame(document: DespatchDocument): void {
    const { sections: _, ...frame } = document;
    this.#frame = frame;
    this.#whole = null;
  }

  /** @returns whether this update changed the document at all. */
  note(update: UpdateListenerPayload): boolean {
    if (!changesDocument(update)) return false;
    const { dirtyElements, editorState, prevEditorState } = update;
    for (const key of dirtyElements.keys()) {
      if ($isSection(editorState._nodeMap.get(key))) this.#stale.add(key);
    }
    if (prevEditorState._nodeMap.get('root') !== editorState._nodeMap.get('root')) this.#orderIsStale = true;
    return true;
  }

  /** The whole document as it stands. */
  document(): DespatchDocument {
    this.#refresh();
    this.#whole ??= {
      ...this.#frame,
      sections: this.#order.flatMap((key) => this.#sections.get(key) ?? []),
    };
    return this.#whole;
  }

  /** What changed since this was last called. */
  report(): SectionChanges {
    this.#refresh();
    const sections = this.#order
      .filter((key) => this.#unreported.has(key))
      .flatMap((key) => this.#sections.get(key) ?? []);
    const order = this.#orderIsUnreported ? this.document().sections.map(({ id }) => id) : null;
    this.#unreported.clear();
    this.#orderIsUnreported = false;
    return { sections, order };
  }

  #refresh(): void {
    this.#editor.read(() => {
      if (this.#orderIsStale) this.#reorder($sections());
      for (const key of this.#stale) {
        const node = this.#editor.getEditorState()._nodeMap.get(key);
        if (!$isSection(node)) continue;
        const section = $sectionFrom(node);
        // A section whose neighbour came or went is touched, but not changed.
        if (sameJson(this.#sections.get(key), section)) continue;
        this.#sections.set(key, section);
        this.#unreported.add(key);
        this.#whole = null;
      }
      this.#stale.clear();
    });
  }

  #reorder(nodes: readonly SectionNode[]): void {
    this.#order = nodes.map((node) => node.getKey());
    for (const key of this.#order) if (!this.#sections.has(key)) this.#stale.add(key);
    const present = new Set(this.#order);
    for (const key of this.#sections.keys()) if (!present.has(key)) this.#sections.delete(key);
    this.#orderIsStale = false;
    this.#orderIsUnreported = true;
    this.#whole = null;
  }
}
