/**
 * Keeps the pages up with the document: one typesetting in flight, the newest state next, and never more of the
 * machine than a third. Clock and transport are given, so that tests own them.
 */
import { DespatchError, type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import type { missingSchema, PreviewFrame, Typeset } from '../../shared/contract/preview-calls.ts';
import { serialiseSection } from '../../shared/document/parse.ts';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';
import { Places } from './places.ts';

export interface Pages {
  readonly version: number;
  readonly count: number;
  /** Width and height of each in points, one after the other. */
  readonly sizes: Float32Array;
  readonly places: Places;
  /** What an export of them would be stopped by. */
  readonly stops: ErrorData | null;
  /** The document they show. */
  readonly document: DespatchDocument;
  /** When it was as they show it, in milliseconds since 1970. */
  readonly at: number;
}

export interface PreviewState {
  /** The last ones that could be made; null before the first. */
  readonly pages: Pages | null;
  /** The document has changed since, and the next ones are not made in the blink of an eye. */
  readonly stale: boolean;
  /** They are being made. */
  readonly typesetting: boolean;
  /** Why the document as it stands has no pages. */
  readonly error: ErrorData | null;
}

interface TypesetRequest {
  readonly frame: PreviewFrame;
  readonly order: string[];
  readonly sections: unknown[];
}

export interface SessionParts {
  put(sections: unknown[]): Promise<unknown>;
  typeset(request: TypesetRequest): Promise<Typeset | (typeof missingSchema)['_output']>;
  close(): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** @returns a function that cancels it. */
  later(run: () => void, delayMs: number): () => void;
}

/** Without anybody looking, the count of pages follows when the typing has long stopped. */
const UNWATCHED_PAUSE_MS = 5000;
/** What is over sooner is not said: each word of it costs the window a drawing. */
const SAID_AFTER_MS = 250;
/** After a typesetting, this many times its own length belongs to everything else. */
const REST = 2;
const LONGEST_REST_MS = 6000;
/** Blocks handed over at once: cloning them takes about a millisecond. */
const BLOCKS_AT_ONCE = 250;
/** One to learn what is missing, one to give it, one more where the typesetter was renewed in between. */
const ROUNDS = 3;

export class PreviewSession {
  readonly #parts: SessionParts;
  readonly #listeners = new Set<() => void>();
  /** What the typesetter has; sections are never changed in place. */
  readonly #sent = new Map<string, AnySection>();
  #state: PreviewState = { pages: null, stale: false, typesetting: false, error: null };
  #newest: DespatchDocument | null = null;
  /** The last one typeset, whatever came of it. */
  #done: DespatchDocument | null = null;
  /** The last one typeset again because its pages were lost. */
  #redone: DespatchDocument | null = null;
  #busy = false;
  #watchers = 0;
  #cancelStart: (() => void) | null = null;
  #cancelSaying: (() => void) | null = null;
  #restUntil = 0;
  #open = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  readonly state = (): PreviewState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Somebody looks at the pages from now on, until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    this.#plan();
    return () => {
      this.#watchers -= 1;
    };
  }

  /** The document as it stands now. */
  show(document: DespatchDocument): void {
    this.#open = true;
    if (document === this.#newest) return;
    this.#newest = document;
    this.#saySoon();
    this.#plan();
  }

  /** At once, after an error. */
  retry(): void {
    this.#restUntil = 0;
    void this.#start();
  }

  /** The typesetter no longer has this version: one that died took its pages along. They are made again once. */
  lost(version: number): void {
    if (version !== this.#state.pages?.version || this.#newest === this.#redone) return;
    this.#redone = this.#newest;
    this.#done = null;
    this.#plan();
  }

  /** Nothing is typeset any more, until the next `show`. */
  end(): void {
    this.#open = false;
    this.#newest = null;
    this.#sent.clear();
    this.#cancelStart?.();
    this.#cancelStart = null;
    this.#cancelSaying?.();
    this.#cancelSaying = null;
    this.#parts.close();
  }

  #plan(): void {
    this.#cancelStart?.();
    this.#cancelStart = null;
    if (!this.#open || this.#busy || this.#newest === this.#done) return;
    const rest = this.#restUntil - this.#parts.now();
    const pause = Math.max(this.#watchers > 0 ? 0 : UNWATCHED_PAUSE_MS, rest, 0);
    this.#cancelStart = this.#parts.later(() => void this.#start(), pause);
  }

  async #start(): Promise<void> {
    const document = this.#newest;
    if (!document || this.#busy) return;
    const started = this.#parts.now();
    this.#busy = true;
    this.#saySoon();
    const outcome = await this.#typeset(document).then(
      (typeset) => ({ pages: pagesOf(typeset, document, started), error: null }),
      (thrown: unknown) => ({ error: toErrorData(thrown) }),
    );
    const ended = this.#parts.now();
    this.#restUntil = ended + Math.min(REST * (ended - started), LONGEST_REST_MS);
    this.#busy = false;
    this.#done = document;
    this.#cancelSaying?.();
    this.#cancelSaying = null;
    this.#enter({ ...outcome, typesetting: false, stale: document !== this.#newest });
    this.#plan();
  }

  /** One more attempt where the typesetter died: not every death is the document's fault. */
  async #typeset(document: DespatchDocument): Promise<Typeset> {
    try {
      return await this.#attempt(document);
    } catch (thrown) {
      if (!this.#open || toErrorData(thrown).code !== 'preview.stopped') throw thrown;
      this.#sent.clear();
      return this.#attempt(document);
    }
  }

  async #attempt(document: DespatchDocument): Promise<Typeset> {
    const { id: _, sections, ...frame } = document;
    const order = sections.map((section) => section.id);
    let wanted = sections.filter((section) => this.#sent.get(section.id) !== section);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const last = await this.#hand(wanted);
      const answer = await this.#parts.typeset({ frame, order, sections: last.map(serialiseSection) });
      if (answer.state === 'typeset') {
        this.#remember(sections);
        return answer;
      }
      const missing = new Set(answer.sections);
      wanted = sections.filter((section) => missing.has(section.id));
    }
    throw new DespatchError('preview.stopped', { reason: 'it does not keep what it is given' });
  }

  /** Hands over all but the last piece, which goes with the order to typeset. */
  async #hand(sections: readonly AnySection[]): Promise<readonly AnySection[]> {
    const pieces = inPieces(sections);
    const last = pieces.pop() ?? [];
    for (const piece of pieces) {
      if (!this.#open) throw new DespatchError('call.cancelled');
      await this.#parts.put(piece.map(serialiseSection));
    }
    return last;
  }

  #remember(sections: readonly AnySection[]): void {
    this.#sent.clear();
    if (this.#open) for (const section of sections) this.#sent.set(section.id, section);
  }

  #saySoon(): void {
    this.#cancelSaying ??= this.#parts.later(() => {
      this.#cancelSaying = null;
      this.#enter({ stale: this.#newest !== this.#done, typesetting: this.#busy });
    }, SAID_AFTER_MS);
  }

  #enter(change: Partial<PreviewState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function inPieces(sections: readonly AnySection[]): AnySection[][] {
  const pieces: AnySection[][] = [];
  let blocks = Number.POSITIVE_INFINITY;
  for (const section of sections) {
    blocks += section.blocks.length;
    if (blocks <= BLOCKS_AT_ONCE) pieces.at(-1)?.push(section);
    else {
      pieces.push([section]);
      blocks = section.blocks.length;
    }
  }
  return pieces;
}

function pagesOf(typeset: Typeset, document: DespatchDocument, at: number): Pages {
  const { version, stops, sizes, blockIds, places } = typeset;
  return {
    version,
    count: sizes.length / 2,
    sizes,
    stops,
    places: new Places(blockIds, places),
    document,
    at,
  };
}
