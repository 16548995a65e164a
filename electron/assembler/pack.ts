/** The pack while it is made: what its parts share. */
import type { AssemblyJob } from '../../shared/pack/assembly.ts';
import { PackLayers } from './merge/layers.ts';
import { type Shift, shiftView } from './merge/shift.ts';
import { Notices } from './notices.ts';
import { array, ref } from './objects/syntax.ts';
import { StampFont } from './stamps/font.ts';
import { type Sight, viewFrom } from './stamps/place.ts';
import { StandIns } from './stamps/stand-in.ts';
import { PackStructure } from './structure/pack-structure.ts';
import type { OutlineNode } from './write/outline.ts';
import type { PdfWriter } from './write/pdf-writer.ts';

/** Pages under one node of the page tree. */
const PAGES_A_NODE = 64;
/** Points of white that a view shows above the line it leads to, which would else touch the edge of the window. */
const ABOVE = 8;

export type Target = AssemblyJob['targets'][string];

export class Pack {
  readonly job: AssemblyJob;
  readonly writer: PdfWriter;
  readonly structure: PackStructure;
  readonly layers = new PackLayers();
  readonly notices = new Notices();
  readonly standIns: StandIns;
  readonly fonts: { readonly regular: StampFont; readonly bold: StampFont };
  /** Bookmarks of the files themselves, by part. */
  readonly bookmarks = new Map<number, readonly OutlineNode[]>();
  readonly #pages: number[];
  readonly #nodes: number[];
  readonly #pagesRoot: number;
  /** How each leaf is seen, once its page is known. */
  readonly #sights: Sight[] = [];
  readonly #shifts = new Map<number, Shift>();
  readonly #destinations = new Map<string, { object: number; leaf: number; top: number }>();
  readonly #titles: Titles;
  readonly #firstLeaf = new Map<string, number>();

  static async begin(job: AssemblyJob, writer: PdfWriter): Promise<Pack> {
    // One after the other: whichever was read first would be the first object.
    const regular = await StampFont.load('Regular', writer);
    const bold = await StampFont.load('Bold', writer);
    return new Pack(job, writer, { regular, bold });
  }

  private constructor(job: AssemblyJob, writer: PdfWriter, fonts: Pack['fonts']) {
    this.job = job;
    this.writer = writer;
    this.fonts = fonts;
    this.structure = new PackStructure(writer);
    this.standIns = new StandIns(writer);
    this.#titles = titlesOf(job.bookmarks);
    this.#pagesRoot = writer.reserve();
    this.#pages = job.leaves.map(() => writer.reserve());
    this.#nodes = Array.from({ length: Math.ceil(job.leaves.length / PAGES_A_NODE) }, () => writer.reserve());
    for (const [leaf, { part, page }] of job.leaves.entries()) {
      const place = `${part} ${page}`;
      if (!this.#firstLeaf.has(place)) this.#firstLeaf.set(place, leaf);
    }
  }

  pageObject(leaf: number): number {
    return this.#pages[leaf] ?? 0;
  }

  nodeOf(leaf: number): number {
    return this.#nodes[Math.floor(leaf / PAGES_A_NODE)] ?? 0;
  }

  /** The first leaf that shows a page of a part; undefined: the pack has none. */
  leafOf(part: number, page: number): number | undefined {
    return this.#firstLeaf.get(`${part} ${page}`);
  }

  setSight(leaf: number, sight: Sight): void {
    this.#sights[leaf] = sight;
  }

  setShift(leaf: number, shift: Shift): void {
    this.#shifts.set(leaf, shift);
  }

  /** How a leaf is shown by what its own file leads to. @param view in the place it has there. */
  viewOn(leaf: number, view: string): string {
    const shift = this.#shifts.get(leaf);
    return shift ? shiftView(shift, view) : view;
  }

  /** A destination at the top of a leaf, which may be written later. */
  topOf(leaf: number): string {
    return this.placeOf({ leaf });
  }

  /** A destination on a leaf, which may be written later. */
  placeOf({ leaf, top = 0 }: Target): string {
    const place = `${leaf} ${top}`;
    let known = this.#destinations.get(place);
    if (known === undefined) {
      known = { object: this.writer.reserve(), leaf, top };
      this.#destinations.set(place, known);
    }
    return ref(known.object);
  }

  /** What people call the page: the number that is printed on it, or its label. */
  labelOf(leaf: number): string {
    const { number, fallbackLabel } = this.job.leaves[leaf] ?? { number: null, fallbackLabel: '' };
    return number ?? fallbackLabel;
  }

  /**
   * What a part is called: by the bookmark over it, or over its leaf, or by its name. '' of sheets of ours that have no
   * bookmark, whose names nobody knows.
   */
  titleOf(part: number, leaf: number): string {
    const named = this.#titles.parts.get(part);
    if (named !== undefined) return named;
    const { name, origin } = this.job.parts[part] ?? { name: '', origin: 'ours' };
    return origin === 'ours' ? (this.#titles.leaves.get(leaf) ?? '') : name;
  }

  /** What a name of a link in our own parts, or of a stamp, leads to. */
  targetOf(name: string): Target | undefined {
    return Object.hasOwn(this.job.targets, name) ? this.job.targets[name] : undefined;
  }

  /** Destinations and page tree. @returns the root of the tree. */
  writePages(): number {
    for (const { object, leaf, top } of this.#destinations.values()) {
      const sight = this.#sights[leaf];
      const view = sight === undefined ? '/Fit' : viewFrom(sight, Math.max(top - ABOVE, 0));
      this.writer.put(object, `[${ref(this.pageObject(leaf))} ${view}]`);
    }
    for (const [at, node] of this.#nodes.entries()) {
      const kids = this.#pages.slice(at * PAGES_A_NODE, (at + 1) * PAGES_A_NODE);
      this.writer.put(
        node,
        `<</Type/Pages/Parent ${ref(this.#pagesRoot)}/Count ${kids.length}/Kids ${array(kids.map(ref))}>>`,
      );
    }
    this.writer.put(
      this.#pagesRoot,
      `<</Type/Pages/Count ${this.#pages.length}/Kids ${array(this.#nodes.map(ref))}>>`,
    );
    return this.#pagesRoot;
  }
}

interface Titles {
  readonly parts: Map<number, string>;
  readonly leaves: Map<number, string>;
}

function titlesOf(bookmarks: AssemblyJob['bookmarks']): Titles {
  const titles: Titles = { parts: new Map(), leaves: new Map() };
  const visit = ({ part, leaf, title, children }: AssemblyJob['bookmarks'][number]) => {
    if (part !== null && !titles.parts.has(part)) titles.parts.set(part, title);
    if (part === null && !titles.leaves.has(leaf)) titles.leaves.set(leaf, title);
    for (const child of children) visit(child);
  };
  for (const bookmark of bookmarks) visit(bookmark);
  return titles;
}
