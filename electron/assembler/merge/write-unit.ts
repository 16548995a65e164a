/** Writes the pages of a unit, what lies on them, and its place in the structure. */
import { array, name, ref, text } from '../objects/syntax.ts';
import { fieldOperators } from '../stamps/field-text.ts';
import { toFile } from '../stamps/place.ts';
import { type Stamped, type StampFonts, stampPage } from '../stamps/stamp.ts';
import type { PlannedElement } from '../structure/plan-structure.ts';
import type { Leading } from './actions.ts';
import { drawAppearance, rectOf } from './appearance.ts';
import { writePage } from './page.ts';
import { type Drawn, type Placed, resourcesOf, type Unit, type UnitPage } from './unit.ts';
import { addressAim, newLink, writtenComment, writtenLink } from './written-annotation.ts';

/** Around the words of a stamp, so that a finger finds it. */
const FINGER = 4;

export function writeUnit(unit: Unit): void {
  const { pack, part, pages, copier } = unit;
  const kids = new KidsInOrder();
  for (const page of pages) writeUnitPage(unit, page, kids);
  const roots = unit.structure.write();
  for (const [at, root] of roots.entries()) {
    const element = unit.roots[at];
    kids.addRoot(root, element ? lowestPage(element) : 0);
  }
  pack.structure.putPart(unit.element, {
    title: titleOf(unit),
    language: unit.language,
    kids: kids.list(),
  });
  copier.drain();
  pack.layers.add(part.layers, copier);
}

function titleOf({ pack, part, pages }: Unit): string {
  return pack.titleOf(part.index, pages[0]?.leaf ?? 0);
}

/** The elements of the file itself in their order, and those of single pages before what follows them. */
class KidsInOrder {
  readonly #roots: { text: string; page: number }[] = [];
  readonly #pages: { text: string; page: number; before: boolean }[] = [];

  addRoot(text: string, page: number): void {
    this.#roots.push({ text, page });
  }

  addOfPage(text: string, page: number, before: boolean): void {
    this.#pages.push({ text, page, before });
  }

  list(): string[] {
    const kids: string[] = [];
    let at = 0;
    for (const { text, page, before } of this.#pages) {
      while (at < this.#roots.length) {
        const root = this.#roots[at];
        if (!root || (before ? root.page >= page : root.page > page)) break;
        kids.push(root.text);
        at += 1;
      }
      kids.push(text);
    }
    for (const { text } of this.#roots.slice(at)) kids.push(text);
    return kids;
  }
}

function lowestPage({ kids, page }: PlannedElement): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const kid of kids)
    lowest = Math.min(lowest, kid.type === 'element' ? lowestPage(kid.element) : kid.page);
  return Number.isFinite(lowest) ? lowest : (page ?? 0);
}

function writeUnitPage(unit: Unit, page: UnitPage, kids: KidsInOrder): void {
  const { pack, copier } = unit;
  const { writer } = pack;
  const { prefix } = page;
  const fonts: StampFonts = {
    regular: { key: `${prefix}R`, font: pack.fonts.regular },
    bold: { key: `${prefix}B`, font: pack.fonts.bold },
  };
  const stamped = stampPage(page.room.lines, page.room.grounds, fonts);
  pack.setSight(page.leaf, page.sight);
  const annotations: number[] = [];
  const back = writeStampLink(unit, page, stamped);
  if (back) {
    annotations.push(back.annotation);
    kids.addOfPage(ref(back.element), page.page, true);
  }
  const mark = page.tagging === 'wrapped' ? wrap(unit, page) : null;
  const pieces = drawPieces(unit, page, fonts, prefix);
  const links = page.placed.map((placed) => {
    annotations.push(placed.object);
    return writePlaced(unit, placed, mark?.element ?? unit.element);
  });
  const loose = [...pieces.elements, ...links.filter((element) => element !== null)];
  if (mark) {
    mark.put(loose);
    kids.addOfPage(ref(mark.element), page.page, false);
  } else for (const element of loose) kids.addOfPage(ref(element), page.page, false);

  const structured = page.elements.some((element) => element !== 0);
  if (structured) pack.structure.setPage(page.key, page.elements);
  const xobjects = new Map(pieces.xobjects);
  for (const [object, key] of stamped.forms) xobjects.set(key, ref(object));
  const usedFonts = new Map<string, string>();
  if (stamped.regular || pieces.regular) usedFonts.set(fonts.regular.key, ref(fonts.regular.font.object));
  if (stamped.bold) usedFonts.set(fonts.bold.key, ref(fonts.bold.font.object));
  writePage(
    {
      object: page.object,
      parent: pack.nodeOf(page.leaf),
      source: page.source,
      balance: page.balance,
      shift: page.shift,
      mark: mark?.operator ?? null,
      drawn: pieces.operators,
      stamps: stamped.operators,
      stampMatrix: page.sight.matrix,
      additions: { Font: usedFonts, XObject: xobjects },
      annotations,
      structParents: structured ? page.key : null,
    },
    copier,
    writer,
  );
}

/** From the stamp of an item back to its line on the front sheet. */
function writeStampLink(
  { pack, element: part }: Unit,
  { order, sight, object: page }: UnitPage,
  { stampBox }: Stamped,
): { annotation: number; element: number } | null {
  const target = order.back === null ? undefined : pack.targetOf(order.back);
  if (!stampBox || target === undefined || order.stamp === null) return null;
  const { writer, structure } = pack;
  const [left, bottom, right, top] = stampBox;
  const rect = toFile(sight, [left - FINGER, bottom - FINGER, right + FINGER, top + FINGER]);
  const [annotation, element] = [writer.reserve(), writer.reserve()];
  const key = structure.nextKey();
  const says = `${order.stamp}: back to the agenda`;
  writer.put(annotation, newLink(rect, `/Dest ${pack.placeOf(target)}`, says, { page, key }));
  structure.setObject(key, element);
  writer.put(
    element,
    `<</Type/StructElem/S/Link/P ${ref(part)}/Pg ${ref(page)}/Alt ${text(says)}/K<</Type/OBJR/Pg ${ref(page)}/Obj ${ref(annotation)}>>>>`,
  );
  return { annotation, element };
}

interface Wrap {
  readonly element: number;
  readonly operator: string;
  /** @param more elements of the same page. */
  put(more: readonly number[]): void;
}

/**
 * A page without tags. Its words, in the order in which they were drawn, are still better than silence; where it has
 * none it is a picture, and says of what. That it is not accessible is told to the clerk, not hidden.
 */
function wrap(unit: Unit, page: UnitPage): Wrap {
  const { pack, part, element: parent } = unit;
  pack.notices.add(part.index, 'untagged', page.page);
  const { writer } = pack;
  const element = writer.reserve();
  const { words } = part.scan.look(resourcesOf(page));
  const known = [...new Set(page.balance.mcids)].filter((mcid) => mcid < 100_000);
  const mcid = known.reduce((highest, found) => Math.max(highest, found), -1) + 1;
  // Marks that a file has without a structure: they are part of what the page says.
  const marks = [mcid, ...known];
  while (page.elements.length <= mcid) page.elements.push(0);
  for (const at of marks) page.elements[at] = element;
  const type = words ? 'P' : 'Figure';
  return {
    element,
    operator: `${name(type)}<</MCID ${mcid}>>BDC`,
    put(more) {
      const says = `Page ${page.page + 1} of “${titleOf(unit)}”, a picture without words`;
      const alternative = words ? '' : `/Alt ${text(says)}`;
      writer.put(
        element,
        `<</Type/StructElem/S ${name(type)}/P ${ref(parent)}/Pg ${ref(page.object)}${alternative}/K ${array([...marks.map(String), ...more.map(ref)])}>>`,
      );
    },
  };
}

interface Pieces {
  readonly operators: string;
  readonly xobjects: ReadonlyMap<string, string>;
  readonly regular: boolean;
  /** Of pieces that no element of the file holds. */
  readonly elements: readonly number[];
}

/** Fields and the like, drawn in the place where they lay. */
function drawPieces(unit: Unit, page: UnitPage, fonts: StampFonts, prefix: string): Pieces {
  const xobjects = new Map<string, string>();
  const elements: number[] = [];
  let operators = '';
  let regular = false;
  for (const [at, drawn] of page.drawn.entries()) {
    const { dict, fate } = drawn.planned;
    const rect = rectOf(dict);
    if (fate.type !== 'drawn' || !rect) continue;
    let piece = '';
    if (fate.appearance) {
      const key = `${prefix}F${at}`;
      piece = drawAppearance(fate.appearance, rect, key);
      if (piece !== '') xobjects.set(key, unit.copier.streamReference(fate.appearance));
    } else if (fate.field) {
      piece = fieldOperators(fate.field, rect, fonts.regular.key, fonts.regular.font);
      regular ||= piece !== '';
    }
    // A mark that its element waits for is there even where there is nothing to be seen.
    if (piece === '' && drawn.mcid === null) continue;
    const mcid = drawn.mcid ?? ownElement(unit, page, drawn, elements);
    operators += `/${drawn.mcid === null ? 'P' : 'Form'}<</MCID ${mcid}>>BDC\n${piece}EMC\n`;
  }
  return { operators, xobjects, regular, elements };
}

function ownElement(
  { pack, element: parent }: Unit,
  page: UnitPage,
  drawn: Drawn,
  elements: number[],
): number {
  const element = pack.writer.reserve();
  const mcid = page.elements.length;
  page.elements.push(element);
  drawn.mcid = mcid;
  elements.push(element);
  const { fate } = drawn.planned;
  const label = fate.type === 'drawn' && fate.field ? fate.field.label || fate.field.name : '';
  const title = label === '' ? '' : `/T ${text(label)}`;
  pack.writer.put(
    element,
    `<</Type/StructElem/S/P/P ${ref(parent)}/Pg ${ref(page.object)}${title}/K ${mcid}>>`,
  );
  return mcid;
}

/** @returns the element made for it; null: one of the file holds it. */
function writePlaced(unit: Unit, { planned, object, key, page }: Placed, parent: number): number | null {
  const { pack, copier } = unit;
  const { dict, fate } = planned;
  const place = { page: page.object, key, shift: page.shift };
  if (fate.type === 'comment') pack.writer.put(object, writtenComment(dict, place, copier));
  else if (fate.type === 'link') {
    const { aim, says } = writtenAim(unit, fate.aim);
    pack.writer.put(object, writtenLink(dict, aim, says, place, copier));
  }
  if (unit.structure.holds(dict)) return null;
  const element = pack.writer.reserve();
  pack.structure.setObject(key, element);
  const type = fate.type === 'link' ? 'Link' : 'Annot';
  pack.writer.put(
    element,
    `<</Type/StructElem/S/${type}/P ${ref(parent)}/Pg ${ref(page.object)}/K<</Type/OBJR/Pg ${ref(page.object)}/Obj ${ref(object)}>>>>`,
  );
  return element;
}

function writtenAim(unit: Unit, aim: Leading): { aim: string; says: string } {
  const { pack } = unit;
  if (aim.type === 'page') {
    const leaf = leafWithin(unit, aim.destination.page);
    const dest = `[${ref(pack.pageObject(leaf))} ${pack.viewOn(leaf, aim.destination.view)}]`;
    return { aim: `/Dest${dest}`, says: `Page ${pack.labelOf(leaf)}` };
  }
  const target = aim.target === null ? undefined : pack.targetOf(aim.target);
  if (target === undefined) return { aim: addressAim(aim.uri), says: aim.uri };
  return { aim: `/Dest ${pack.placeOf(target)}`, says: `Page ${pack.labelOf(target.leaf)}` };
}

/** A page that is used twice leads to its neighbours of the same use where there are such. */
function leafWithin({ pack, part, pages }: Unit, page: number): number {
  const here = pages.find((candidate) => candidate.page === page);
  return here?.leaf ?? pack.leafOf(part.index, page) ?? 0;
}
