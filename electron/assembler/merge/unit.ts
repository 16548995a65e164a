/**
 * Pages of one file that follow each other in the pack, each once. A page that is used again belongs to another unit:
 * what is tagged on it can belong to the structure in one place only (ISO 32000-1, 14.7.4.2).
 */
import type { PDFDict } from 'pdf-lib';
import type { AssemblyLeaf } from '../../../shared/pack/assembly.ts';
import type { Balance } from '../objects/content.ts';
import type { Destinations } from '../objects/destinations.ts';
import type { Layer } from '../objects/layers.ts';
import { dictAt, resolve, textAt } from '../objects/look.ts';
import type { Source } from '../objects/open-source.ts';
import type { SourcePage } from '../objects/page-tree.ts';
import type { Pack } from '../pack.ts';
import { type Sight, sightOf } from '../stamps/place.ts';
import type { Room } from '../stamps/room.ts';
import { PartStructure, type StructuredPage } from '../structure/part-structure.ts';
import { hasStructure, type PlannedElement, planStructure } from '../structure/plan-structure.ts';
import { type Planned, planAnnotations } from './annotations.ts';
import { Copier } from './copier.ts';
import { tellActions } from './hazards.ts';
import { balanceOfPage, sound } from './page.ts';
import { freePrefix, type ResourceScan } from './resources.ts';
import type { Shift } from './shift.ts';

/** A file of the pack, opened. */
export interface OpenPart {
  readonly index: number;
  readonly source: Source;
  readonly destinations: Destinations;
  readonly layers: readonly Layer[];
  readonly scan: ResourceScan;
}

export interface UnitLeaf {
  /** Index in the pack. */
  readonly leaf: number;
  readonly order: AssemblyLeaf;
}

/** An annotation that goes into the pack as one. */
export interface Placed {
  readonly object: number;
  readonly key: number;
  readonly planned: Planned;
  readonly page: UnitPage;
}

/** An annotation that becomes part of its page, and the mark under which it is drawn there. */
export interface Drawn {
  readonly planned: Planned;
  readonly page: UnitPage;
  mcid: number | null;
}

export interface UnitPage extends StructuredPage, UnitLeaf {
  /** Of its file. */
  readonly page: number;
  readonly source: SourcePage;
  readonly sight: Sight;
  readonly placed: Placed[];
  readonly drawn: Drawn[];
  readonly balance: Balance;
  /** Before names of ours in its resources. */
  readonly prefix: string;
  /** Where its number and stamps stand. */
  room: Room;
  /** Where its content stands; null: as in its file. */
  shift: Shift | null;
  /** own: its file has tagged it. none: there is nothing on it to be tagged. wrapped: tagged by us as a whole. */
  tagging: 'own' | 'none' | 'wrapped';
}

export interface Unit {
  readonly pack: Pack;
  readonly part: OpenPart;
  readonly copier: Copier;
  readonly pages: readonly UnitPage[];
  /** The element of the part. */
  readonly element: number;
  readonly roots: readonly PlannedElement[];
  readonly structure: PartStructure;
  readonly language: string | null;
}

export function planUnit(pack: Pack, part: OpenPart, leaves: readonly UnitLeaf[]): Unit {
  const { source, index } = part;
  const copier = new Copier(source.context, pack.writer);
  const placed = new Map<PDFDict, Placed>();
  const drawn = new Map<PDFDict, Drawn>();
  const pages = new Map<number, UnitPage>();
  for (const leaf of leaves) {
    const page = planPage(pack, part, leaf);
    if (!page) continue;
    pages.set(page.page, page);
    planPageAnnotations(pack, part, page, { placed, drawn, copier });
  }
  const roots = hasStructure(source)
    ? unwrapped(
        planStructure(source, {
          pageOf: (object) => {
            const page = part.destinations.pageOf(object);
            return page !== undefined && pages.has(page) ? page : undefined;
          },
          stays: (target) => placed.has(target) || drawn.has(target),
        }),
      )
    : { elements: [], language: null };
  const first = Math.min(...leaves.map(({ leaf }) => leaf));
  const element = pack.structure.reservePart(first);
  const structure = new PartStructure(roots.elements, element, {
    pack: pack.structure,
    copier,
    writer: pack.writer,
    prefix: `d${index}-${first}-`,
    catalog: source.catalog,
    pages,
    annotation: (target) => placed.get(target),
    shift: (page) => pages.get(page)?.shift ?? null,
    drawn: (target) => {
      const found = drawn.get(target);
      if (!found) return undefined;
      return { page: found.page.page, role: roleOf(found), take: (mcid) => (found.mcid = mcid) };
    },
  });
  const list = [...pages.values()];
  for (const page of list) page.tagging = taggingOf(page, roots.elements.length > 0);
  const language = roots.language ?? textAt(source.catalog, 'Lang') ?? null;
  return {
    pack,
    part,
    copier,
    pages: list,
    element,
    roots: roots.elements,
    structure,
    language: language === pack.job.language || language === '' ? null : language,
  };
}

function planPage(pack: Pack, { source, index }: OpenPart, { leaf, order }: UnitLeaf): UnitPage | null {
  const page = source.pages[order.page];
  if (!page) return null;
  const trusted = pack.job.parts[index]?.origin === 'ours' && hasStructure(source);
  return {
    leaf,
    order,
    page: order.page,
    source: page,
    object: pack.pageObject(leaf),
    key: pack.structure.nextKey(),
    elements: [],
    sight: sightOf(page),
    placed: [],
    drawn: [],
    balance: trusted ? sound : balanceOfPage(page),
    prefix: freePrefix(resolve(page.dict.context, page.resources)),
    room: { lines: [], move: null, grounds: [] },
    shift: null,
    tagging: 'own',
  };
}

function roleOf({ planned: { fate } }: Drawn): 'tv' | 'cb' | 'rb' | 'pb' {
  const field = fate.type === 'drawn' ? fate.field : null;
  return field?.type === 'Btn' ? field.button : 'tv';
}

interface Books {
  readonly placed: Map<PDFDict, Placed>;
  readonly drawn: Map<PDFDict, Drawn>;
  readonly copier: Copier;
}

function planPageAnnotations(pack: Pack, part: OpenPart, page: UnitPage, books: Books): void {
  const { index, source, destinations } = part;
  const ours = pack.job.parts[index]?.origin === 'ours';
  tellActions(dictAt(page.source.dict, 'AA'), (kind, detail) =>
    pack.notices.add(index, kind, page.page, detail),
  );
  const planned = planAnnotations(page.source, page.page, {
    keepAnnotations: pack.job.keepAnnotations,
    destinations,
    pages: source.pages.length,
    leads: (aim) => {
      if (aim.type === 'page') return pack.leafOf(index, aim.destination.page) !== undefined;
      return aim.target === null || (ours && pack.targetOf(aim.target) !== undefined);
    },
    notice: (kind, detail) => pack.notices.add(index, kind, page.page, detail),
  });
  for (const annotation of planned) {
    const { dict, ref, fate } = annotation;
    // One that lies on two pages lies on the first of them.
    const known = books.placed.has(dict) || books.drawn.has(dict);
    if (known || fate.type === 'gone') {
      if (ref && !known) books.copier.assign(ref, 0);
      continue;
    }
    if (fate.type === 'drawn') {
      const drawn = { planned: annotation, page, mcid: null };
      page.drawn.push(drawn);
      books.drawn.set(dict, drawn);
      continue;
    }
    const place = {
      object: pack.writer.reserve(),
      key: pack.structure.nextKey(),
      planned: annotation,
      page,
    };
    if (ref) books.copier.assign(ref, place.object);
    page.placed.push(place);
    books.placed.set(dict, place);
  }
}

/** A file's own Document gives way to the Part it becomes. */
function unwrapped(elements: PlannedElement[]): {
  elements: readonly PlannedElement[];
  language: string | null;
} {
  let found: readonly PlannedElement[] = elements;
  let language: string | null = null;
  for (;;) {
    const [only] = found;
    if (found.length !== 1 || only?.standard !== 'Document') return { elements: found, language };
    const inside = only.kids.map((kid) => (kid.type === 'element' ? kid.element : null));
    if (inside.length === 0 || inside.includes(null)) return { elements: found, language };
    language = textAt(only.dict, 'Lang') ?? language;
    found = inside.filter((element) => element !== null);
  }
}

function taggingOf({ elements, balance, drawn }: UnitPage, tagged: boolean): UnitPage['tagging'] {
  if (elements.some((element) => element !== 0)) return 'own';
  if (balance.empty && drawn.length === 0) return 'none';
  // In a tagged file a page whose content is all marked as artifacts is a blank one.
  return tagged && balance.artifacts && balance.mcids.length === 0 && drawn.length === 0 ? 'none' : 'wrapped';
}

export function resourcesOf({ source }: UnitPage) {
  return resolve(source.dict.context, source.resources);
}
