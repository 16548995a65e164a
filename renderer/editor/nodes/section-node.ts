/** A bounded run of blocks; the browser skips the layout of those out of sight (design.md, "One editor"). */
import { type EditorConfig, ElementNode, type LexicalEditor, type LexicalNode } from 'lexical';
import type { SectionRole } from '../../../shared/document/schema.ts';
import { $roomOf } from '../drawing/room.ts';
import { isUndrawn, undrawnOf } from '../drawing/undrawn.ts';

export interface SectionState {
  /** Empty only until the repairs of the same update mint one. */
  readonly id: string;
  readonly role: SectionRole | 'unknown';
  /** What a newer version wrote, for a section of an unknown role; null otherwise. */
  readonly raw: unknown;
}

export class SectionNode extends ElementNode {
  __section: SectionState = { id: '', role: 'front', raw: null };

  override $config() {
    return this.config('despatch-section', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__section = previous.__section;
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = document.createElement('div');
    element.className = 'sheet-section';
    element.dataset['role'] = this.__section.role;
    element.dataset['sectionId'] = this.__section.id;
    element.style.containIntrinsicBlockSize = `auto ${$roomOf(this)}px`;
    undrawnOf(editor).making(this, element);
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    if (isUndrawn(element)) return true;
    element.dataset['role'] = this.__section.role;
    element.dataset['sectionId'] = this.__section.id;
    return false;
  }

  getState(): SectionState {
    return this.getLatest().__section;
  }

  setState(change: Partial<SectionState>): this {
    const writable = this.getWritable();
    writable.__section = { ...writable.__section, ...change };
    return writable;
  }
}

export function $createSection(role: SectionState['role'], id = '', raw: unknown = null): SectionNode {
  const node = new SectionNode();
  node.__section = { id, role, raw };
  return node;
}

export function $isSection(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}
