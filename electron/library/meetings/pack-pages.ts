/** The words of the pages of a pack: read once by the process that reads foreign files, then kept. */
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { PackRow } from '../db/packs-repository.ts';
import type { Originals } from '../evidence/originals.ts';
import type { Services } from '../handlers.ts';
import type { ExtractorPool } from '../import/extractor-pool.ts';

const LEAST_TIMEOUT_MS = 60_000;
const TIMEOUT_PER_PAGE_MS = 300;

export class PackPages {
  readonly #services: Pick<Services, 'store'>;
  readonly #kept: Originals;
  readonly #pool: ExtractorPool;
  /** Two questions at the same time are one reading. */
  readonly #reading = new Map<string, Promise<string[]>>();
  /** The pack that was looked into last: the next key looks into it again. */
  #last: { sha256: string; texts: string[] } = { sha256: '', texts: [] };

  constructor(services: Pick<Services, 'store'>, kept: Originals, pool: ExtractorPool) {
    this.#services = services;
    this.#kept = kept;
    this.#pool = pool;
  }

  /** Words of every page, in order. @throws DespatchError `input.*`, `pack.damaged` */
  async texts(pack: PackRow, name: string, { progress }: CallContext): Promise<readonly string[]> {
    if (this.#last.sha256 === pack.sha256) return this.#last.texts;
    const stored = this.#services.store().read(({ packs }) => packs.texts(pack.sha256));
    const texts = stored.length === pack.pages ? stored : await this.#readOnce(pack, name, progress);
    this.#last = { sha256: pack.sha256, texts };
    return texts;
  }

  #readOnce(pack: PackRow, name: string, progress: CallContext['progress']): Promise<string[]> {
    const running = this.#reading.get(pack.sha256);
    if (running) return running;
    progress(0, name);
    const reading = this.#read(pack, name).finally(() => this.#reading.delete(pack.sha256));
    this.#reading.set(pack.sha256, reading);
    return reading;
  }

  async #read({ sha256, bytes, pages, id }: PackRow, name: string): Promise<string[]> {
    const file = this.#kept.pathOf(sha256);
    if ((await this.#kept.sizeOf(sha256)) !== bytes) throw new DespatchError('pack.damaged', { name });
    const extraction = await this.#pool.extract({
      file,
      name: `${name}.pdf`,
      timeoutMs: LEAST_TIMEOUT_MS + pages * TIMEOUT_PER_PAGE_MS,
      // Whoever asked may have gone; the next one will want the same words.
      signal: new AbortController().signal,
    });
    const texts = extraction.pages.map(({ text }) => text);
    if (texts.length !== pages) throw new DespatchError('pack.damaged', { name });
    if (!this.#services.store().readOnly)
      this.#services.store().write(({ packs }) => {
        // Discarded while it was read.
        if (packs.find(id)) packs.putTexts(sha256, texts);
      });
    return texts;
  }
}
