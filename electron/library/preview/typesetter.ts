/** The one typesetter of the library: started when it is needed, renewed when it has grown, replaced when it died. */
import type * as z from 'zod';
import type { ExportEvidence } from '../../../shared/contract/citation-style-calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type {
  missingSchema,
  Picture,
  PreviewFrame,
  Typeset,
} from '../../../shared/contract/preview-calls.ts';
import { DEFAULT_STYLE } from '../../../shared/evidence/citation-styles.ts';
import { defaultEvidence } from '../../../shared/evidence/evidence-choice.ts';
import type { StyleChoice } from '../evidence/csl/index.ts';
import type { PlacedCitation } from '../evidence/evidence-facts.ts';
import type { Pictures } from '../export/pictures.ts';
import { RunningTypesetter, type StartTypesetter } from './running-typesetter.ts';

/** Typst gives nothing back; a process beyond this is replaced before its next document. */
const MEMORY_BOUND = 900_000_000;
/** How long a typesetter without a document stays, in case the next one is opened at once. */
const IDLE_MS = 5000;

export interface DocumentState {
  readonly documentId: string;
  readonly frame: PreviewFrame;
  readonly order: readonly string[];
  readonly sections: readonly unknown[];
}

export interface TypesetterLimits {
  readonly memoryBound?: number;
  readonly idleMs?: number;
  readonly timeoutMs?: number;
}

/** What the library knows of the sources of a document, saved or not. */
export interface PreviewEvidence {
  /** Another one whenever something in the evidence library has changed. */
  revision(): number;
  of(citations: readonly PlacedCitation[]): Promise<ExportEvidence>;
  /** @throws DespatchError `style.notFound` */
  style(id: string): StyleChoice;
}
const noEvidence: PreviewEvidence = {
  revision: () => 0,
  of: async () => ({ sources: [], pages: {} }),
  style: () => DEFAULT_STYLE,
};

export class PreviewTypesetter {
  readonly #start: StartTypesetter;
  readonly #pictures: Pictures;
  readonly #limits: TypesetterLimits;
  readonly #evidence: PreviewEvidence;
  #current: RunningTypesetter | null = null;
  /** Draws the pages of its last version until its successor has made the next one. */
  #outgrown: RunningTypesetter | null = null;
  #version = 0;
  #ending: ReturnType<typeof setTimeout> | null = null;
  readonly #open = new Set<string>();

  /** @param pictures the library's, by the hash of their bytes. */
  constructor(
    start: StartTypesetter,
    pictures: Pictures,
    limits: TypesetterLimits = {},
    evidence: PreviewEvidence = noEvidence,
  ) {
    this.#evidence = evidence;
    this.#start = start;
    this.#pictures = pictures;
    this.#limits = limits;
  }

  /** @throws DespatchError `preview.stopped` when the typesetter ended. */
  async put(documentId: string, sections: readonly unknown[]): Promise<void> {
    this.#open.add(documentId);
    await this.#running().ask({ type: 'put', documentId, sections: [...sections] });
  }

  /** @throws DespatchError as the contract says. */
  async typeset(state: DocumentState): Promise<Typeset | z.infer<typeof missingSchema>> {
    this.#open.add(state.documentId);
    this.#renewIfOutgrown();
    const running = this.#running();
    let answer = await this.#ask(running, state);
    if (answer.state === 'evidence') {
      const { style } = state.frame.evidence ?? defaultEvidence;
      await running.ask({
        type: 'evidence',
        documentId: state.documentId,
        known: await this.#evidence.of(answer.citations),
        style: this.#evidence.style(style),
      });
      answer = await this.#ask(running, { ...state, sections: [] });
    }
    if (answer.state === 'pictures') {
      const { documentId } = state;
      const pictures = answer.assets.map((asset) => {
        const bytes = this.#pictures(asset);
        return { asset, bytes: bytes && new Uint8Array(bytes) };
      });
      await running.ask({ type: 'pictures', documentId, pictures });
      answer = await this.#ask(running, { ...state, sections: [] });
    }
    if (answer.state === 'pictures' || answer.state === 'evidence')
      throw new TypeError('The typesetter loses what it is given.');
    if (answer.state === 'typeset') this.#endOutgrown();
    return answer;
  }

  /** @returns null where this version is no longer held. */
  async page(documentId: string, version: number, page: number, width: number): Promise<Picture | null> {
    for (const running of [this.#current, this.#outgrown]) {
      if (!running || running.ended) continue;
      const picture = await running.ask({ type: 'page', documentId, version, page, width });
      if (picture) return picture;
    }
    return null;
  }

  async close(documentId: string): Promise<void> {
    this.#open.delete(documentId);
    this.#endOutgrown();
    const running = this.#current;
    if (!running || running.ended) return;
    await running.ask({ type: 'close', documentId });
    // Another one may have been opened before this one was closed there.
    if (this.#open.size > 0) return;
    this.#stay();
    this.#ending = setTimeout(() => this.stop(), this.#limits.idleMs ?? IDLE_MS);
    // A command that is done must not wait for this.
    this.#ending.unref();
  }

  /** Ends it at once; the next order starts another one. */
  stop(): void {
    this.#stay();
    this.#endOutgrown();
    this.#current?.kill();
    this.#current = null;
  }

  #ask(running: RunningTypesetter, { documentId, frame, order, sections }: DocumentState) {
    this.#version += 1;
    return running.ask({
      type: 'typeset',
      documentId,
      version: this.#version,
      frame,
      revision: this.#evidence.revision(),
      order: [...order],
      sections: [...sections],
    });
  }

  #running(): RunningTypesetter {
    this.#stay();
    if (!this.#current || this.#current.ended) {
      this.#current = new RunningTypesetter(this.#start, this.#limits.timeoutMs);
    }
    return this.#current;
  }

  #renewIfOutgrown(): void {
    const { memoryBound = MEMORY_BOUND } = this.#limits;
    if (!this.#current || this.#current.ended || this.#current.memory <= memoryBound) return;
    this.#endOutgrown();
    this.#outgrown = this.#current;
    this.#current = null;
  }

  #endOutgrown(): void {
    this.#outgrown?.kill();
    this.#outgrown = null;
  }

  #stay(): void {
    if (this.#ending) clearTimeout(this.#ending);
    this.#ending = null;
  }
}

/** Where nobody looks at pages. */
export const noTypesetter: StartTypesetter = () => {
  throw new DespatchError('preview.stopped', { reason: 'there is no page preview here' });
};
