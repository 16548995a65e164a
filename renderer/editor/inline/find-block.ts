import { $getNodeByKey } from 'lexical';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { IdRegister } from '../repairs/ids.ts';

/** The block that bears an id and still stands in the document. Call inside an update or read. */
export function $blockWithId(ids: IdRegister, id: string): BlockNode | null {
  const key = ids.keyOf(id);
  const node = key === undefined ? null : $getNodeByKey(key);
  return $isBlock(node) && node.isAttached() && node.getState().id === id ? node : null;
}
