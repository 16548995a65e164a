/** Whether a block of an id stands in the document with words; what was emptied by a cut no longer does. */
import { $getNodeByKey } from 'lexical';
import { $isBlock } from '../nodes/block-node.ts';
import type { IdRegister } from '../repairs/ids.ts';

export function $stands(ids: IdRegister, id: string): boolean {
  const key = ids.$isFree(id) ? undefined : ids.keyOf(id);
  const node = key === undefined ? null : $getNodeByKey(key);
  return $isBlock(node) && !node.isEmpty();
}
