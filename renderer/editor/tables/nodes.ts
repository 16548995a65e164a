/**
 * The rows and cells of a table, in a named slot of its block: Lexical keeps a selection from reaching across the edge
 * of a slot, so no edit can tear a table, and the block's own children stay its caption. A cell holds the same leaves
 * as a block. Nodes of our own rather than @lexical/table's, whose cells hold paragraphs, spans, widths and colours that
 * the document has no place for.
 */
import { ElementNode, type LexicalNode } from 'lexical';

/** The slot of a table's block that holds its rows. */
export const GRID_SLOT = 'grid';

function part(className: string, role: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.setAttribute('role', role);
  return element;
}

export class GridNode extends ElementNode {
  override $config() {
    return this.config('despatch-grid', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    return part('table-grid', 'table');
  }

  override updateDOM(): boolean {
    return false;
  }
}

export class RowNode extends ElementNode {
  override $config() {
    return this.config('despatch-row', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    return part('table-row', 'row');
  }

  override updateDOM(): boolean {
    return false;
  }
}

export class CellNode extends ElementNode {
  override $config() {
    return this.config('despatch-cell', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    return part('table-cell', 'cell');
  }

  override updateDOM(): boolean {
    return false;
  }
}

export const tableNodes = [GridNode, RowNode, CellNode];

export function $isGrid(node: LexicalNode | null | undefined): node is GridNode {
  return node instanceof GridNode;
}

export function $isRow(node: LexicalNode | null | undefined): node is RowNode {
  return node instanceof RowNode;
}

export function $isCell(node: LexicalNode | null | undefined): node is CellNode {
  return node instanceof CellNode;
}
