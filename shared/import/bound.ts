/** Keeping sections within the size that the window stays fast with. */
import { type Mint, section } from '../document/build.ts';
import type { AnySection } from '../document/schema.ts';
import { MAX_BLOCKS_PER_SECTION } from '../document/structure.ts';

/** Splits sections that grew beyond the bound; ids of existing sections stay with their first part. */
export function boundSections(sections: readonly AnySection[], mint: Mint): AnySection[] {
  return sections.flatMap((whole): AnySection[] => {
    if (whole.role === 'unknown' || whole.blocks.length <= MAX_BLOCKS_PER_SECTION) return [whole];
    const parts: AnySection[] = [];
    for (let from = 0; from < whole.blocks.length; from += MAX_BLOCKS_PER_SECTION) {
      const blocks = whole.blocks.slice(from, from + MAX_BLOCKS_PER_SECTION);
      parts.push(from === 0 ? { ...whole, blocks } : section(mint, whole.role, blocks));
    }
    return parts;
  });
}
