/**
 * Where cited words stand in the editions of today, worked out when somebody asks and remembered. In memory and not in
 * a table: it follows from words that the library has, takes milliseconds, and a table would have to be kept true
 * through every new edition, re-extraction and import.
 */
import { setImmediate } from 'node:timers/promises';
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Locator } from '../../../shared/document/schema.ts';
import { type AnchorText, anchorIn, anchorText } from '../../../shared/evidence/anchor.ts';
import type { Anchor } from '../../../shared/evidence/facts.ts';
import { wholeText } from '../../../shared/evidence/text.ts';
import type { Tables } from '../db/store.ts';
import type { Services } from '../handlers.ts';

/** How long other calls may be kept waiting, in ms. */
const CHUNK_MS = 12;
/** UTF-16 units of texts kept ready, of which each takes about seven bytes. */
const MOST_TEXT = 12_000_000;
const MOST_KNOWN = 50_000;

export interface Wanted {
  /** The present one. */
  readonly edition: string;
  readonly paged: boolean;
  readonly locator: Locator;
}

type Place = Omit<Anchor, 'unseen'>;

export class Anchors {
  readonly #store: Services['store'];
  /** By edition, the one used last at the end. */
  readonly #texts = new Map<string, { readonly version: number; readonly text: AnchorText }>();
  readonly #known = new Map<string, Place>();

  constructor(store: Services['store']) {
    this.#store = store;
  }

  /**
   * Lets other calls in between, and gives up when the signal is given.
   * @returns one for each, in their order.
   * @throws DespatchError `call.cancelled`
   */
  async find(wanted: readonly Wanted[], { signal, progress }: CallContext): Promise<Place[]> {
    const found: (Place | undefined)[] = new Array(wanted.length);
    // One edition after the other, so that no text is made ready twice.
    const order = wanted
      .map((_one, at) => at)
      .sort((a, b) => compare(wanted[a]?.edition, wanted[b]?.edition));
    let paused = performance.now();
    for (const [done, at] of order.entries()) {
      const one = wanted[at];
      if (one) found[at] = this.#place(one);
      if (performance.now() - paused < CHUNK_MS) continue;
      progress(done / order.length, '');
      await setImmediate();
      if (signal.aborted) throw new DespatchError('call.cancelled');
      paused = performance.now();
    }
    return found.map((place) => place ?? lost);
  }

  #place({ edition, paged, locator }: Wanted): Place {
    const version = this.#store().read(({ links }) => links.textVersion(edition)) ?? 0;
    const key = JSON.stringify([edition, version, paged, locator]);
    const before = this.#known.get(key);
    if (before) return before;
    const text = this.#text(edition, version, paged);
    const { state, place } = anchorIn(text, locator, false);
    // The oldest goes first: a map keeps the order in which things came.
    for (const old of this.#known.keys()) {
      if (this.#known.size < MOST_KNOWN) break;
      this.#known.delete(old);
    }
    this.#known.set(key, { state, place });
    return { state, place };
  }

  #text(edition: string, version: number, paged: boolean): AnchorText {
    const before = this.#texts.get(edition);
    this.#texts.delete(edition);
    const fresh =
      before && before.version === version && before.text.paged === paged
        ? before
        : { version, text: this.#store().read((tables) => textOf(tables, edition, paged)) };
    this.#texts.set(edition, fresh);
    let units = 0;
    for (const { text } of this.#texts.values()) units += text.whole.length;
    for (const [old, { text }] of this.#texts) {
      if (units <= MOST_TEXT || old === edition) break;
      this.#texts.delete(old);
      units -= text.whole.length;
    }
    return fresh.text;
  }
}

const lost: Place = { state: 'lost', place: null };

function textOf({ passages }: Tables, edition: string, paged: boolean): AnchorText {
  const pages = passages.extractedPages(edition);
  return anchorText(
    edition,
    wholeText(pages),
    pages.map(({ start }) => start),
    paged,
  );
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : Number(one > other);
}
