/** What was published of a meeting, as supplements and consolidated packs need to know it. */
import type { Publication } from '../../../shared/pack/publication.ts';
import type { PackRow, PackSource } from '../db/packs-repository.ts';

/**
 * A consolidated pack publishes nothing that was not. Where the whole pack was published anew, what was before it is
 * overtaken: no reference leads there any more, but its letters stay taken.
 * @param rows published packs, in any order.
 * @returns oldest first.
 */
export function publicationsOf(rows: readonly PackRow[]): {
  readonly overtaken: readonly Publication[];
  readonly current: readonly Publication[];
} {
  const builds = new Map<string, PackRow[]>();
  for (const row of rows.toSorted((a, b) => (a.builtAt < b.builtAt ? -1 : 1))) {
    if (row.kind !== 'consolidated') builds.set(row.builtAt, [...(builds.get(row.builtAt) ?? []), row]);
  }
  const all = [...builds.values()];
  const last = all.findLastIndex((build) => build.some(({ kind }) => kind === 'pack'));
  const from = Math.max(0, last);
  return {
    overtaken: all.slice(0, from).flatMap(publicationOf).map(overtaken),
    current: all.slice(from).flatMap(publicationOf),
  };
}

function publicationOf(build: readonly PackRow[]): Publication[] {
  const open = build.find(({ audience }) => audience === 'public');
  const restricted = build.find(({ audience }) => audience === 'restricted') ?? open;
  if (!restricted) return [];
  const copy = ({ plan, lastNumber }: PackRow) => ({ plan, lastNumber });
  return [
    {
      letter: restricted.letter,
      prefix: restricted.prefix,
      restricted: copy(restricted),
      public: open ? copy(open) : null,
      sources: restricted.sources.map(stateOf),
    },
  ];
}

export function stateOf(source: PackSource): Publication['sources'][number] {
  const { paperId } = source;
  return 'sha256' in source
    ? { paperId, sha256: source.sha256, revision: null }
    : { paperId, sha256: null, revision: source.revision };
}

function overtaken(publication: Publication): Publication {
  const nothing = { plan: { items: [], papers: [], pages: [] }, lastNumber: 0 };
  return { ...publication, restricted: nothing, public: null, sources: [] };
}
