/** A part of a package as it is stored. */
export interface Packed {
  readonly packed: Buffer;
  readonly crc: number;
  /** Of what was packed, in bytes. */
  readonly length: number;
}

/**
 * Parts by their text that were packed beforehand. None among the sources; the bundle has those in this place that say the
 * same in every file (`scripts/bundle/kept-parts.ts`).
 */
export const packedBefore: ReadonlyMap<string | Uint8Array, Packed> = new Map();
