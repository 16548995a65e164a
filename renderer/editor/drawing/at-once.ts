/** Documents with fewer blocks are drawn whole: it takes less time than a frame or two. */
const LONG = 300;
/** Blocks drawn at once: more than a large screen shows. */
const AT_ONCE = 60;

/**
 * How many sections are drawn as a document opens; the others follow.
 * @param sizes of all its sections, in blocks.
 */
export function sectionsAtOnce(sizes: readonly number[]): number {
  let first = 0;
  let blocks = 0;
  for (const size of sizes) {
    if (blocks < AT_ONCE) first += 1;
    blocks += size;
  }
  return blocks < LONG ? sizes.length : first;
}
