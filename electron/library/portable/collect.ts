/** What of a library leaves in a `.despatch` file, read in one view of it. */
import { createHash } from 'node:crypto';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { PortableChoice } from '../../../shared/contract/portable-calls.ts';
import { serialiseDocument } from '../../../shared/document/parse.ts';
import type { Citation, DespatchDocument, Locator } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import { wholeText } from '../../../shared/evidence/text.ts';
import type { StandingLine } from '../../../shared/lines/line.ts';
import { excerptPages } from '../../../shared/portable/excerpts.ts';
import {
  ONLY_QUOTED,
  type PackedEdition,
  type PackedSource,
  type PackedText,
  type Part,
  partNames,
} from '../../../shared/portable/format.ts';
import { type IdThere, repointed, repointedLine } from '../../../shared/portable/repoint.ts';
import { isMarkedHigher } from '../../../shared/print/evidence.ts';
import type { SourceRow } from '../db/sources-repository.ts';
import type { Tables } from '../db/store.ts';
import { detailsOf } from '../evidence/source-rows.ts';
import { knownDocument } from '../known-document.ts';
import { parsedDocument } from '../stored-document.ts';

/** A part whose bytes are here. */
export interface MadePart extends Part {
  readonly content: Uint8Array;
}
/** An original that is to go along, if the library's folder has it. */
export interface WantedOriginal {
  readonly hash: string;
  readonly bytes: number;
  /** What its file was called. */
  readonly name: string;
}

export interface Collected {
  /** In the order in which they are stored; pictures stand behind the originals. */
  readonly parts: readonly MadePart[];
  readonly originals: readonly WantedOriginal[];
  readonly pictures: readonly MadePart[];
  /** Ids that are cited and not in the library. */
  readonly missing: number;
}

/** What a person is told before they decide. */
export interface Contents {
  readonly document: DespatchDocument;
  /** Standing lines that it uses and the library has. */
  readonly lines: readonly StandingLine[];
  /** Sources of both. */
  readonly rows: readonly SourceRow[];
  /** Titles of sources that are marked higher than the document. */
  readonly higher: readonly string[];
  readonly missing: number;
}

/** The document and its standing lines with their citations under the ids of today. @throws DespatchError */
export function contentsOf(tables: Tables, documentId: string): Contents {
  const stored = knownDocument(parsedDocument(tables, documentId));
  const rows = new Map<string, SourceRow>();
  const missing = new Set<string>();
  const today: IdThere = (evidenceId, edition) => {
    const elsewhere = edition === null ? undefined : tables.sources.ofEdition(edition);
    const row =
      tables.sources.find(evidenceId) ??
      (elsewhere === undefined ? undefined : tables.sources.find(elsewhere));
    if (!row) {
      missing.add(evidenceId);
      return evidenceId;
    }
    rows.set(row.id, row);
    return row.id;
  };
  const document = repointed(stored, today);
  const lines = linesIn(tables, document).map((line) => repointedLine(line, today));
  // What has taken the place of a source goes along, or nobody there would know.
  for (const row of [...rows.values()]) {
    for (let next = row.supersededBy; next !== null && !rows.has(next); ) {
      const later = tables.sources.find(next);
      if (!later) break;
      rows.set(later.id, later);
      next = later.supersededBy;
    }
  }
  const sorted = [...rows.values()].sort((a, b) => compare(a.id, b.id));
  const higher = sorted
    .filter((row) => isMarkedHigher(detailsOf(row).marking, document.marking))
    .map(({ title }) => title);
  return { document, lines, rows: sorted, higher, missing: missing.size };
}

function linesIn({ lines }: Tables, document: DespatchDocument): StandingLine[] {
  const used = new Set<string>();
  for (const { line } of knownBlocks(document)) if (line) used.add(line.id);
  return [...used].sort(compare).flatMap((id) => lines.find(id)?.line ?? []);
}

/** @throws DespatchError `export.markedHigher` with `names`; `document.*`, `library.*` */
export function collect(tables: Tables, documentId: string, choice: PortableChoice): Collected {
  const contents = contentsOf(tables, documentId);
  const { document, lines, higher, missing } = contents;
  if (higher.length > 0 && !choice.higher) {
    throw new DespatchError('export.markedHigher', { names: higher.map((title) => `“${title}”`).join(', ') });
  }
  const cited = citationsOf(contents);
  const sources = packedSources(tables, contents, choice);
  const texts = sources.flatMap(({ id, editions }) =>
    editions.map((edition) => packedText(tables, edition, cited.get(id) ?? [], choice)),
  );
  texts.sort((a, b) => compare(a.edition, b.edition));
  const threads = choice.comments ? tables.comments.all(documentId) : [];
  return {
    parts: [
      jsonPart(partNames.document, serialiseDocument(document)),
      ...(threads.length > 0 ? [jsonPart(partNames.comments, threads)] : []),
      jsonPart(partNames.sources, sources),
      ...(lines.length > 0 ? [jsonPart(partNames.lines, lines)] : []),
      ...texts.map(({ edition, pages }) => jsonPart(partNames.text(edition), pages)),
    ],
    originals: choice.originals ? wantedOriginals(sources) : [],
    pictures: picturesOf(tables, document),
    missing,
  };
}

export function packedSources(
  tables: Tables,
  contents: Pick<Contents, 'document' | 'lines' | 'rows'>,
  choice: PortableChoice,
): PackedSource[] {
  const { rows } = contents;
  const cited = citationsOf(contents);
  const ids = new Set(rows.map(({ id }) => id));
  return rows.map((row) => packedSource(tables, row, ids, cited.get(row.id) ?? [], choice));
}

function citationsOf({ document, lines }: Pick<Contents, 'document' | 'lines'>): Map<string, Citation[]> {
  const cited = new Map<string, Citation[]>();
  const citing = [...knownBlocks(document), ...lines.flatMap((line) => [line, ...line.details])];
  for (const { citations } of citing) {
    for (const citation of citations) {
      const others = cited.get(citation.evidenceId);
      if (others) others.push(citation);
      else cited.set(citation.evidenceId, [citation]);
    }
  }
  return cited;
}

function packedSource(
  tables: Tables,
  row: SourceRow,
  ids: ReadonlySet<string>,
  citations: readonly Citation[],
  choice: PortableChoice,
): PackedSource {
  const { id, kind, edition: present, supersededBy, addedAt, updatedAt } = row;
  const named = new Set(citations.map(({ edition }) => edition));
  const editions = tables.sources
    .editions(id)
    .filter((edition) => edition.id === present || (choice.editions === 'cited' && named.has(edition.id)))
    .map((edition): PackedEdition => {
      const { paged = false, outline = [] } = tables.editions.get(edition.id) ?? {};
      const notices =
        choice.originals || edition.notices.includes(ONLY_QUOTED)
          ? edition.notices
          : [...edition.notices, ONLY_QUOTED];
      // A table of contents is words of the file, too.
      return { ...edition, notices, paged, outline: choice.originals ? outline : [] };
    });
  return {
    id,
    kind,
    details: detailsOf(row),
    editions,
    supersededBy: supersededBy !== null && ids.has(supersededBy) ? supersededBy : null,
    addedAt,
    updatedAt,
  };
}

function packedText(
  { passages }: Tables,
  { id }: PackedEdition,
  citations: readonly Citation[],
  choice: PortableChoice,
): PackedText {
  const stored = passages.extractedPages(id);
  if (choice.originals) {
    return { edition: id, pages: stored.map(({ label, text, roles }) => ({ label, text, roles })) };
  }
  const whole = wholeText(stored);
  const quoted = citations.flatMap(({ edition, locator }): Locator[] =>
    edition === id || whole.includes(locator.quote.exact) ? [locator] : [],
  );
  const labels = stored.map(({ label }) => label);
  return { edition: id, pages: excerptPages(labels, quoted) };
}

export function wantedOriginals(sources: readonly PackedSource[]): WantedOriginal[] {
  return sources
    .flatMap(({ editions }) => editions)
    .map(({ id, bytes, fileName }) => ({ hash: id, bytes, name: fileName }))
    .sort((a, b) => compare(a.hash, b.hash));
}

/** Those that the library has; where one is missing, the document shows it there as here. */
function picturesOf({ assets }: Tables, document: DespatchDocument): MadePart[] {
  const named = new Set<string>();
  for (const block of knownBlocks(document)) if (block.kind === 'image') named.add(block.asset);
  return [...named].sort(compare).flatMap((sha256) => {
    const asset = assets.get(sha256);
    return asset ? [madePart(partNames.asset(sha256), asset.bytes)] : [];
  });
}

function jsonPart(name: string, value: unknown): MadePart {
  return madePart(name, Buffer.from(`${JSON.stringify(value)}\n`));
}

function madePart(name: string, content: Uint8Array): MadePart {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, sha256, bytes: content.length, content };
}

/** By code units, the same everywhere. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
