/**
 * What nearly every block of a long document is: words, some of them bold or italic, with neither citation nor mark.
 * Such a block is told from others without the schema, which takes several times as long where no code may be made at
 * run time, as in the window; a document of 5,000 blocks opens the sooner for it.
 */
import { type PlainBlock, plainBlockKinds } from './schema.ts';

const kinds: ReadonlySet<unknown> = new Set(plainBlockKinds);

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function isWordedRun(raw: unknown): boolean {
  if (!isRecord(raw) || raw['type'] !== 'text' || typeof raw['text'] !== 'string') return false;
  for (const key of Object.keys(raw)) {
    if (key === 'type' || key === 'text') continue;
    if ((key !== 'bold' && key !== 'italic') || raw[key] !== true) return false;
  }
  return true;
}

/** Yes only to what `knownBlockSchema` takes as it stands; a no says nothing, and the schema has to be asked. */
export function isWordedBlock(raw: unknown): raw is PlainBlock {
  if (!isRecord(raw)) return false;
  const { id, kind, level, content, citations } = raw;
  return (
    Object.keys(raw).length === 5 &&
    typeof id === 'string' &&
    id !== '' &&
    kinds.has(kind) &&
    (level === 0 || level === 1 || level === 2 || level === 3) &&
    Array.isArray(citations) &&
    citations.length === 0 &&
    Array.isArray(content) &&
    content.every(isWordedRun)
  );
}
