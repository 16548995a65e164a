/** Undoing what makes rows of bytes easier to pack: each less its neighbour (PDF 32000-1, 7.4.4.4; PNG, 9.2). */

export interface Rows {
  /** 2: TIFF's; from 10 on PNG's, whichever each row says. */
  readonly predictor: number;
  readonly colors: number;
  readonly bits: number;
  readonly columns: number;
}

/** @returns undefined where the rows are of a kind that is not known here. */
export function unpredicted(bytes: Uint8Array, rows: Rows): Uint8Array | undefined {
  const { predictor, colors, bits, columns } = rows;
  const pixel = Math.max(1, Math.ceil((colors * bits) / 8));
  const length = Math.ceil((colors * bits * columns) / 8);
  if (!(length > 0)) return undefined;
  if (predictor === 2) return bits === 8 ? leftAdded(bytes, pixel, length) : undefined;
  return predictor < 10 ? undefined : unfiltered(bytes, pixel, length);
}

function leftAdded(bytes: Uint8Array, pixel: number, length: number): Uint8Array {
  const made = Uint8Array.from(bytes);
  for (let at = 0; at < made.length; at += 1) {
    if (at % length >= pixel) made[at] = ((made[at] ?? 0) + (made[at - pixel] ?? 0)) & 255;
  }
  return made;
}

function unfiltered(bytes: Uint8Array, pixel: number, length: number): Uint8Array | undefined {
  const count = Math.ceil(bytes.length / (length + 1));
  const made = new Uint8Array(count * length);
  for (let row = 0; row < count; row += 1) {
    const from = row * (length + 1);
    const filter = bytes[from] ?? 0;
    if (filter > 4) return undefined;
    const end = Math.min(length, bytes.length - from - 1);
    for (let x = 0; x < end; x += 1) {
      const at = row * length + x;
      const left = x >= pixel ? (made[at - pixel] ?? 0) : 0;
      const up = row > 0 ? (made[at - length] ?? 0) : 0;
      const corner = row > 0 && x >= pixel ? (made[at - length - pixel] ?? 0) : 0;
      made[at] = ((bytes[from + 1 + x] ?? 0) + guess(filter, left, up, corner)) & 255;
    }
  }
  return made.subarray(0, Math.max(0, bytes.length - count));
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? nearest(left, up, corner) : 0;
}

/** Paeth's choice. */
function nearest(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
