/** Places of characters, carried over to a text that was extracted by another version and differs a little. */

/** As far as the two may drift apart before the next character that both have. */
const WINDOW = 64;
const NUMBERS = 4;

/**
 * @param boxes four numbers for each UTF-16 unit of `placed`.
 * @returns the same for each unit of `wanted`; zeros for what is not found.
 */
export function alignBoxes(wanted: string, placed: string, boxes: Float32Array): Float32Array<ArrayBuffer> {
  if (wanted === placed) return new Float32Array(boxes);
  const aligned = new Float32Array(NUMBERS * wanted.length);
  let at = 0;
  for (let unit = 0; unit < wanted.length; unit += 1) {
    const character = wanted.charAt(unit);
    if (/\s/.test(character)) continue;
    const found = placed.indexOf(character, at);
    if (found === -1 || found - at > WINDOW) continue;
    aligned.set(boxes.subarray(NUMBERS * found, NUMBERS * (found + 1)), NUMBERS * unit);
    at = found + 1;
  }
  return aligned;
}
