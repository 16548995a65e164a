/** What a link or a bookmark does (ISO 32000-1, 12.6), and whether a pack lets it. */
import { PDFArray, PDFDict, type PDFObject } from 'pdf-lib';
import type { AssemblyNotice } from '../../../shared/pack/assembly.ts';
import type { Destination, Destinations } from '../objects/destinations.ts';
import { entryOf, isText, itemsOf, nameAt, resolve, textOf } from '../objects/look.ts';

type Kind = AssemblyNotice['kind'];

export type Leading =
  | { readonly type: 'page'; readonly destination: Destination }
  /** `target`: what an address in our own parts means within the pack; null of any other. */
  | { readonly type: 'address'; readonly uri: string; readonly target: string | null };

export type Aim =
  | Leading
  /** It does nothing that a pack lets it do. */
  | { readonly type: 'none'; readonly why: Kind; readonly detail: string };

const removals: Readonly<Record<string, Kind>> = {
  JavaScript: 'javascriptRemoved',
  Launch: 'launchRemoved',
  ImportData: 'launchRemoved',
  SubmitForm: 'launchRemoved',
  GoToR: 'launchRemoved',
  GoToE: 'launchRemoved',
  Rendition: 'mediaRemoved',
  Movie: 'mediaRemoved',
  Sound: 'mediaRemoved',
  GoTo3DView: 'mediaRemoved',
  RichMediaExecute: 'mediaRemoved',
};

/** Addresses that leave the machine only when the reader asks for it, and run nothing. */
const ADDRESSES = /^(?:https?|mailto|tel|ftps?):/i;
/** In our own parts: the name of a target of the pack. */
/** Addresses by which our own sheets name places in the pack. */
export const WITHIN_PACK = /^despatch-pack:/i;
const MOST_ACTIONS = 100;

/** What an action would do that is taken away, the ones that follow it among them. */
export function* removalsOf(object: PDFObject | undefined): Generator<{ why: Kind; detail: string }> {
  const seen = new Set<PDFDict>();
  const waiting: PDFObject[] = object ? [object] : [];
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST_ACTIONS; next = waiting.pop()) {
    if (!(next instanceof PDFDict) || seen.has(next)) continue;
    seen.add(next);
    const kind = nameAt(next, 'S') ?? '';
    const why = removals[kind];
    if (why !== undefined) yield { why, detail: kind };
    const following = entryOf(next, 'Next');
    if (following instanceof PDFArray)
      waiting.push(...itemsOf(next.context, following).slice(0, MOST_ACTIONS));
    else if (following) waiting.push(following);
  }
}

/**
 * @param dict an annotation or a bookmark.
 * @param page index of the page it stands on, for "the next page"; null for bookmarks.
 */
export function aimOf(dict: PDFDict, destinations: Destinations, page: number | null, pages: number): Aim {
  const destination = destinations.find(entryOf(dict, 'Dest'));
  if (destination) return { type: 'page', destination };
  const action = resolve(dict.context, entryOf(dict, 'A'));
  if (!(action instanceof PDFDict)) return { type: 'none', why: 'brokenLinksRemoved', detail: '' };
  const kind = nameAt(action, 'S') ?? '';
  if (kind === 'GoTo') {
    const found = destinations.find(entryOf(action, 'D'));
    if (found) return { type: 'page', destination: found };
  }
  if (kind === 'Named') {
    const found = namedPage(nameAt(action, 'N') ?? '', page, pages);
    if (found !== null) {
      return { type: 'page', destination: { page: found, view: '/XYZ null null null' } };
    }
  }
  if (kind === 'URI') {
    const uri = entryOf(action, 'URI');
    const address = isText(uri) ? textOf(uri).trim() : '';
    if (ADDRESSES.test(address) || WITHIN_PACK.test(address))
      return { type: 'address', uri: address, target: targetName(address) };
    if (/^javascript:/i.test(address)) return { type: 'none', why: 'javascriptRemoved', detail: 'address' };
    return { type: 'none', why: 'brokenLinksRemoved', detail: address.slice(0, 200) };
  }
  return { type: 'none', why: removals[kind] ?? 'brokenLinksRemoved', detail: kind };
}

function namedPage(name: string, page: number | null, pages: number): number | null {
  const places: Readonly<Record<string, number>> = {
    FirstPage: 0,
    LastPage: pages - 1,
    ...(page === null ? {} : { NextPage: page + 1, PrevPage: page - 1 }),
  };
  const found = places[name];
  return found !== undefined && found >= 0 && found < pages ? found : null;
}

function targetName(uri: string): string | null {
  if (!WITHIN_PACK.test(uri)) return null;
  const name = uri.slice('despatch-pack:'.length);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
