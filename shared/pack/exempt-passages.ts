/** How many passages of a document the public will not see: blocks that follow each other under one exemption are one. */
import { exemptBlocks } from '../document/exempt.ts';
import type { DespatchDocument } from '../document/schema.ts';
import type { Exemption } from './exemption.ts';

export function exemptPassages(document: DespatchDocument): number {
  const exempt = exemptBlocks(document);
  let passages = 0;
  let before: Exemption | undefined;
  for (const { id } of document.sections.flatMap(({ blocks }) => [...blocks])) {
    const now = exempt.get(id);
    if (now !== undefined && now !== before) passages += 1;
    before = now;
  }
  return passages;
}
