/** Names of places in a pack, which links of our own sheets (`despatch-pack:NAME`) and stamps lead to. */

/** The front sheet's first page. */
export const FRONT_TARGET = 'front';

/** The first page of an item. */
export function itemTarget(key: string): string {
  return `item/${key}`;
}

/** The first page of a paper. */
export function paperTarget(key: string): string {
  return `paper/${key}`;
}

/** The item's own line on the front sheet. */
export function lineTarget(key: string): string {
  return `line/${key}`;
}
