/** Which elements of a file's structure tree go into the pack: those that have something on the pages that do. */
import { PDFArray, type PDFContext, PDFDict, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import {
  arrayAt,
  dictAt,
  entryOf,
  itemsOf,
  key,
  nameAt,
  nameText,
  numberAt,
  resolve,
} from '../objects/look.ts';
import type { Source } from '../objects/open-source.ts';
import { standardTypeOf } from './standard-types.ts';

/** Marked content; `stream`: of the form XObject it stands in, null: of the page itself. */
export interface Mark {
  readonly type: 'mark';
  /** Index of the page in the file. */
  readonly page: number;
  readonly mcid: number;
  readonly stream: PDFRawStream | null;
}
/** An annotation, or a stream that is drawn as a whole. */
export interface Reference {
  readonly type: 'object';
  readonly page: number;
  readonly target: PDFDict | PDFRawStream;
}
export type Kid = Mark | Reference | ElementKid;
interface ElementKid {
  readonly type: 'element';
  readonly element: PlannedElement;
}

export interface PlannedElement {
  readonly dict: PDFDict;
  readonly type: string;
  /** The standard type it stands for. */
  readonly standard: string;
  /** Index of the page its marks are on where they say no other. */
  readonly page: number | null;
  readonly kids: readonly Kid[];
  /** Whether an annotation was taken out of it. */
  readonly bereft: boolean;
}

export interface StructureRules {
  /** The page of the file, if it is among those that are put into the pack. */
  pageOf(object: PDFObject | undefined): number | undefined;
  /** Whether an annotation, or what is drawn in its place, is in the pack. */
  stays(target: PDFDict): boolean;
}

/** Deeper is no document; nor are more elements. */
const DEEPEST = 800;
const MOST = 5_000_000;

type Outcome =
  | { readonly status: 'kept' | 'empty' | 'dropped'; readonly element: PlannedElement }
  | { readonly status: 'gone' };

export function planStructure({ context, catalog }: Source, rules: StructureRules): PlannedElement[] {
  const root = dictAt(catalog, 'StructTreeRoot');
  if (!root) return [];
  const walk = new Walk(context, dictAt(root, 'RoleMap'), rules);
  const kids = kidsOf(context, entryOf(root, 'K'));
  const elements = kids.flatMap((kid) => {
    const outcome = walk.visit(kid, null, 0);
    return outcome.status === 'kept' ? [outcome.element] : [];
  });
  return elements;
}

function kidsOf(context: PDFContext, kids: PDFObject | undefined): PDFObject[] {
  const found = resolve(context, kids);
  if (found instanceof PDFArray) return found.asArray();
  return found === undefined ? [] : [found];
}

class Walk {
  readonly #context: PDFContext;
  readonly #roles: PDFDict | undefined;
  readonly #rules: StructureRules;
  readonly #seen = new Set<PDFDict>();

  constructor(context: PDFContext, roles: PDFDict | undefined, rules: StructureRules) {
    this.#context = context;
    this.#roles = roles;
    this.#rules = rules;
  }

  visit(object: PDFObject | undefined, inheritedPage: number | null, depth: number): Outcome {
    const dict = resolve(this.#context, object);
    if (!(dict instanceof PDFDict) || this.#seen.has(dict)) return { status: 'gone' };
    if (depth > DEEPEST || this.#seen.size > MOST) return { status: 'gone' };
    this.#seen.add(dict);
    const own = dict.get(key('Pg'));
    // Some programs name the page only further up, which they must not.
    const page = own === undefined ? inheritedPage : (this.#rules.pageOf(own) ?? null);
    const type = nameAt(dict, 'S') ?? 'NonStruct';
    const standard = standardTypeOf(type, (name) => this.#mapped(dict, name));
    const kids: Kid[] = [];
    let kept = false;
    let dropped = false;
    let bereft = false;
    for (const item of kidsOf(this.#context, dict.get(key('K')))) {
      const kid = this.#kid(item, page, depth);
      if (kid === 'dropped') dropped = true;
      else if (kid === 'bereft') {
        dropped = true;
        bereft = true;
      } else if (kid !== 'gone') {
        kids.push(kid.kid);
        kept ||= kid.kept;
      }
    }
    const element = { dict, type, standard, page, kids, bereft };
    if (kept) return { status: 'kept', element };
    return { status: dropped ? 'dropped' : 'empty', element: { ...element, kids: dropped ? [] : kids } };
  }

  /** By the role map of the file, or by that of the namespace of the element (ISO 32000-2, 14.7.4.2). */
  #mapped(element: PDFDict, type: string): string | undefined {
    const own = this.#roles && nameAt(this.#roles, type);
    if (own !== undefined) return own;
    const namespace = dictAt(element, 'NS');
    const map = namespace && dictAt(namespace, 'RoleMapNS');
    const role = map && entryOf(map, type);
    return nameText(role instanceof PDFArray ? itemsOf(this.#context, role)[0] : role);
  }

  #kid(
    item: PDFObject,
    page: number | null,
    depth: number,
  ): 'gone' | 'dropped' | 'bereft' | { kid: Kid; kept: boolean } {
    const kid = resolve(this.#context, item);
    if (kid instanceof PDFNumber) return markAt(page, kid.asNumber(), null);
    if (!(kid instanceof PDFDict)) return 'gone';
    const kind = nameAt(kid, 'Type');
    if (kind === 'MCR' || (kind === undefined && kid.has(key('MCID')))) {
      const own = kid.get(key('Pg'));
      const stream = entryOf(kid, 'Stm');
      const on = own === undefined ? page : (this.#rules.pageOf(own) ?? null);
      return markAt(on, numberAt(kid, 'MCID'), stream instanceof PDFRawStream ? stream : null);
    }
    if (kind === 'OBJR') return this.#reference(kid, page);
    const outcome = this.visit(item, page, depth + 1);
    if (outcome.status === 'gone') return 'gone';
    const { element } = outcome;
    // A table stays a table: a cell that lost its words to a page that is not here keeps its place in the row.
    const holdsPlace = element.standard === 'TD' || element.standard === 'TH';
    if (outcome.status === 'dropped' && !holdsPlace) return 'dropped';
    return { kid: { type: 'element', element }, kept: outcome.status === 'kept' };
  }

  #reference(kid: PDFDict, page: number | null): 'dropped' | 'bereft' | { kid: Kid; kept: boolean } {
    const target = entryOf(kid, 'Obj');
    const own = kid.get(key('Pg'));
    const on = own === undefined ? page : (this.#rules.pageOf(own) ?? null);
    if (target instanceof PDFRawStream) {
      return on === null ? 'dropped' : { kid: { type: 'object', page: on, target }, kept: true };
    }
    if (!(target instanceof PDFDict)) return 'dropped';
    if (!this.#rules.stays(target)) return 'bereft';
    return { kid: { type: 'object', page: on ?? 0, target }, kept: true };
  }
}

/** Larger numbers would make the table of a page longer than its words. */
const MOST_MARKS = 1_000_000;

function markAt(
  page: number | null,
  mcid: number | undefined,
  stream: PDFRawStream | null,
): 'gone' | 'dropped' | { kid: Kid; kept: boolean } {
  if (mcid === undefined || !Number.isInteger(mcid) || mcid < 0 || mcid > MOST_MARKS) return 'gone';
  return page === null ? 'dropped' : { kid: { type: 'mark', page, mcid, stream }, kept: true };
}

/** Whether the file claims a structure at all; it may still have nothing in it. */
export function hasStructure({ catalog }: Source): boolean {
  const root = dictAt(catalog, 'StructTreeRoot');
  return root !== undefined && (arrayAt(root, 'K') !== undefined || dictAt(root, 'K') !== undefined);
}
