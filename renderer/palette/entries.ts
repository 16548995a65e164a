/** What the palette lists, and in which order. */
import { type Match, match } from './fuzzy.ts';

export interface PaletteEntry {
  /** The same in every window of time, so that the palette remembers what was used. */
  readonly id: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly name: string;
  /** Other words somebody may look for; never shown. */
  readonly keywords?: string;
  /** As a person reads it, for example `Ctrl+K`. */
  readonly keys?: string | undefined;
  /** Why it cannot be chosen now. */
  readonly unavailable?: string | undefined;
  /** Listed only once something is typed, because there are many of its sort. */
  readonly onlyWhenAsked?: boolean;
  run(): void;
}

export interface FoundEntry extends PaletteEntry {
  /** Positions in the name of the letters typed. */
  readonly at: readonly number[];
}

export interface FoundGroup {
  readonly name: string;
  readonly entries: readonly FoundEntry[];
}

/** More than anybody reads; typing narrows it down. */
const MOST = 120;
const RECENT = 'Used last';
/** A thing used lately wins over its equals, not over a better match. */
const RECENT_BONUS = 5;

/**
 * @param recent ids, newest first.
 * @returns groups with the best match first; without a query as they were given, after those used last.
 */
export function find(
  entries: readonly PaletteEntry[],
  query: string,
  recent: readonly string[],
): FoundGroup[] {
  return query.trim() === '' ? listed(entries, recent) : ranked(entries, query, recent);
}

function listed(entries: readonly PaletteEntry[], recent: readonly string[]): FoundGroup[] {
  const used = recent.flatMap((id) => entries.filter((entry) => entry.id === id && !entry.unavailable));
  const rest = entries.filter((entry) => !entry.onlyWhenAsked && !used.includes(entry));
  const groups = inGroups(rest.map((entry) => ({ ...entry, at: [] })));
  if (used.length === 0) return groups;
  return [{ name: RECENT, entries: used.map((entry) => ({ ...entry, at: [] })) }, ...groups];
}

function ranked(entries: readonly PaletteEntry[], query: string, recent: readonly string[]): FoundGroup[] {
  const worth = (entry: PaletteEntry, { score }: Match) =>
    score + (recent.includes(entry.id) ? RECENT_BONUS : 0) - (entry.unavailable ? RECENT_BONUS : 0);
  const found = entries
    .flatMap((entry) => {
      const matched = match(query, entry.name) ?? byKeywords(query, entry);
      return matched ? [{ ...entry, at: matched.at, worth: worth(entry, matched) }] : [];
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST);
  return inGroups(found);
}

/** Found by a word that stands nowhere in its name: below all that are, with nothing to mark. */
function byKeywords(query: string, { name, keywords = '' }: PaletteEntry): Match | null {
  const found = keywords === '' ? null : match(query, `${name} ${keywords}`);
  return found && { score: found.score / 10, at: found.at.filter((position) => position < [...name].length) };
}

function inGroups(entries: readonly FoundEntry[]): FoundGroup[] {
  const names = [...new Set(entries.map(({ group }) => group))];
  return names.map((name) => ({ name, entries: entries.filter(({ group }) => group === name) }));
}
