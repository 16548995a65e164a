/** Which option is the active one, and how keys move it; shared by the palette and the slash menu. */
import { useState } from 'react';
import type { FoundEntry, FoundGroup } from './entries.ts';

/** Options that one key leaps over. */
const PAGE = 8;

export interface ActiveOption {
  readonly active: FoundEntry | null;
  setActive(entry: Pick<FoundEntry, 'id'>): void;
  /** @returns whether the key was one that moves. */
  move(key: string): boolean;
}

export function useActiveOption(groups: readonly FoundGroup[]): ActiveOption {
  const [wanted, setWanted] = useState<string | null>(null);
  const all = groups.flatMap(({ entries }) => entries);
  const choosable = all.filter(({ unavailable }) => unavailable === undefined);
  const active = all.find(({ id }) => id === wanted) ?? choosable[0] ?? all[0] ?? null;
  return {
    active,
    setActive: ({ id }) => setWanted(id),
    move(key) {
      if (all.length === 0) return false;
      const at = active ? all.indexOf(active) : -1;
      const target = {
        ArrowDown: (at + 1) % all.length,
        ArrowUp: (at - 1 + all.length) % all.length,
        PageDown: Math.min(all.length - 1, at + PAGE),
        PageUp: Math.max(0, at - PAGE),
      }[key];
      const next = target === undefined ? undefined : all[target];
      if (!next) return false;
      setWanted(next.id);
      return true;
    },
  };
}
