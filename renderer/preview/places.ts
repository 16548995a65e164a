/** Which block stands where on the pages. Points from the top left of a page; pages count from 0. */
import { PLACE_LENGTH } from '../../shared/contract/preview-calls.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';

/** From one baseline to the next in running text, and from a baseline to the top and bottom of its line. */
const LINE = 16;
const ASCENT = 9.6;
const DESCENT = 2.4;
/** What a strip has above and below the lines, so that it touches no neighbour. */
const ROOM = 2;
/** The margin of our templates above and below. */
const MARGIN = 72;

export interface Band {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

export class Places {
  readonly blockIds: readonly string[];
  readonly #numbers: Float32Array;
  readonly #at: ReadonlyMap<string, number>;

  /** @param numbers as `preview.typeset` packs them. */
  constructor(blockIds: readonly string[], numbers: Float32Array) {
    this.blockIds = blockIds;
    this.#numbers = numbers;
    this.#at = new Map(blockIds.map((id, at) => [id, at]));
  }

  /** The strips of the pages that a block takes; none where it is not printed. */
  bandsOf(blockId: string, sizes: Float32Array): Band[] {
    const at = this.#at.get(blockId);
    if (at === undefined) return [];
    const { page, y, endPage, endY } = this.#place(at);
    const bands: Band[] = [];
    for (let on = page; on <= endPage; on += 1) {
      const height = sizes[2 * on + 1] ?? 0;
      bands.push({
        page: on,
        top: on === page ? y - ROOM : MARGIN,
        bottom: on === endPage ? endY + ROOM : height - MARGIN,
      });
    }
    return bands;
  }

  /** The block printed at a point, or else the nearest one above it; null on a page where none begins or goes on. */
  blockAt(page: number, x: number, y: number): string | null {
    let best = -1;
    let first = -1;
    for (let at = 0; at < this.blockIds.length; at += 1) {
      const place = this.#place(at);
      if (place.page > page) break;
      if (place.endPage < page) continue;
      if (first === -1) first = at;
      const beginsAbove = place.page < page || place.y - ROOM <= y;
      if (!beginsAbove) continue;
      // Of blocks side by side, as in a table, the one whose column it is.
      const besideBest = best !== -1 && place.page === page && place.y === this.#place(best).y;
      if (besideBest && place.x > x) continue;
      best = at;
    }
    return this.blockIds[best === -1 ? first : best] ?? null;
  }

  /** A block itself where it is printed, or else the last printed one before it; null where there is none. */
  nearest(blockId: string, document: DespatchDocument): string | null {
    if (this.#at.has(blockId)) return blockId;
    let before: string | null = null;
    for (const { blocks } of document.sections) {
      for (const { id } of blocks) {
        if (id === blockId) return before;
        if (this.#at.has(id)) before = id;
      }
    }
    return null;
  }

  #place(at: number): { page: number; x: number; y: number; endPage: number; endY: number } {
    const [page = 0, x = 0, y = 0, endPage = 0, endY = 0] = this.#numbers.subarray(
      PLACE_LENGTH * at,
      PLACE_LENGTH * (at + 1),
    );
    // Typst tells of the top and bottom of lines, or of baselines, which are whole lines apart.
    const lines = (endY - y) / LINE;
    const onBaselines = page === endPage && Math.abs(lines - Math.round(lines)) < 0.01;
    return onBaselines
      ? { page, x, y: y - ASCENT, endPage, endY: endY + DESCENT }
      : { page, x, y, endPage, endY };
  }
}
