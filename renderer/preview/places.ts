/** Which block stands where on the pages. Points from the top left of a page; pages count from 0. */
import { PLACE_LENGTH } from '../../shared/contract/preview-calls.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';

/**
 * A place begins at the top or on the baseline of its first line and ends at the bottom or on the baseline of its last;
 * with these it holds the letters in either case, and touches no neighbour.
 */
const ABOVE = 6;
const BELOW = 3;
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
        top: on === page ? y - ABOVE : MARGIN,
        bottom: on === endPage ? endY + BELOW : height - MARGIN,
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
      const beginsAbove = place.page < page || place.y - ABOVE <= y;
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
    return { page, x, y, endPage, endY };
  }
}
