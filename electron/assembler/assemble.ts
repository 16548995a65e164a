/** Puts a pack together, part after part, so that only one file is in memory at a time. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DespatchError } from '../../shared/contract/errors.ts';
import type {
  Assembled,
  AssemblyBookmark,
  AssemblyJob,
  AssemblyNotice,
  AssemblyPart,
} from '../../shared/pack/assembly.ts';
import { MOST_BYTES } from './limits.ts';
import { embedFonts } from './merge/field-fonts.ts';
import { tellHazards } from './merge/hazards.ts';
import { ownBookmarks } from './merge/own-bookmarks.ts';
import { planRoom } from './merge/page-room.ts';
import { ResourceScan } from './merge/resources.ts';
import { type OpenPart, planUnit, resourcesOf, type Unit, type UnitLeaf } from './merge/unit.ts';
import { writeUnit } from './merge/write-unit.ts';
import { Destinations } from './objects/destinations.ts';
import { layersOf } from './objects/layers.ts';
import { openSource, SourceRefused } from './objects/open-source.ts';
import { dictionary, ref, text } from './objects/syntax.ts';
import { Pack } from './pack.ts';
import { writeInfo, writeXmp } from './write/metadata.ts';
import { type OutlineNode, writeOutline } from './write/outline.ts';
import { pageLabels } from './write/page-labels.ts';
import { PdfWriter, type Sink } from './write/pdf-writer.ts';

/** What keeps a pack from saying that it is PDF/UA. */
const BARRIERS: ReadonlySet<AssemblyNotice['kind']> = new Set([
  'untagged',
  'partlyTagged',
  'fontsNotEmbedded',
]);

/** @param progress is told how many leaves stand. */
export async function assemblePack(
  job: AssemblyJob,
  sink: Sink,
  progress: (done: number) => void = () => {},
): Promise<Assembled> {
  const writer = new PdfWriter(sink);
  const pack = await Pack.begin(job, writer);
  const uses = usesOfParts(job);
  let done = 0;
  for (const [index, part] of job.parts.entries()) {
    const leaves = uses.get(index);
    if (!leaves) continue;
    await putPart(pack, part, index, leaves);
    done += leaves.length;
    progress(done);
    // Whoever has waited long enough is heard here.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const notices = pack.notices.list();
  const accessible = !notices.some(({ kind }) => BARRIERS.has(kind));
  const sha256 = await finish(pack, accessible);
  return { bytes: writer.size, sha256, pages: job.leaves.length, notices };
}

function usesOfParts({ leaves }: AssemblyJob): Map<number, UnitLeaf[]> {
  const uses = new Map<number, UnitLeaf[]>();
  for (const [leaf, order] of leaves.entries()) {
    const known = uses.get(order.part);
    if (known) known.push({ leaf, order });
    else uses.set(order.part, [{ leaf, order }]);
  }
  return uses;
}

async function putPart(
  pack: Pack,
  part: AssemblyPart,
  index: number,
  leaves: readonly UnitLeaf[],
): Promise<void> {
  const details = { file: part.name, ...(part.item === null ? {} : { item: part.item }) };
  const bytes = await read(part, details);
  try {
    const source = await openSource(bytes);
    const missing = leaves.find(({ order }) => order.page >= source.pages.length);
    if (missing) {
      const { length } = source.pages;
      throw new SourceRefused(
        `it has ${length} ${length === 1 ? 'page' : 'pages'}, and page ${missing.order.page + 1} was asked for`,
      );
    }
    const layers = layersOf(source);
    const hidden = new Map(layers.filter((layer) => layer.hidden).map(({ dict, name }) => [dict, name]));
    const open: OpenPart = {
      index,
      source,
      destinations: new Destinations(source),
      layers,
      scan: new ResourceScan(hidden),
    };
    if (part.origin === 'supplied') {
      tellHazards(source, (kind, detail) => pack.notices.add(index, kind, null, detail));
    }
    for (const unit of unitsOf(leaves)) {
      const planned = planUnit(pack, open, unit);
      for (const page of planned.pages) planRoom(pack, page);
      tellPages(planned);
      writeUnit(planned);
    }
    pack.bookmarks.set(index, bookmarksOf(pack, open));
  } catch (thrown) {
    // The target, not the part.
    if (thrown instanceof DespatchError) throw thrown;
    if (thrown instanceof SourceRefused) {
      throw new DespatchError('pack.partFailed', { ...details, reason: thrown.message });
    }
    // Deeper than there is room for, larger than PDFium's memory, or built in a way nobody thought of: it is this file.
    const reason =
      thrown instanceof RangeError ? 'it is too large or too complex' : 'it cannot be taken apart';
    console.error(thrown);
    throw new DespatchError('pack.partFailed', { ...details, reason }, { cause: thrown });
  }
}

async function read(part: AssemblyPart, details: Readonly<Record<string, string>>): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(part.file);
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code;
    const reason = code === 'ENOENT' ? 'it is no longer there' : (code ?? 'the system does not say why');
    throw new DespatchError('pack.partFailed', { ...details, reason }, { cause: thrown });
  }
  if (bytes.length > MOST_BYTES) {
    const reason = `it is larger than ${Math.round(MOST_BYTES / 1_000_000)} MB`;
    throw new DespatchError('pack.partFailed', { ...details, reason });
  }
  if (
    part.sha256 !== null &&
    createHash('sha256').update(bytes).digest('hex') !== part.sha256.toLowerCase()
  ) {
    throw new DespatchError('pack.changed', details);
  }
  return bytes;
}

/**
 * Leaves that follow each other and among which no page comes twice: what is read between them would otherwise be read
 * before or after them all.
 */
function unitsOf(leaves: readonly UnitLeaf[]): UnitLeaf[][] {
  const units: UnitLeaf[][] = [];
  let used = new Set<number>();
  let last: UnitLeaf[] = [];
  for (const leaf of leaves) {
    const before = last.at(-1);
    if (before?.leaf !== leaf.leaf - 1 || used.has(leaf.order.page)) {
      last = [];
      used = new Set();
      units.push(last);
    }
    last.push(leaf);
    used.add(leaf.order.page);
  }
  return units;
}

/** Points: below an inch nobody reads it; above A3 no office prints it. */
const TINY = 72;
const HUGE = 1200;

function tellPages(unit: Unit): void {
  const { pack, part, pages } = unit;
  const { notices } = pack;
  for (const page of pages) {
    const { width, height } = page.sight;
    const size = `${Math.round(width / 2.8346)} × ${Math.round(height / 2.8346)} mm`;
    if (Math.min(width, height) < TINY) notices.add(part.index, 'tinyPage', page.page, size);
    if (Math.max(width, height) > HUGE) notices.add(part.index, 'hugePage', page.page, size);
    if (page.tagging === 'own' && page.balance.loose) notices.add(part.index, 'partlyTagged', page.page);
    if (page.room.move) notices.add(part.index, 'madeRoom', page.page);
    if (page.room.grounds.length > 0) notices.add(part.index, 'stampCovers', page.page);
    const told = part.scan.look(resourcesOf(page));
    for (const font of told.missingFonts) notices.add(part.index, 'fontsNotEmbedded', page.page, font);
    for (const layer of told.hiddenLayers) notices.add(part.index, 'hiddenLayers', page.page, layer);
  }
  for (const page of pages) embedFonts(unit, page);
}

function bookmarksOf(pack: Pack, { source, destinations, index }: OpenPart): OutlineNode[] {
  return ownBookmarks(source, destinations, (page, view) => {
    const leaf = pack.leafOf(index, page);
    return leaf === undefined ? null : `/Dest[${ref(pack.pageObject(leaf))} ${pack.viewOn(leaf, view)}]`;
  });
}

async function finish(pack: Pack, accessible: boolean): Promise<string> {
  const { job, writer } = pack;
  // One after the other: side by side their objects would come in any order, and the same job make other bytes.
  await pack.fonts.regular.write();
  await pack.fonts.bold.write();
  const structure = pack.structure.write();
  const layers = pack.layers.write(writer);
  const outline = writeOutline(writer, outlineOf(pack, job.bookmarks));
  const pages = pack.writePages();
  const catalog = writer.reserve();
  writer.put(
    catalog,
    dictionary({
      Type: '/Catalog',
      Pages: ref(pages),
      Lang: text(job.language),
      MarkInfo: '<</Marked true>>',
      StructTreeRoot: ref(structure),
      ViewerPreferences: '<</DisplayDocTitle true>>',
      PageLabels: pageLabels(job.leaves.map(({ number, fallbackLabel }) => number ?? fallbackLabel)),
      Outlines: outline === null ? null : ref(outline),
      PageMode: outline === null ? null : '/UseOutlines',
      OCProperties: layers === null ? null : ref(layers),
      Metadata: ref(writeXmp(writer, job, accessible)),
    }),
  );
  return writer.finish(catalog, writeInfo(writer, job));
}

function outlineOf(pack: Pack, bookmarks: readonly AssemblyBookmark[]): OutlineNode[] {
  return bookmarks.map(({ title, leaf, part, children }) => ({
    title: text(title),
    aim: `/Dest ${pack.topOf(leaf)}`,
    look: '',
    // Items open to their papers; what papers have themselves is a click away.
    open: children.length > 0,
    children: [...(part === null ? [] : (pack.bookmarks.get(part) ?? [])), ...outlineOf(pack, children)],
  }));
}
