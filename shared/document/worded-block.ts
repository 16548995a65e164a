/**
 * What nearly every block of a long document is: words, some of them bold or italic, with neither citation nor mark.
 * Such a block is told from others without the schema, which takes several times as long where no code may be made at
 * run time, as in the window; a document of 5,000 blocks opens the sooner for it.
 */
import { type PlainBlock, plainBlockKinds, type TextRun } from './schema.ts';

const kinds: ReadonlySet<unknown> = new Set(plainBlockKinds);

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function isKind(kind: unknown): kind is PlainBlock['kind'] {
  return kinds.has(kind);
}

function wordedRun(raw: unknown): TextRun | null {
  if (!isRecord(raw)) return null;
  const { type, text, bold, italic } = raw;
  if (type !== 'text' || typeof text !== 'string') return null;
  const marks = Object.keys(raw).length - 2;
  if (marks === 0) return { type, text };
  if (marks === 1 && bold === true) return { type, text, bold };
  if (marks === 1 && italic === true) return { type, text, italic };
  if (marks === 2 && bold === true && italic === true) return { type, text, bold, italic };
  return null;
}

function wordedRuns(content: readonly unknown[]): TextRun[] | null {
  const runs: TextRun[] = [];
  for (const raw of content) {
    const run = wordedRun(raw);
    if (!run) return null;
    runs.push(run);
  }
  return runs;
}

/** @returns what `knownBlockSchema` makes of it; null says nothing, and the schema has to be asked. */
export function wordedBlock(raw: unknown): PlainBlock | null {
  if (!isRecord(raw) || Object.keys(raw).length !== 5) return null;
  const { id, kind, level, content, citations } = raw;
  if (typeof id !== 'string' || id === '' || !isKind(kind)) return null;
  if (level !== 0 && level !== 1 && level !== 2 && level !== 3) return null;
  if (!Array.isArray(citations) || citations.length > 0 || !Array.isArray(content)) return null;
  const runs = wordedRuns(content);
  // A copy, as the schema makes one: of one shape for all blocks, whatever the order of the keys in the stored text.
  return runs && { id, level, content: runs, citations: [], kind };
}
