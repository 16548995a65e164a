/** What the document as a whole must have: sections at its root, at least one, and exactly one title. */
import { $getRoot } from 'lexical';
import type { DocumentKind } from '../../../shared/document/schema.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { blankState } from '../nodes/block-state.ts';
import { $createSection } from '../nodes/section-node.ts';
import { $blocksOf, $sections } from '../operations/locate.ts';
import { $adoptStrays } from './section-repairs.ts';

function $titles(): BlockNode[] {
  return $sections()
    .filter((section) => section.getState().role === 'front')
    .flatMap($blocksOf)
    .filter((block) => block.getState().kind === 'title');
}

function $addTitle(): void {
  const title = $createBlock(blankState('title'));
  const front = $sections().find((section) => section.getState().role === 'front');
  const first = front?.getFirstChild();
  if (first) first.insertBefore(title, false);
  else if (front) front.append(title);
  else {
    const made = $createSection('front').append(title);
    const top = $getRoot().getFirstChild();
    if (top) top.insertBefore(made, false);
    else $getRoot().append(made);
  }
}

export function $repairDocument(kind: DocumentKind): void {
  $adoptStrays($getRoot(), kind);
  const [first, ...others] = $titles();
  if (!first) $addTitle();
  for (const extra of others) {
    const { id, citations, line, exempt } = extra.getState();
    extra.setState({ ...blankState('text', id), citations, line, exempt });
  }
}
