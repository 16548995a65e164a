/** The parts of a file taken together: whether they fit one another, and the document in them. */
import { DespatchError } from '../contract/errors.ts';
import { type ParsedDocument, parseDocument } from '../document/parse.ts';
import type { DespatchDocument, KnownBlock } from '../document/schema.ts';
import { knownBlocks } from '../document/walk.ts';
import type { DespatchPackage, PackedEdition } from './format.ts';

/**
 * The document of a file whose parts have all been read.
 * @param file its name, for errors.
 * @throws DespatchError `package.newer` where parts of the document are unknown to this version, `package.damaged`
 */
export function openedPackage(parts: DespatchPackage, file: string): DespatchDocument {
  const document = documentOf(parts, file);
  const wrong = misfit(document, parts);
  if (wrong !== null) throw new DespatchError('package.damaged', { file, reason: wrong });
  return document;
}

function documentOf({ document: raw }: DespatchPackage, file: string): DespatchDocument {
  let parsed: ParsedDocument;
  try {
    parsed = parseDocument(raw);
  } catch (thrown) {
    if (!(thrown instanceof DespatchError)) throw thrown;
    const code = thrown.code === 'document.newer' ? 'package.newer' : 'package.damaged';
    throw new DespatchError(code, {
      file,
      reason: `its document: ${thrown.details['reason'] ?? 'unreadable'}`,
    });
  }
  if (parsed.unknownParts.length === 0) return parsed.document;
  throw new DespatchError('package.newer', { file, reason: parsed.unknownParts.join(', ') });
}

/** The first thing that does not fit, as what follows "the file is damaged:"; null: all fits. */
function misfit(document: DespatchDocument, parts: DespatchPackage): string | null {
  return (
    twiceIn(document) ?? wrongLines(document, parts) ?? wrongSources(parts) ?? wrongFiles(document, parts)
  );
}

function twice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.has(id) || !seen.add(id));
}

function twiceIn(document: DespatchDocument): string | null {
  if (twice(document.sections.map(({ id }) => id)) !== undefined) return 'two sections have one name';
  const blocks: readonly KnownBlock[] = [...knownBlocks(document)];
  if (twice(blocks.map(({ id }) => id)) !== undefined) return 'two blocks have one name';
  const repeats = blocks.some(({ citations }) => twice(citations.map(({ id }) => id)) !== undefined);
  return repeats ? 'two citations of a block have one name' : null;
}

function wrongLines(document: DespatchDocument, { lines }: DespatchPackage): string | null {
  if (twice(lines.map(({ id }) => id)) !== undefined) return 'two standing lines have one name';
  const used = new Set<string>();
  for (const { line } of knownBlocks(document)) if (line) used.add(line.id);
  return lines.every(({ id }) => used.has(id))
    ? null
    : 'there is a standing line that the document does not use';
}

function wrongSources({ sources }: DespatchPackage): string | null {
  if (twice(sources.map(({ id }) => id)) !== undefined) return 'two sources have one name';
  if (twice(sources.flatMap(({ editions }) => editions.map(({ id }) => id))) !== undefined) {
    return 'an edition is there twice';
  }
  const next = new Map(sources.map(({ id, supersededBy }) => [id, supersededBy]));
  for (const { id } of sources) {
    let steps = 0;
    for (let at = next.get(id) ?? null; at !== null; at = next.get(at) ?? null) {
      steps += 1;
      if (!next.has(at)) return 'a source is superseded by one that is not there';
      if (steps > sources.length) return 'sources supersede one another in a circle';
    }
  }
  return null;
}

function wrongFiles(
  document: DespatchDocument,
  { sources, texts, originals, assets }: DespatchPackage,
): string | null {
  const editions = new Map<string, PackedEdition>(
    sources.flatMap((source) => source.editions.map((edition) => [edition.id, edition] as const)),
  );
  const worded = new Map(texts.map(({ edition, pages }) => [edition, pages.length]));
  for (const { id, fileName, pages } of editions.values()) {
    if (worded.get(id) !== pages) return `the words of “${fileName}” are missing or not whole`;
  }
  if (texts.length !== editions.size) return 'there are words of no source';
  for (const { hash, bytes } of originals) {
    if (editions.get(hash)?.bytes !== bytes) return 'there is an original of no source';
  }
  const pictures = new Set<string>();
  for (const block of knownBlocks(document)) if (block.kind === 'image') pictures.add(block.asset);
  return assets.every(({ sha256 }) => pictures.has(sha256))
    ? null
    : 'there is a picture that the document does not show';
}
