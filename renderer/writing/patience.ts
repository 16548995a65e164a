/** How long what stands beside the sheet lets the sheet go first: one opens a document to write in it. */
import type { DespatchDocument } from '../../shared/document/schema.ts';

/** Blocks of a document whose numbers and names of places take as long as a frame or two. */
const LONG = 300;
const BEFORE_LEISURE_MS = 250;

interface Patience {
  /** In ms, that what stands beside the sheet waits at least. */
  readonly pause: number;
  /** What numbers, outline and names of places are drawn for until then; null: the document. */
  readonly first: DespatchDocument | null;
}

export function patienceFor(document: DespatchDocument): Patience {
  const blocks = document.sections.reduce((sum, section) => sum + section.blocks.length, 0);
  return { pause: BEFORE_LEISURE_MS, first: blocks >= LONG ? { ...document, sections: [] } : null };
}
