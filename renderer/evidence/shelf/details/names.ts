/** Authors as one types them, one after the other with semicolons, and as CSL-JSON keeps them. */
import type { CslName } from '../../../../shared/evidence/source.ts';

/** "Holloway, Ann; Pennock, J; Audit Wales": who has no comma is an organisation, or a name not taken apart. */
export function namesFrom(typed: string): CslName[] {
  return typed
    .split(/[;\n]/)
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '')
    .map((name) => {
      const comma = name.indexOf(',');
      if (comma === -1) return { literal: name };
      const family = name.slice(0, comma).trim();
      const given = name.slice(comma + 1).trim();
      if (family === '' || given === '') return { literal: family || given };
      return { family, given };
    });
}

export function printName(name: CslName): string {
  if (name.literal !== undefined && name.literal !== '') return name.literal;
  const particle = name['non-dropping-particle'];
  const family = [typeof particle === 'string' ? particle : '', name.family ?? ''].filter(Boolean).join(' ');
  return [family, name.given ?? ''].filter((part) => part !== '').join(', ');
}

export function printNames(names: readonly CslName[] | undefined): string {
  return (names ?? []).map(printName).join('; ');
}

/**
 * The names typed, each as it was kept before where it still reads the same: a reference manager keeps more of a name
 * (its particles, a suffix) than one types.
 */
export function changedNames(before: readonly CslName[] | undefined, typed: string): CslName[] {
  const known = new Map((before ?? []).map((name) => [printName(name), name]));
  return namesFrom(typed).map((name) => known.get(printName(name)) ?? name);
}
