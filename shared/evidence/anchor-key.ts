/** The name of a citation among all of a document; apart from the schemas of `facts.ts`, which printing does without. */
export function anchorKey(blockId: string, citationId: string): string {
  return `${blockId} ${citationId}`;
}
