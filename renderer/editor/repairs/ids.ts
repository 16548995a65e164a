/** Which node bears an id. Ids are permanent, so a node keeps the one it came with unless another bears it now. */
import { $getNodeByKey, type EditorState, type LexicalNode, type NodeKey } from 'lexical';
import type { Mint } from '../../../shared/document/build.ts';
import { $isBlock } from '../nodes/block-node.ts';
import { $isSection } from '../nodes/section-node.ts';
import { $isUnknownBlock } from '../nodes/unknown-block-node.ts';

/** The id a node bears now; null for nodes that bear none. */
function idOf(node: LexicalNode | null): string | null {
  if ($isBlock(node)) return node.__block.id;
  if ($isSection(node)) return node.__section.id;
  if ($isUnknownBlock(node)) return node.__unknown.id;
  return null;
}

export class IdRegister {
  readonly #keys = new Map<string, NodeKey>();
  readonly #mint: Mint;

  constructor(mint: Mint) {
    this.#mint = mint;
  }

  /** The node that bears this id, or bore it last. */
  keyOf(id: string): NodeKey | undefined {
    return this.#keys.get(id);
  }

  /** Reads ids anew; after undo and redo, where nodes come and go without passing the repairs. */
  note(keys: Iterable<NodeKey>, state: EditorState): void {
    for (const key of keys) {
      const id = idOf(state._nodeMap.get(key) ?? null);
      if (id !== null && id !== '') this.#keys.set(id, key);
    }
  }

  /** Whether no node of the document bears this id. Call inside an update. */
  $isFree(id: string): boolean {
    const key = this.#keys.get(id);
    const holder = key === undefined ? null : $getNodeByKey(key);
    return holder === null || idOf(holder) !== id || !holder.isAttached();
  }

  /** The id this node shall bear: its own where it is nobody else's, or else a new one. Call inside an update. */
  $claim(node: LexicalNode): string {
    const key = node.getKey();
    const own = idOf(node.getLatest()) ?? '';
    const id = own !== '' && (this.#keys.get(own) === key || this.$isFree(own)) ? own : this.#mint();
    this.#keys.set(id, key);
    return id;
  }
}
